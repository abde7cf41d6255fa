using Segmentation.Core.Numerics;

namespace Segmentation.Core.Profiling.Rules;

/// <summary>
/// Grows a tree best first (CART: Breiman, Friedman, Olshen and Stone 1984): again and again the leaf is divided whose division makes
/// labels purest, by the Gini index and counted in rows. All rows are looked at, through their bins.
/// </summary>
internal sealed class TreeGrowth
{
    private readonly BinnedColumn[] _columns;
    private readonly byte[] _labels;
    private readonly int _classes;
    private readonly int _threads;
    private readonly int[] _rows;
    private readonly int[] _moved;
    private readonly SplitSearch[] _searches;
    private readonly List<GrownNode> _nodes = [];

    private TreeGrowth(BinnedColumn[] columns, byte[] labels, int classes, int threads)
    {
        (_columns, _labels, _classes, _threads) = (columns, labels, classes, threads);
        _rows = [.. Enumerable.Range(0, labels.Length)];
        _moved = new int[labels.Length];
        _searches = Array.ConvertAll(columns, column => new SplitSearch(column, classes));
    }

    /// <summary>The nodes of a tree with at most <paramref name="leaves"/> leaves, children behind their parents, two by two.</summary>
    /// <param name="columns">What may be asked for.</param>
    /// <param name="labels">One per row, under <paramref name="classes"/>.</param>
    /// <param name="classes">Number of labels.</param>
    /// <param name="leaves">Most leaves; fewer where no division is left.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IReadOnlyList<GrownNode> Grow(
        BinnedColumn[] columns, byte[] labels, int classes, int leaves, int threads, CancellationToken cancellationToken)
    {
        var growth = new TreeGrowth(columns, labels, classes, Chunks.ThreadsFor(threads));
        growth.Add(0, labels.Length, cancellationToken);
        while (growth._nodes.Count < (2 * leaves) - 1 && growth.MostPromising() is { } leaf)
        {
            growth.Divide(leaf, cancellationToken);
        }

        return growth._nodes;
    }

    private GrownNode? MostPromising() => _nodes.Where(node => node.FirstChild == 0 && node.Gain > 0).MaxBy(node => node.Gain);

    private void Divide(GrownNode leaf, CancellationToken cancellationToken)
    {
        var middle = Partition(leaf);
        leaf.FirstChild = _nodes.Count;
        Add(leaf.Start, middle, cancellationToken);
        Add(middle, leaf.End, cancellationToken);
    }

    // Stable, so that rows stay ascending and are read in the order in which they lie.
    private int Partition(GrownNode leaf)
    {
        var column = Array.Find(_columns, column => column.Name == leaf.Best!.Split.Column)!;
        var isFirst = new bool[column.Bins + 1];
        for (var bin = 0; bin < isFirst.Length; bin++)
        {
            isFirst[bin] = bin == column.MissingBin ? leaf.Best!.Split.MissingFirst : leaf.Best!.IsFirst(bin);
        }

        var (first, second) = (leaf.Start, 0);
        for (var i = leaf.Start; i < leaf.End; i++)
        {
            var row = _rows[i];
            if (isFirst[column.Codes[row]])
            {
                _rows[first++] = row;
            }
            else
            {
                _moved[second++] = row;
            }
        }

        _moved.AsSpan(0, second).CopyTo(_rows.AsSpan(first));
        return first;
    }

    private void Add(int start, int end, CancellationToken cancellationToken)
    {
        var counts = new int[_classes];
        foreach (var row in _rows.AsSpan(start, end - start))
        {
            counts[_labels[row]]++;
        }

        var node = new GrownNode(start, end, counts);
        _nodes.Add(node);
        if (counts.Max() < end - start)
        {
            node.Best = BestOf(start, end, cancellationToken);
        }
    }

    private BinSplit? BestOf(int start, int end, CancellationToken cancellationToken)
    {
        var found = new BinSplit?[_columns.Length];
        Chunks.Run(
            found.Length,
            _threads,
            place => found[place] = _searches[place].Find(_rows.AsSpan(start, end - start), _labels),
            cancellationToken);
        return found.Where(split => split is not null).MaxBy(split => split!.Score);
    }
}

/// <summary>A node while its tree grows.</summary>
internal sealed class GrownNode(int start, int end, int[] counts)
{
    /// <summary>Its rows are those from here on.</summary>
    public int Start => start;

    /// <summary>And before here.</summary>
    public int End => end;

    /// <summary>How many rows have the label that most have.</summary>
    public int Right { get; } = counts.Max();

    /// <summary>The label that most rows have; ties to the lower.</summary>
    public byte Label { get; } = (byte)Array.IndexOf(counts, counts.Max());

    /// <summary>The best question; null when there is none, or none is needed.</summary>
    public BinSplit? Best { get; set; }

    /// <summary>How much purer the best question makes it.</summary>
    public double Gain => Best is null ? 0 : Best.Score - counts.Sum(count => (double)count * count / (end - start));

    /// <summary>Place of the first of two children, who stand side by side; 0 for a leaf.</summary>
    public int FirstChild { get; set; }
}
