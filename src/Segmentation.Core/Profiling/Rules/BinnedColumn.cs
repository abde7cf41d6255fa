using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Profiling.Rules;

/// <summary>
/// One column as a tree looks at it: per row the number of a bin. The bins of numbers are divided at round numbers, between neighbours of a
/// sample where that has few different ones, else at its quantiles. Of categories the most frequent have a bin each, and the others share the last.
/// </summary>
internal sealed class BinnedColumn
{
    private const int SampleRows = 16_384;
    private const int MaxBins = 1024;

    private BinnedColumn(string name, double[]? edges, string[]? levels, int bins, ushort[] codes) =>
        (Name, Edges, Levels, Bins, Codes) = (name, edges, levels, bins, codes);

    public string Name { get; }

    /// <summary>Where numbers are divided, ascending: bin i holds numbers from edge i - 1 on and under edge i. Null for categories.</summary>
    public double[]? Edges { get; }

    /// <summary>The categories that have a bin of their own, in the order of the bins. Null for numbers.</summary>
    public string[]? Levels { get; }

    /// <summary>Number of bins. The bin of missing cells is one more, the last.</summary>
    public int Bins { get; }

    /// <summary>Per row its bin.</summary>
    public ushort[] Codes { get; }

    public int MissingBin => Bins;

    /// <summary>True when no category shares a bin with another.</summary>
    public bool IsComplete { get; private init; }

    /// <summary>The given rows of a column of numbers.</summary>
    public static BinnedColumn Of(NumberColumn column, RowSelection rows, int threads, CancellationToken cancellationToken)
    {
        var edges = EdgesOf(column, rows);
        var codes = new ushort[rows.Count];
        var missing = (ushort)(edges.Length + 1);
        var search = new EdgeSearch(edges);
        var chunks = new Chunks(rows.Count);
        Chunks.Run(chunks.Count, Chunks.ThreadsFor(threads), Fill, cancellationToken);
        return new BinnedColumn(column.Name, edges, null, edges.Length + 1, codes);

        void Fill(int chunk)
        {
            var values = column.Values;
            for (var i = chunks.Start(chunk); i < chunks.End(chunk); i++)
            {
                var value = values[rows[i]];
                codes[i] = double.IsNaN(value) ? missing : search.BinOf(value);
            }
        }
    }

    /// <summary>The given rows of a column of categories.</summary>
    /// <param name="column">The column.</param>
    /// <param name="rows">Which rows.</param>
    /// <param name="mostLevels">Most categories with a bin of their own.</param>
    public static BinnedColumn Of(TextColumn column, RowSelection rows, int mostLevels)
    {
        var counts = new int[column.Dictionary.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            counts[Math.Max(column.Codes[rows[i]], 0)] += column.Codes[rows[i]] == TextColumn.MissingCode ? 0 : 1;
        }

        int[] levels = [.. Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0)
            .OrderByDescending(code => counts[code]).ThenBy(code => column.Dictionary[code], StringComparer.Ordinal).Take(mostLevels)];
        var bins = new ushort[counts.Length + 1];
        Array.Fill(bins, (ushort)levels.Length);
        bins[^1] = (ushort)(levels.Length + 1);
        foreach (var (bin, code) in levels.Index())
        {
            bins[code] = (ushort)bin;
        }

        var codes = new ushort[rows.Count];
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = bins[column.Codes[rows[i]] is var code and not TextColumn.MissingCode ? code : counts.Length];
        }

        return new BinnedColumn(column.Name, null, [.. levels.Select(code => column.Dictionary[code])], levels.Length + 1, codes)
        {
            IsComplete = counts.Count(count => count > 0) == levels.Length,
        };
    }

    private static double[] EdgesOf(NumberColumn column, RowSelection rows)
    {
        int[] sample = rows.Count <= SampleRows ? rows.ToArray() : [.. RowSample.Draw(rows.Count, SampleRows, seed: 1).Select(place => rows[place])];
        double[] sorted = [.. sample.Select(row => column[row]).Where(value => !double.IsNaN(value)).Order()];
        double[] distinct = [.. sorted.Distinct()];
        double[] borders = distinct.Length <= MaxBins
            ? distinct
            : [.. Enumerable.Range(0, MaxBins).Select(bin => sorted[(int)((long)bin * (sorted.Length - 1) / (MaxBins - 1))]).Distinct()];
        return [.. borders.Zip(borders.Skip(1), (low, high) => RoundNumber.Within(Math.BitIncrement(low), high)).Distinct()];
    }

    /// <summary>Finds bins by halving.</summary>
    private sealed class EdgeSearch(double[] edges)
    {
        private readonly double[] _padded = Pad(edges);

        // How many edges are at or below the number, without a branch that could be guessed wrong.
        public ushort BinOf(double value)
        {
            var first = 0;
            for (var half = _padded.Length / 2; half > 0; half /= 2)
            {
                first += Convert.ToInt32(_padded[first + half - 1] <= value) * half;
            }

            return (ushort)first;
        }

        private static double[] Pad(double[] edges)
        {
            var padded = new double[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)edges.Length + 1)];
            Array.Fill(padded, double.PositiveInfinity);
            edges.CopyTo(padded, 0);
            return padded;
        }
    }
}
