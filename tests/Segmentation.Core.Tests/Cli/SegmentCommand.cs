using System.Text.Json;
using Segmentation.Cli;
using Xunit;

namespace Segmentation.Core.Tests.Cli;

/// <summary>Runs <c>segment</c> within this process, in a folder of its own that is gone afterwards.</summary>
public sealed class SegmentCommand : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("segment").FullName;

    public string[] Files => [.. Directory.GetFileSystemEntries(_folder).Select(entry => Path.GetFileName(entry)).Order(StringComparer.Ordinal)];

    public string PathOf(string name) => Path.Combine(_folder, name);

    public string Write(string name, string content)
    {
        File.WriteAllText(PathOf(name), content);
        return PathOf(name);
    }

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public static Task<Outcome> RunAsync(params string[] args) => RunAsync(CancellationToken.None, args);

    public static async Task<Outcome> RunAsync(CancellationToken cancellationToken, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(args, output, error, cancellationToken: cancellationToken);
        return new Outcome(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs with <c>--json -</c>, expects success, and gives the JSON.</summary>
    public static async Task<JsonElement> JsonAsync(params string[] args)
    {
        var outcome = await RunAsync([.. args, "--json", "-"]);
        Assert.Equal(("", 0), (outcome.Error, outcome.Code));
        return JsonDocument.Parse(outcome.Output).RootElement;
    }

    /// <summary>Runs, expects exit code 2, nothing on standard output and one line on standard error, and gives that line.</summary>
    public static async Task<string> RefusedAsync(params string[] args)
    {
        var outcome = await RunAsync(args);
        Assert.Equal(2, outcome.Code);
        Assert.Equal("", outcome.Output);
        Assert.Single(outcome.Error.TrimEnd('\r', '\n').Split('\n'));
        Assert.StartsWith("segment: ", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("should not have", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        return outcome.Error.TrimEnd();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public sealed record Outcome(int Code, string Output, string Error);
}
