using System.Text.RegularExpressions;
using Xunit;

namespace Segmentation.Dashboard.Tests;

public partial class ArchitectureTests
{
    private static readonly string s_dashboard = Repository.PathOf("src/Segmentation.Dashboard");

    // Folder -> the folders of the dashboard it must not know.
    private static readonly Dictionary<string, string[]> s_forbidden = new()
    {
        ["Configuration"] = ["Session", "Uploads", "Exports", "Figures", "Components", "Hosting"],
        ["Figures"] = ["Session", "Components", "Uploads", "Exports", "Hosting", "Configuration"],
        ["Customers"] = ["Session", "Components", "Figures", "Uploads", "Exports", "Hosting", "Configuration"],
        ["Session"] = ["Components", "Figures", "Hosting"],
        ["Uploads"] = ["Components", "Figures", "Hosting"],
        ["Exports"] = ["Components", "Figures", "Hosting"],
        ["Hosting"] = ["Components", "Figures", "Session"],
    };

    [Fact]
    public void Folders_KnowOnlyWhatTheyMay()
    {
        var offences =
            from folder in s_forbidden.Keys
            from file in Sources(folder)
            from Match use in DashboardName().Matches(File.ReadAllText(file))
            where s_forbidden[folder].Contains(use.Groups[1].Value)
            select $"{folder}/{Path.GetFileName(file)} knows {use.Groups[1].Value}";

        Assert.Empty(offences);
    }

    [Fact]
    public void Pages_DoNotKnowOneAnother()
    {
        var pages = Sources("Components/Pages").Where(file => file.EndsWith(".razor", StringComparison.Ordinal) && File.ReadAllText(file).Contains("@page ", StringComparison.Ordinal))
            .Select(file => Path.GetFileNameWithoutExtension(file)).ToList();
        var offences =
            from file in Sources("Components/Pages")
            let own = Path.GetFileName(file).Split('.')[0]
            from page in pages
            where page != own && Regex.IsMatch(File.ReadAllText(file), $@"<{page}[\s/>]|typeof\({page}\)")
            select $"{Path.GetFileName(file)} knows {page}";

        Assert.NotEmpty(pages);
        Assert.Empty(offences);
    }

    [Fact]
    public void JavaScript_IsSpokenOnlyByComponentsWithAModuleOfTheirOwn()
    {
        var speakers = Sources("").Where(file => Regex.IsMatch(File.ReadAllText(file), @"\bIJSRuntime\b|\bScriptedComponent<\w+>$", RegexOptions.Multiline)).ToList();
        var offences = speakers.Where(file => Path.GetFileName(file) != "ScriptedComponent.cs").Where(file => !File.Exists(Regex.Replace(file, @"\.razor(\.cs)?$", ".razor.js"))).Select(Path.GetFileName);

        Assert.NotEmpty(speakers);
        Assert.Empty(offences);
    }

    [Fact]
    public void Plotly_IsSpokenToOnlyByCharts()
    {
        var modules = Directory.GetFiles(Path.Combine(s_dashboard, "Components"), "*.razor.js", SearchOption.AllDirectories);
        var offences = modules.Where(file => !file.Contains("/Charts/", StringComparison.Ordinal) && Regex.IsMatch(File.ReadAllText(file), @"\bPlotly\."));

        Assert.Empty(offences);
    }

    private static IEnumerable<string> Sources(string folder)
    {
        var root = Path.Combine(s_dashboard, folder);
        return !Directory.Exists(root)
            ? []
            : Directory.GetFiles(root, "*", SearchOption.AllDirectories).Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
                .Where(file => !Path.GetRelativePath(s_dashboard, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "node_modules"));
    }

    [GeneratedRegex(@"\bSegmentation\.Dashboard\.(\w+)")]
    private static partial Regex DashboardName();
}
