using Segmentation.Core.Numerics;

namespace Segmentation.Dashboard.Figures;

/// <summary>
/// Which customers are drawn when there are too many: one of each small patch of the plane, so that thin places keep
/// their share. Depends on where customers lie and on nothing else, so it stays when the segments change.
/// </summary>
public static class ScatterSample
{
    /// <summary>Most points of one plot.</summary>
    public const int MaxPoints = 10_000;

    private const int GridBits = 16;
    private const int PatchBits = 5;

    /// <summary>At most <paramref name="count"/> rows of a plane with two columns, ascending; all rows when there are no more.</summary>
    public static int[] Draw(FeatureMatrix plane, int count = MaxPoints)
    {
        ArgumentNullException.ThrowIfNull(plane);
        if (plane.Rows <= count)
        {
            return [.. Enumerable.Range(0, plane.Rows)];
        }

        var walk = AlongTheCurve(plane);
        var drawn = new SortedSet<int>(OneOfEachPatch(walk).Take(count));
        var stretches = count - drawn.Count;
        for (var i = 0; i < stretches; i++)
        {
            // The middle of each of as many stretches of equal length.
            drawn.Add((int)(walk[((2L * i) + 1) * plane.Rows / (2L * stretches)] & uint.MaxValue));
        }

        return [.. drawn];
    }

    // Customers far from all others are few, and the first that one looks for: each coarse patch shows at least one.
    private static IEnumerable<int> OneOfEachPatch(ulong[] walk)
    {
        const int patchShift = 32 + (2 * (GridBits - PatchBits));
        var last = ulong.MaxValue;
        foreach (var step in walk)
        {
            if (step >> patchShift != last)
            {
                last = step >> patchShift;
                yield return (int)(step & uint.MaxValue);
            }
        }
    }

    // Rows in the order of a curve that visits neighbouring patches one after the other (Morton 1966); the row breaks ties.
    private static ulong[] AlongTheCurve(FeatureMatrix plane)
    {
        var x = Cells(plane.Column(0));
        var y = plane.Columns > 1 ? Cells(plane.Column(1)) : new uint[plane.Rows];
        var walk = new ulong[plane.Rows];
        for (var row = 0; row < walk.Length; row++)
        {
            walk[row] = ((ulong)(Spread(x[row]) | (Spread(y[row]) << 1)) << 32) | (uint)row;
        }

        Array.Sort(walk);
        return walk;
    }

    private static uint[] Cells(ReadOnlySpan<double> column)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in column)
        {
            low = Math.Min(low, value);
            high = Math.Max(high, value);
        }

        var cells = new uint[column.Length];
        var most = (1 << GridBits) - 1;
        for (var row = 0; row < cells.Length && high > low; row++)
        {
            cells[row] = (uint)((column[row] - low) / (high - low) * most);
        }

        return cells;
    }

    // Puts a zero between any two of the lower 16 bits.
    private static uint Spread(uint bits)
    {
        bits = (bits | (bits << 8)) & 0x00FF00FF;
        bits = (bits | (bits << 4)) & 0x0F0F0F0F;
        bits = (bits | (bits << 2)) & 0x33333333;
        return (bits | (bits << 1)) & 0x55555555;
    }
}
