using System.Globalization;
using System.Runtime.InteropServices;

namespace Segmentation.Benchmarks;

/// <summary>The machine that figures were measured on, as its own operating system names it.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Cpu()}, {Environment.ProcessorCount} cores, {memory:0} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
    }

    /// <summary>The most memory that this process has held so far, in kB, as text.</summary>
    public static string PeakKilobytes() => File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2];

    /// <summary>What stands before this program's arguments: started through "dotnet some.dll", it is dotnet and needs the library's name again.</summary>
    public static IEnumerable<string> OwnArguments() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet" ? [typeof(Machine).Assembly.Location] : [];

    private static string Cpu()
    {
        const string path = "/proc/cpuinfo";
        if (!File.Exists(path))
        {
            return RuntimeInformation.ProcessArchitecture.ToString();
        }

        // The vendor's name alone can be vague on a virtual machine; family and model pin it down.
        var facts = File.ReadLines(path).TakeWhile(line => line.Length > 0)
            .Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
        return $"{facts.GetValueOrDefault("model name", "unknown")} (family {facts.GetValueOrDefault("cpu family")}, model {facts.GetValueOrDefault("model")})";
    }
}
