namespace Segmentation.Core.Clustering.Quality;

/// <summary>Agreement of two partitions of the same rows, corrected for chance (Hubert and Arabie 1985).</summary>
public static class AdjustedRand
{
    /// <summary>1 for the same partition however numbered, about 0 for unrelated ones, negative for less than chance; 1 where both are
    /// trivial.</summary>
    /// <exception cref="ArgumentException">The partitions are of different lengths.</exception>
    public static double Index(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length != right.Length)
        {
            throw new ArgumentException($"{left.Length} and {right.Length} labels cannot be compared.", nameof(right));
        }

        var table = new long[256, 256];
        var leftSizes = new long[256];
        var rightSizes = new long[256];
        for (var row = 0; row < left.Length; row++)
        {
            table[left[row], right[row]]++;
            leftSizes[left[row]]++;
            rightSizes[right[row]]++;
        }

        var together = table.Cast<long>().Sum(Pairs);
        var (inLeft, inRight) = (leftSizes.Sum(Pairs), rightSizes.Sum(Pairs));
        var expected = inLeft * inRight / Math.Max(1, Pairs(left.Length));
        var highest = (inLeft + inRight) / 2;

        // Both one cluster, or both all singletons: there is nothing that chance could have done.
        return highest == expected ? 1 : (together - expected) / (highest - expected);
    }

    private static double Pairs(long count) => count * (count - 1) / 2.0;
}
