using Segmentation.Core.Frame;

namespace Segmentation.Cli;

/// <summary>Files that are there whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Writes beside <paramref name="path"/> first and moves it there when all is written; a failure leaves what was there.</summary>
    /// <param name="path">Where it goes; replaced when it exists.</param>
    /// <param name="source">The file that is read, which is never overwritten.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="UnusableDataException">It cannot be written there.</exception>
    public static void Write(string path, FileInfo source, Action<Stream> write)
    {
        try
        {
            var target = TargetOf(path);
            if (target == TargetOf(source.FullName))
            {
                throw new UnusableDataException($"'{path}' is the file that is read. Choose another name for what is written.");
            }

            if (IsDevice(target))
            {
                using var device = new FileStream(target, FileMode.Open, FileAccess.Write);
                write(device);
            }
            else
            {
                WriteAndMove(target, write);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UnusableDataException($"'{path}' cannot be written: {failure.Message}", failure);
        }
    }

    private static void WriteAndMove(string target, Action<Stream> write)
    {
        if (Directory.Exists(target))
        {
            throw new IOException("it is a folder.");
        }

        var unfinished = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetRandomFileName()}.tmp");
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
            }

            File.Move(unfinished, target, overwrite: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException
            && failure.Message.Contains(unfinished, StringComparison.Ordinal))
        {
            // Nobody knows the file beside it.
            throw new IOException(failure.Message.Replace(unfinished, target, StringComparison.Ordinal), failure);
        }
        finally
        {
            // Without its folder, deleting would fail in its own words.
            if (File.Exists(unfinished))
            {
                File.Delete(unfinished);
            }
        }
    }

    // A link stays a link: what it points to is replaced.
    private static string TargetOf(string path)
    {
        var file = new FileInfo(path);
        return file.LinkTarget is null ? file.FullName : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName;
    }

    // Moving a file onto a device would take the device away.
    private static bool IsDevice(string target) => OperatingSystem.IsLinux() && target.StartsWith("/dev/", StringComparison.Ordinal);
}
