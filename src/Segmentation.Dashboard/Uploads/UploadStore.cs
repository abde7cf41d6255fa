using System.Buffers;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Segmentation.Dashboard.Configuration;

namespace Segmentation.Dashboard.Uploads;

/// <summary>
/// The folder of uploads. A file is named after the SHA-256 of its bytes, so that the same file sent twice is kept once
/// and a permalink can name it; what people call it lies beside it. Safe to use from several threads and processes.
/// </summary>
public sealed class UploadStore(IOptions<DashboardOptions> options, TimeProvider time)
{
    private const string PartEnding = ".part";
    private const string NameEnding = ".name";
    private const int IdLength = 64;
    private const int BufferBytes = 1 << 17;

    private readonly string _folder = options.Value.ResolvedUploadFolder;
    private readonly long _limit = options.Value.MaxUploadBytes;

    /// <summary>Writes the stream to disk as it comes. What does not arrive whole leaves nothing behind.</summary>
    /// <exception cref="UploadTooLargeException">More bytes came than the server takes.</exception>
    public async Task<UploadedFile> SaveAsync(Stream content, string? name, CancellationToken cancellationToken)
    {
        CreateFolder();
        var part = Path.Combine(_folder, Guid.NewGuid().ToString("N") + PartEnding);
        try
        {
            var (id, bytes) = await WriteAsync(content, part, cancellationToken);
            var upload = new UploadedFile(id, UploadName.Clean(name), bytes);
            await File.WriteAllTextAsync(part + NameEnding, upload.Name, cancellationToken);
            File.Move(part + NameEnding, PathOf(id) + NameEnding, overwrite: true);
            File.Move(part, PathOf(id), overwrite: true);
            Touch(PathOf(id));
            return upload;
        }
        finally
        {
            File.Delete(part);
            File.Delete(part + NameEnding);
        }
    }

    /// <summary>The stored file of that id, or null when there is none; counts as a use of it.</summary>
    public StoredUpload? Find(string? id)
    {
        if (!IsId(id) || !File.Exists(PathOf(id!)))
        {
            return null;
        }

        var path = PathOf(id!);
        Touch(path);
        var name = File.Exists(path + NameEnding) ? UploadName.Clean(File.ReadAllText(path + NameEnding)) : UploadName.Clean(null);
        return new StoredUpload(id!, path, name);
    }

    /// <summary>Removes what was not used for that long, and parts of uploads whose server is gone. Returns how many files went.</summary>
    public int RemoveIdle(TimeSpan idle)
    {
        if (!Directory.Exists(_folder))
        {
            return 0;
        }

        var before = time.GetUtcNow().UtcDateTime - idle;
        var old = Directory.GetFiles(_folder).Where(file => IsOurs(file) && File.GetLastWriteTimeUtc(file) < before).ToList();
        old.ForEach(File.Delete);
        return old.Count;
    }

    /// <summary>Whether this is the SHA-256 of a file in lower-case hexadecimal, and so cannot lead out of the folder.</summary>
    public static bool IsId(string? id) => id is { Length: IdLength } && id.All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f');

    private async Task<(string Id, long Bytes)> WriteAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            long bytes = 0;
            for (int read; (read = await content.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                bytes += read;
                if (bytes > _limit)
                {
                    throw new UploadTooLargeException(_limit);
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return (Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Customers' data: the folder is its owner's alone, also where the temporary folder is everybody's.
    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_folder);
        }
        else
        {
            Directory.CreateDirectory(_folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private void Touch(string path)
    {
        var now = time.GetUtcNow().UtcDateTime;
        File.SetLastWriteTimeUtc(path, now);
        if (File.Exists(path + NameEnding))
        {
            File.SetLastWriteTimeUtc(path + NameEnding, now);
        }
    }

    private string PathOf(string id) => Path.Combine(_folder, id);

    // A person may have pointed the setting at a folder with other files in it.
    private static bool IsOurs(string file)
    {
        var name = Path.GetFileName(file);
        return IsId(Path.GetFileNameWithoutExtension(name)) && Path.GetExtension(name) is "" or NameEnding
            || name.EndsWith(PartEnding, StringComparison.Ordinal) && Guid.TryParseExact(name[..^PartEnding.Length], "N", out _);
    }
}
