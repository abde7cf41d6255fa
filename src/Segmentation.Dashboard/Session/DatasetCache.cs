using Segmentation.Core.Frame.IO;
using Segmentation.Core.Samples;

namespace Segmentation.Dashboard.Session;

/// <summary>
/// The files that sessions have open, each read once for all of them. A file is read while somebody waits for it, and
/// the last few stay for whoever comes back.
/// </summary>
public sealed class DatasetCache
{
    internal const int Capacity = 6;

    private readonly Lock _gate = new();
    private readonly LinkedList<Entry> _newestFirst = new();
    private readonly Lazy<Dataset> _sample = new(ShopSample.Create);

    /// <summary>The file read with <paramref name="options"/>.</summary>
    /// <exception cref="Core.Frame.UnusableDataException">It cannot be read; nothing is kept.</exception>
    public async Task<Dataset> GetAsync(
        DataSource source, ReadingOptions options, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        if (source.Path is null)
        {
            return _sample.Value;
        }

        var entry = Join(source, options, progress);
        try
        {
            // The same bytes may have come under two names, from two people: each sees their own.
            var dataset = await entry.Reading.Value.WaitAsync(cancellationToken);
            return dataset.Name == source.Name ? dataset : dataset with { Name = source.Name };
        }
        catch
        {
            ForgetFailed(entry);
            throw;
        }
        finally
        {
            Leave(entry);
        }
    }

    private Entry Join(DataSource source, ReadingOptions options, IProgress<double>? progress)
    {
        lock (_gate)
        {
            var entry = _newestFirst.FirstOrDefault(known => known.Path == source.Path && known.Options == options && !known.Stop.IsCancellationRequested);
            if (entry is null)
            {
                entry = new Entry(source, options, progress);
            }
            else
            {
                _newestFirst.Remove(entry);
            }

            _newestFirst.AddFirst(entry);
            entry.Waiting++;
            while (_newestFirst.Count > Capacity)
            {
                _newestFirst.RemoveLast();
            }

            return entry;
        }
    }

    private void Leave(Entry entry)
    {
        lock (_gate)
        {
            // Nobody waits any more: a reading that is still going on serves no one.
            if (--entry.Waiting == 0 && !entry.Reading.Value.IsCompleted)
            {
                entry.Stop.Cancel();
                _newestFirst.Remove(entry);
            }
        }
    }

    private void ForgetFailed(Entry entry)
    {
        lock (_gate)
        {
            if (entry.Reading.Value is { IsCompleted: true, IsCompletedSuccessfully: false })
            {
                _newestFirst.Remove(entry);
            }
        }
    }

    private sealed class Entry
    {
        public Entry(DataSource source, ReadingOptions options, IProgress<double>? progress)
        {
            (Path, Options) = (source.Path!, options);
            Reading = new Lazy<Task<Dataset>>(() => Task.Run(() => DatasetReader.Read(Path, Options, source.Name, progress, Stop.Token)));
        }

        public string Path { get; }

        public ReadingOptions Options { get; }

        public int Waiting { get; set; }

        public CancellationTokenSource Stop { get; } = new();

        public Lazy<Task<Dataset>> Reading { get; }
    }
}
