using System.Runtime.CompilerServices;

namespace Segmentation.Core.Tests;

/// <summary>Real files that are not part of the project: tests that want one skip themselves where it is not there.</summary>
public static class SharedData
{
    /// <summary>
    /// The path of a shared file, or null: in the folder that the environment variable SEGMENTATION_DATA names, else in
    /// <c>shared/data</c> beside this repository or a folder above it.
    /// </summary>
    public static string? Find(string fileName)
    {
        if (Environment.GetEnvironmentVariable("SEGMENTATION_DATA") is { Length: > 0 } named)
        {
            return Existing(Path.Combine(named, fileName));
        }

        for (var folder = Directory.GetParent(SourceFile()); folder is not null; folder = folder.Parent)
        {
            if (Existing(Path.Combine(folder.FullName, "shared", "data", fileName)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Existing(string path) => File.Exists(path) ? path : null;

    private static string SourceFile([CallerFilePath] string path = "") => path;
}
