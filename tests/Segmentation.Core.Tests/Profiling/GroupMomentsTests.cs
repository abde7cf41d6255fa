using Segmentation.Core.Clustering;
using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;
using Segmentation.Core.Profiling;
using Xunit;

namespace Segmentation.Core.Tests.Profiling;

public class GroupMomentsTests
{
    private const int Rows = 30_000;
    private const int Clusters = 3;

    private static readonly byte[] s_labels = [.. Draw(1).Select(number => number < 0.1 ? ClusteringResult.Unassigned : (byte)(number * Clusters))];

    // A large offset, which would cost a naive sum of squares all its digits, and gaps.
    private static readonly NumberColumn s_numbers = Tables.Numbers("n", [.. Draw(2).Select(number => number < 0.05 ? double.NaN : 1e9 + number)]);

    private static readonly GroupedRows s_rows = new(
        RowSelection.All(Rows), s_labels, Clusters, [.. Enumerable.Range(0, 3).Select(cluster => s_labels.Count(label => label == cluster)), s_labels.Count(label => label == ClusteringResult.Unassigned)]);

    [Fact]
    public void Of_ManyChunks_IsWhatTwoPassesOverTheRowsGive()
    {
        var moments = Compute(threads: 2);

        for (var group = 0; group < 4; group++)
        {
            var cells = s_numbers.Values.ToArray().Where((value, row) => s_rows.GroupOf(s_labels[row]) == group && !double.IsNaN(value)).ToArray();
            var mean = cells.Average(value => value - 1e9);
            Assert.Equal(cells.Length, moments.Counts[group]);
            Assert.Equal(mean, moments.Mean(group) - 1e9, tolerance: 1e-6);
            Assert.Equal(cells.Sum(value => (value - 1e9 - mean) * (value - 1e9 - mean)), moments.Squares[group], tolerance: 1e-3);
        }
    }

    [Fact]
    public void Together_PutsGroupsTogether()
    {
        var all = s_numbers.Values.ToArray().Where(value => !double.IsNaN(value)).Select(value => value - 1e9).ToArray();

        var (count, mean, squares) = Compute(threads: 1).Together(4);

        Assert.Equal(all.Length, count);
        Assert.Equal(all.Average(), mean - 1e9, tolerance: 1e-6);
        Assert.Equal(all.Sum(value => (value - all.Average()) * (value - all.Average())), squares, tolerance: 1e-2);
    }

    [Fact]
    public void Of_AnyNumberOfThreads_GivesTheSameBits()
    {
        var (one, four) = (Compute(threads: 1), Compute(threads: 4));

        Assert.Equal(one.Sums.Select(BitConverter.DoubleToInt64Bits), four.Sums.Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(one.Squares.Select(BitConverter.DoubleToInt64Bits), four.Squares.Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void Of_Cancelled_Ends() => Assert.ThrowsAny<OperationCanceledException>(() =>
        GroupMoments.Of([CellReaders.OfColumn(s_numbers, s_rows.Rows)], s_rows, 1, new CancellationToken(canceled: true)));

    [Fact]
    public void OfColumn_SomeRowsOnly_ReadsThoseRows()
    {
        var cells = new double[2];

        CellReaders.OfColumn(Tables.Numbers("n", 1, 2, 3, 4), RowSelection.Where(4, row => row != 1))(1, cells);

        Assert.Equal([3, 4], cells);
    }

    [Fact]
    public void OfColumn_Dates_AreDays()
    {
        var cells = new double[3];

        CellReaders.OfColumn(new DateColumn("d", [new DateTime(1, 1, 3), DateTime.MinValue, new DateTime(1, 1, 2, 12, 0, 0)]), RowSelection.All(3))(0, cells);

        Assert.Equal([2, double.NaN, 1.5], cells);
    }

    private static GroupMoments Compute(int threads) =>
        GroupMoments.Of([CellReaders.OfColumn(s_numbers, s_rows.Rows)], s_rows, threads, CancellationToken.None)[0];

    private static IEnumerable<double> Draw(int seed)
    {
        var random = new SeededRandom(seed);
        return [.. Enumerable.Range(0, Rows).Select(_ => random.NextDouble())];
    }
}
