using Segmentation.Core.Numerics;

namespace Segmentation.Core.Profiling;

/// <summary>
/// Count, mean and squared deviations of one column in each group of rows. One pass over chunks that depend on the number of rows alone:
/// within a chunk squares are taken about the chunk's own mean, and chunks are put together in their order (Chan, Golub and LeVeque
/// 1983), so that no offset costs digits and every number of threads gives the same bits.
/// </summary>
/// <param name="Counts">Cells that hold a number, per group.</param>
/// <param name="Sums">Their sums.</param>
/// <param name="Squares">Their squared differences from the group's mean, added.</param>
internal sealed record GroupMoments(int[] Counts, double[] Sums, double[] Squares)
{
    /// <summary>The moments of each column.</summary>
    public static GroupMoments[] Of(IReadOnlyList<CellReader> columns, GroupedRows rows, int threads, CancellationToken cancellationToken)
    {
        var chunks = new Chunks(rows.Labels.Length);
        var parts = new GroupMoments[columns.Count * chunks.Count];
        Chunks.Run(
            parts.Length,
            Chunks.ThreadsFor(threads),
            i => parts[i] = OfChunk(columns[i / chunks.Count], rows, chunks.Start(i % chunks.Count), chunks.End(i % chunks.Count)),
            cancellationToken);
        return [.. columns.Select((_, column) => Merge(parts.AsSpan(column * chunks.Count, chunks.Count)))];
    }

    /// <summary>The mean of a group; NaN where it has no cell.</summary>
    public double Mean(int group) => Sums[group] / Counts[group];

    /// <summary>Count, mean and squared deviations of the first <paramref name="groups"/> groups together.</summary>
    public (long Count, double Mean, double Squares) Together(int groups)
    {
        var count = Counts.AsSpan(0, groups).ToArray().Sum(part => (long)part);
        var mean = Sums.Take(groups).Sum() / count;
        return (count, mean, Within(groups) + Between(groups, mean));
    }

    /// <summary>Sum over the first groups of squared deviations from the group's own mean.</summary>
    public double Within(int groups) => Squares.Take(groups).Sum();

    /// <summary>Sum over the first groups of rows times the squared difference of the group's mean from <paramref name="mean"/>.</summary>
    public double Between(int groups, double mean)
    {
        var sum = 0.0;
        for (var group = 0; group < groups; group++)
        {
            sum += Counts[group] == 0 ? 0 : Counts[group] * (Mean(group) - mean) * (Mean(group) - mean);
        }

        return sum;
    }

    private static GroupMoments OfChunk(CellReader read, GroupedRows rows, int start, int end)
    {
        var cells = new double[end - start];
        read(start, cells);
        var part = new GroupMoments(new int[rows.Groups], new double[rows.Groups], new double[rows.Groups]);
        var labels = rows.Labels.AsSpan(start, cells.Length);
        part.Add(cells, labels, rows.ClusterCount);
        part.AddSquares(cells, labels, rows.ClusterCount);
        return part;
    }

    // Unassigned rows are the group behind the clusters.
    private void Add(ReadOnlySpan<double> cells, ReadOnlySpan<byte> labels, int clusters)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (!double.IsNaN(cells[i]))
            {
                var group = Math.Min(labels[i], clusters);
                Sums[group] += cells[i];
                Counts[group]++;
            }
        }
    }

    private void AddSquares(ReadOnlySpan<double> cells, ReadOnlySpan<byte> labels, int clusters)
    {
        Span<double> means = stackalloc double[Counts.Length];
        for (var group = 0; group < means.Length; group++)
        {
            means[group] = Mean(group);
        }

        for (var i = 0; i < cells.Length; i++)
        {
            if (!double.IsNaN(cells[i]))
            {
                var group = Math.Min(labels[i], clusters);
                var difference = cells[i] - means[group];
                Squares[group] += difference * difference;
            }
        }
    }

    private static GroupMoments Merge(ReadOnlySpan<GroupMoments> parts)
    {
        var groups = parts[0].Counts.Length;
        var merged = new GroupMoments(new int[groups], new double[groups], new double[groups]);
        foreach (var part in parts)
        {
            for (var group = 0; group < groups; group++)
            {
                merged.Counts[group] += part.Counts[group];
                merged.Sums[group] += part.Sums[group];
            }
        }

        foreach (var part in parts)
        {
            for (var group = 0; group < groups; group++)
            {
                var difference = part.Counts[group] == 0 ? 0 : part.Mean(group) - merged.Mean(group);
                merged.Squares[group] += part.Squares[group] + (part.Counts[group] * difference * difference);
            }
        }

        return merged;
    }
}
