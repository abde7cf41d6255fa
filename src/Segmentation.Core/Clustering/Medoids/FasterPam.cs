using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Medoids;

/// <summary>
/// The swaps of FasterPAM (Schubert and Rousseeuw 2021, algorithm 4): rows are tried as medoids in turn, and the first that lowers
/// the loss replaces the medoid for which it lowers it most. Many are tried at once and those behind the first success
/// are tried again, which makes the same swaps as one by one. Trusts its arguments; <see cref="KMedoids"/> checks them.
/// </summary>
internal sealed class FasterPam(FeatureMatrix matrix, int clusters, int threads)
{
    private const int MostGroups = 64;

    // Less than this share of the loss may be rounding, and swaps could go round in circles.
    private const double Rounding = 1e-12;

    private readonly RowTiles _tiles = new(matrix);
    private readonly MedoidDistances _distances = new(matrix, clusters);
    private readonly double[] _shifts = new double[MostGroups * TileDistances.Points * clusters];
    private readonly (int Medoid, double Change)[] _swaps = new (int, double)[MostGroups * TileDistances.Points];

    /// <summary>Swaps until nothing lowers the loss, or all rows were tried <paramref name="maxIterations"/> times.</summary>
    public MedoidRest Run(int[] start, int maxIterations, CancellationToken cancellationToken)
    {
        _distances.Begin(start);
        long tried = 0;
        var groups = 1;
        for (var sinceSwap = 0; sinceSwap < matrix.Rows && tried < (long)maxIterations * matrix.Rows;)
        {
            var first = (int)(tried % matrix.Rows);
            var count = Math.Min(groups * TileDistances.Points, matrix.Rows - first);
            TryAll(first, count, cancellationToken);
            var success = FirstSuccess(count);
            if (success < count)
            {
                _distances.Replace(_swaps[success].Medoid, first + success);
                (sinceSwap, groups) = (0, Math.Max(1, groups / 2));
                tried += success + 1;
            }
            else
            {
                groups = Math.Min(MostGroups, 2 * groups);
                sinceSwap += count;
                tried += count;
            }
        }

        return new MedoidRest([.. _distances.Medoids], _distances.Loss, (int)((tried + matrix.Rows - 1) / matrix.Rows));
    }

    private int FirstSuccess(int count)
    {
        var i = 0;
        while (i < count && !(_swaps[i].Change < -Rounding * _distances.Loss))
        {
            i++;
        }

        return i;
    }

    private void TryAll(int first, int count, CancellationToken cancellationToken)
    {
        var groups = (count + TileDistances.Points - 1) / TileDistances.Points;
        Chunks.Run(groups, threads, TryGroup, cancellationToken);

        void TryGroup(int group) => TryFour(group, first, Math.Min(TileDistances.Points, count - (group * TileDistances.Points)));
    }

    private unsafe void TryFour(int group, int first, int count)
    {
        var place = group * TileDistances.Points;
        var packed = PackRows(first + place, count);
        var shifts = _shifts.AsSpan(place * clusters, TileDistances.Points * clusters);
        shifts.Clear();
        fixed (double* candidates = packed, nearest = _distances.Nearest, second = _distances.Second, shift = shifts)
        fixed (byte* labels = _distances.Labels)
        {
            var kernel = new SwapTile
            {
                Candidates = candidates, Columns = matrix.Columns, Nearest = nearest, Second = second, Labels = labels, Shifts = shift,
                Clusters = clusters,
            };
            _tiles.Run(ref kernel, 0, matrix.Rows);
            for (var i = 0; i < count; i++)
            {
                _swaps[place + i] = BestSwap(kernel.Gain(i), shifts.Slice(i * clusters, clusters));
            }
        }
    }

    private double[] PackRows(int first, int count)
    {
        var rows = new double[count * matrix.Columns];
        for (var i = 0; i < count; i++)
        {
            matrix.CopyRow(first + i, rows.AsSpan(i * matrix.Columns));
        }

        var packed = new double[TileDistances.PackedLength(count, matrix.Columns)];
        TileDistances.Pack(rows, matrix.Columns, packed);
        return packed;
    }

    private (int Medoid, double Change) BestSwap(double gain, ReadOnlySpan<double> shifts)
    {
        var (best, lowest) = (0, double.PositiveInfinity);
        for (var medoid = 0; medoid < shifts.Length; medoid++)
        {
            var change = gain + _distances.Removal[medoid] + shifts[medoid];
            (best, lowest) = change < lowest ? (medoid, change) : (best, lowest);
        }

        return (best, lowest);
    }
}
