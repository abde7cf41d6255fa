using System.Runtime.CompilerServices;

namespace Segmentation.Dashboard.Tests;

/// <summary>Files of the source tree that tests look at.</summary>
internal static class Repository
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    public static string PathOf(string relative) => Path.Combine(s_root, relative);

    private static string ThisFile([CallerFilePath] string here = "") => here;
}
