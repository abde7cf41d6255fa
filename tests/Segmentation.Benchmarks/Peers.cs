using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Segmentation.Core.Numerics;

namespace Segmentation.Benchmarks;

/// <summary>What a peer took and found, as it says itself.</summary>
/// <param name="Name">The peer and its version.</param>
/// <param name="Milliseconds">Median of its runs.</param>
/// <param name="Inertia">What it came to.</param>
/// <param name="Iterations">Iterations done; 0 where it does not say.</param>
internal sealed record PeerRun(string Name, double Milliseconds, double Inertia, int Iterations);

/// <summary>Runs scripts of Debian's python3-sklearn and r-base-core on a matrix that is handed over in files.</summary>
internal static class Peers
{
    private const string DebianPython = "/usr/bin/python3";
    private const string DebianR = "/usr/bin/Rscript";

    /// <summary>Runs a Python script on cells.f64 and start.f64; null where the interpreter or its packages are not there.</summary>
    public static PeerRun? Python(string script, FeatureMatrix matrix, double[] start, params string[] arguments) =>
        Run(Environment.GetEnvironmentVariable("SEGMENTATION_PYTHON") ?? DebianPython, "-c", script, matrix, start, arguments);

    /// <summary>Runs an R script likewise.</summary>
    public static PeerRun? R(string script, FeatureMatrix matrix, double[] start, params string[] arguments) =>
        Run(DebianR, "-e", script, matrix, start, arguments);

    // The script gets the folder, rows, columns and its own arguments, and prints name, milliseconds, inertia and iterations.
    private static PeerRun? Run(string program, string flag, string script, FeatureMatrix matrix, double[] start, string[] arguments)
    {
        if (!File.Exists(program))
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("side-by-side-").FullName;
        try
        {
            Write(Path.Combine(folder, "cells.f64"), matrix.Cells);
            Write(Path.Combine(folder, "start.f64"), start);
            string[] all = [flag, script, folder, Figures.Text($"{matrix.Rows}"), Figures.Text($"{matrix.Columns}"), .. arguments];
            using var process = Process.Start(new ProcessStartInfo(program, all) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var words = process.StandardOutput.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            process.WaitForExit();
            errors.Wait();
            return process.ExitCode != 0 || words.Length != 4 ? null : new PeerRun(words[0].Replace('_', ' '), Number(words[1]), Number(words[2]), (int)Number(words[3]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string path, ReadOnlySpan<double> numbers)
    {
        using var stream = File.Create(path);
        stream.Write(MemoryMarshal.AsBytes(numbers));
    }

    private static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);
}
