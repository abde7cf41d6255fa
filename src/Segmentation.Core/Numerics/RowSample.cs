namespace Segmentation.Core.Numerics;

/// <summary>Draws rows at random, the same ones for the same seed.</summary>
public static class RowSample
{
    /// <summary><paramref name="count"/> different rows of <paramref name="total"/>, each set equally likely, ascending (Vitter's method
    /// A).</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative or more than
    /// <paramref name="total"/>.</exception>
    public static int[] Draw(int total, int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, total);
        var random = new SeededRandom(seed, stream: 7);
        var rows = new int[count];
        var drawn = 0;
        for (var row = 0; drawn < count; row++)
        {
            if (random.NextDouble() * (total - row) < count - drawn)
            {
                rows[drawn++] = row;
            }
        }

        return rows;
    }
}
