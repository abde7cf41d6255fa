using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Segmentation.Core.Numerics;
using Xunit;

namespace Segmentation.Core.Tests;

public partial class ArchitectureTests
{
    // Folder -> the Core folders it may use, beside Collections, which all may. Anything not listed here is forbidden.
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["Collections"] = [],
        ["Numerics"] = [],
        ["Frame"] = ["Numerics"],
        ["Cleaning"] = ["Frame", "Numerics"],
        ["Exploring"] = ["Frame", "Cleaning", "Numerics"],
        ["Features"] = ["Frame", "Numerics"],
        ["Clustering"] = ["Numerics"],
        ["Projection"] = ["Numerics"],
        ["Profiling"] = ["Frame", "Features", "Clustering", "Numerics"],
        ["Samples"] = ["Frame", "Numerics"],
        ["Pipeline"] = ["Numerics", "Frame", "Cleaning", "Exploring", "Features", "Clustering", "Projection", "Profiling", "Samples"],
        ["Reporting"] = ["Numerics", "Frame", "Cleaning", "Features", "Clustering", "Profiling", "Pipeline"],
    };

    [Fact]
    public void Core_KnowsNothingOfTheWebNorOfItsHosts()
    {
        string[] hosts = ["Microsoft.AspNetCore", "Microsoft.Extensions.DependencyInjection", "Microsoft.JSInterop", "Segmentation.", "segment"];

        var offences = typeof(FeatureMatrix).Assembly.GetReferencedAssemblies()
            .Where(assembly => hosts.Any(host => assembly.Name!.StartsWith(host, StringComparison.Ordinal)));

        Assert.Empty(offences);
    }

    [Fact]
    public void Folders_UseOnlyTheFoldersBelowThem()
    {
        var offences =
            from file in SourceFiles("Segmentation.Core")
            let folder = Path.GetRelativePath(SourceFolder("Segmentation.Core"), file).Split(Path.DirectorySeparatorChar)[0]
            from Match use in CoreName().Matches(File.ReadAllText(file))
            let used = use.Groups[1].Value
            where used != folder && used != "Collections" && !s_allowed[folder].Contains(used)
            select $"{folder}/{Path.GetFileName(file)} uses {used}";

        Assert.Empty(offences);
    }

    [Fact]
    public void Core_HasNoClockNoSleepAndNoHiddenRandomness()
    {
        var offences =
            from file in SourceFiles("Segmentation.Core")
            from Match use in Impure().Matches(File.ReadAllText(file))
            select $"{Path.GetFileName(file)} uses {use.Value}";

        Assert.Empty(offences);
    }

    // A library's sums may depend on where in memory the numbers lie, and its exponentials on how far the code is optimised by then.
    [Fact]
    public void Sums_AreWrittenOut_SoThatEachRunGivesTheSameBits()
    {
        var offences =
            from file in SourceFiles("Segmentation.Core")
            from Match use in RestlessSum().Matches(File.ReadAllText(file))
            select $"{Path.GetFileName(file)} uses {use.Value}: OrderedSums gives the same bits each time";

        Assert.Empty(offences);
    }

    [Fact]
    public void FileFormats_HaveOneHomeForReading()
    {
        var offences =
            from file in SourceFiles("Segmentation.Core").Concat(SourceFiles("Segmentation.Cli")).Concat(SourceFiles("Segmentation.Dashboard"))
            where !file.Contains(Path.Combine("Frame", "IO"), StringComparison.Ordinal)
            from Match use in FormatReader().Matches(File.ReadAllText(file))
            select $"{Path.GetFileName(file)} uses {use.Value}";

        Assert.Empty(offences);
    }

    [Fact]
    public void Drawers_DoNotExist()
    {
        string[] drawers = ["Utils", "Utilities", "Helpers", "Common", "Model", "Models", "Managers"];

        Assert.DoesNotContain(
            SourceFiles(""), file => Path.GetRelativePath(SourceFolder(""), file).Split(Path.DirectorySeparatorChar).Intersect(drawers).Any());
    }

    [GeneratedRegex(@"\bSegmentation\.Core\.(?!Tests|Core)([A-Z]\w+)(?=[.;])")]
    private static partial Regex CoreName();

    [GeneratedRegex(@"\bDateTime\.(Now|UtcNow|Today)\b|\bDateTimeOffset\.(Now|UtcNow)\b|\bTimeProvider\b|\bStopwatch\b|\bThread\.Sleep\b|\bnew Random\(|\bRandom\.Shared\b|\bGuid\.NewGuid\b")]
    private static partial Regex Impure();

    [GeneratedRegex(@"TensorPrimitives\.(Sum\w*|Dot|Distance|Norm|Product\w*|CosineSimilarity|SoftMax|Exp\w*|Log\w*|Pow|Sigmoid|Tanh)\b")]
    private static partial Regex RestlessSum();

    [GeneratedRegex(@"\bCsvReader\b|\bExcelReaderFactory\b")]
    private static partial Regex FormatReader();

    private static IEnumerable<string> SourceFiles(string project) =>
        Directory.EnumerateFiles(SourceFolder(project), "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(SourceFolder(""), file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    private static string SourceFolder(string project, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", project);
}
