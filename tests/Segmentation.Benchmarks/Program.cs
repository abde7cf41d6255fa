using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Running;

namespace Segmentation.Benchmarks;

/// <summary>
/// <c>side-by-side [reading|clustering|sweep|large|slider] [--save]</c> measures against peers and the clock of a real browser, one
/// line per figure; anything else goes to BenchmarkDotNet.
/// </summary>
internal static class Program
{
    private static readonly Dictionary<string, Action<TextWriter>> s_sideBySide = new()
    {
        ["reading"] = ReadingSideBySide.Run,
        ["clustering"] = ClusteringSideBySide.Run,
        ["sweep"] = SweepSideBySide.Run,
        ["large"] = LargeSideBySide.Run,
        ["slider"] = SliderLatency.Run,
    };

    public static int Main(string[] args)
    {
        // A reading is measured in a process of its own, so that its peak memory is its own too.
        if (args is [ReadingSideBySide.ChildArgument, var path, var repeats])
        {
            ReadingSideBySide.RunChild(path, int.Parse(repeats, CultureInfo.InvariantCulture), Console.Out);
            return 0;
        }

        if (args is [LargeSideBySide.ChildArgument, var rows, var runs])
        {
            LargeSideBySide.RunChild(int.Parse(rows, CultureInfo.InvariantCulture), int.Parse(runs, CultureInfo.InvariantCulture), Console.Out);
            return 0;
        }

        if (args.FirstOrDefault() != "side-by-side")
        {
            BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
            return 0;
        }

        var chosen = args.Skip(1).Where(word => word != "--save").ToArray();
        if (chosen.FirstOrDefault(word => !s_sideBySide.ContainsKey(word)) is { } unknown)
        {
            Console.Error.WriteLine($"There is no measurement '{unknown}'. There are: {string.Join(", ", s_sideBySide.Keys)}.");
            return 2;
        }

        foreach (var name in chosen.Length > 0 ? chosen : [.. s_sideBySide.Keys])
        {
            Measure(name, save: args.Contains("--save"));
        }

        return 0;
    }

    private static void Measure(string name, bool save)
    {
        using var text = new StringWriter();
        text.WriteLine($"# {Machine.Describe()}");
        text.WriteLine($"# dotnet run -c Release --project tests/Segmentation.Benchmarks -- side-by-side {name} --save");
        s_sideBySide[name](text);
        Console.Write(text);
        if (save)
        {
            File.WriteAllText(Path.Combine(Repository.Root, "tests", "Segmentation.Benchmarks", "results", $"{name}.txt"), text.ToString());
        }
    }
}
