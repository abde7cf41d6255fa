using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Numerics;

namespace Segmentation.Benchmarks;

/// <summary>
/// File to data set against pandas.read_csv, in turn on the same machine: a million rows of seven numbers, and the order
/// lines of online_retail when that file is there. Each side runs in processes of its own and measures itself: fifteen readings
/// in one process for the time, of which the first is also told by itself, one reading in a fresh process for the peak memory.
/// </summary>
internal static class ReadingSideBySide
{
    /// <summary>The argument by which this program is started to read one file a number of times.</summary>
    public const string ChildArgument = "read-one";

    private const int Rows = 1_000_000;
    private const int Columns = 7;
    private const int Repeats = 15;
    private const string Python = "/usr/bin/python3";

    private const string PandasScript = """
        import sys, time, pandas
        for _ in range(int(sys.argv[2])):
            start = time.perf_counter()
            pandas.read_csv(sys.argv[1])
            print(time.perf_counter() - start)
        print([line for line in open('/proc/self/status') if line.startswith('VmHWM')][0].split()[1])
        """;

    /// <summary>Measures both files and prints one line per figure.</summary>
    public static void Run(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("reading");
        try
        {
            Compare("numbers 1,000,000 x 7", WriteNumbers(folder), output);
            if (UnpackOnlineRetail(folder) is { } lines)
            {
                Compare("online_retail", lines, output);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Reads a file as often as asked and prints the seconds of each reading, then the peak memory in kB.</summary>
    public static void RunChild(string path, int repeats, TextWriter output)
    {
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            var start = Stopwatch.GetTimestamp();
            DatasetReader.Read(path, ReadingOptions.Default);
            output.WriteLine(Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("R", CultureInfo.InvariantCulture));
        }

        output.WriteLine(Machine.PeakKilobytes());
    }

    private static void Compare(string name, string path, TextWriter output)
    {
        var ours = Start(Environment.ProcessPath!, [.. Machine.OwnArguments(), ChildArgument, path]);
        var pandas = Start(Python, ["-c", PandasScript, path]);
        var (ourTimes, theirTimes) = (Seconds(ours, Repeats), Seconds(pandas, Repeats));
        var (ourPeak, theirPeak) = (PeakBytes(ours), PeakBytes(pandas));
        var size = new FileInfo(path).Length;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"read {name}: {Median(ourTimes) * 1000:F0} ms, pandas.read_csv {Median(theirTimes) * 1000:F0} ms, ratio {Median(theirTimes) / Median(ourTimes):F2}; the first of a process {ourTimes[0] * 1000:F0} ms, pandas {theirTimes[0] * 1000:F0} ms"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"peak memory {name}: {ourPeak / 1e6:F0} MB = {ourPeak / (double)size:F2} x file, pandas {theirPeak / 1e6:F0} MB = {theirPeak / (double)size:F2} x file"));
    }

    private static Func<int, string[]> Start(string program, IReadOnlyList<string> arguments) => repeats =>
    {
        using var process = Process.Start(new ProcessStartInfo(program, [.. arguments, repeats.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return process.ExitCode == 0 ? lines : throw new InvalidOperationException($"{program} ended with code {process.ExitCode}.");
    };

    private static double[] Seconds(Func<int, string[]> run, int repeats) =>
        [.. run(repeats).Take(repeats).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];

    private static long PeakBytes(Func<int, string[]> run) => 1024 * long.Parse(run(1)[^1], CultureInfo.InvariantCulture);

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static string WriteNumbers(DirectoryInfo folder)
    {
        var path = Path.Combine(folder.FullName, "numbers.csv");
        var random = new SeededRandom(1);
        using var writer = new StreamWriter(path);
        writer.Write("a,b,c,d,e,f,g\n");
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                writer.Write((random.NextDouble() * 1000).ToString("F4", CultureInfo.InvariantCulture));
                writer.Write(column == Columns - 1 ? '\n' : ',');
            }
        }

        return path;
    }

    private static string? UnpackOnlineRetail(DirectoryInfo folder)
    {
        if (DataFolders().Select(data => Path.Combine(data, "online_retail.csv.gz")).FirstOrDefault(File.Exists) is not { } packed)
        {
            return null;
        }

        var path = Path.Combine(folder.FullName, "online_retail.csv");
        using var source = new GZipStream(File.OpenRead(packed), CompressionMode.Decompress);
        using var target = File.Create(path);
        source.CopyTo(target);
        return path;
    }

    // The folder that SEGMENTATION_DATA names, or shared/data beside a folder above this file.
    private static IEnumerable<string> DataFolders([CallerFilePath] string thisFile = "")
    {
        if (Environment.GetEnvironmentVariable("SEGMENTATION_DATA") is { Length: > 0 } named)
        {
            yield return named;
        }

        for (var folder = new FileInfo(thisFile).Directory; folder is not null; folder = folder.Parent)
        {
            yield return Path.Combine(folder.FullName, "shared", "data");
        }
    }
}
