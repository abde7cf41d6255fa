namespace Segmentation.Core.Numerics;

/// <summary>
/// Numbers as codes into their distinct values, ascending: what a dictionary is to texts. Counting codes then stands for sorting: ranks,
/// quantiles and bars of any part of the rows come from one pass over it.
/// </summary>
internal static class LevelCodes
{
    /// <summary>The code of a number that is missing.</summary>
    public const int Missing = -1;

    // Eleven bits a pass: six passes see all 64, and the counters of one pass stay in the first cache.
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int Passes = 6;

    /// <summary>One code per value, NaN as <see cref="Missing"/>, and the distinct values ascending. 0 and -0 are one value.</summary>
    public static (int[] Codes, double[] Levels) Of(ReadOnlySpan<double> values) => FewLevels.TryFind(values) ?? BySorting(values);

    /// <summary>The same whatever the number of distinct values.</summary>
    internal static (int[] Codes, double[] Levels) BySorting(ReadOnlySpan<double> values)
    {
        var codes = new int[values.Length];
        var (keys, rows) = Present(values, codes);
        (keys, rows) = Sort(keys, rows);
        var levels = new List<double>();
        for (var place = 0; place < keys.Length; place++)
        {
            if (place == 0 || keys[place] != keys[place - 1])
            {
                levels.Add(values[rows[place]] + 0.0);
            }

            codes[rows[place]] = levels.Count - 1;
        }

        return (codes, [.. levels]);
    }

    private static (ulong[] Keys, int[] Rows) Present(ReadOnlySpan<double> values, int[] codes)
    {
        var count = 0;
        foreach (var value in values)
        {
            count += double.IsNaN(value) ? 0 : 1;
        }

        var (keys, rows) = (new ulong[count], new int[count]);
        var next = 0;
        for (var row = 0; row < values.Length; row++)
        {
            if (double.IsNaN(values[row]))
            {
                codes[row] = Missing;
            }
            else
            {
                (keys[next], rows[next++]) = (KeyOf(values[row]), row);
            }
        }

        return (keys, rows);
    }

    // Orders as the number does: negative ones have all bits turned, the others their sign.
    private static ulong KeyOf(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value + 0.0);
        return bits >> 63 == 1 ? ~bits : bits | (1UL << 63);
    }

    /// <summary>Least significant digit first; a digit that all keys share is passed over, which spares whole numbers half of the passes.</summary>
    private static (ulong[] Keys, int[] Rows) Sort(ulong[] keys, int[] rows)
    {
        var counts = CountDigits(keys);
        ulong[]? otherKeys = null;
        int[]? otherRows = null;
        for (var pass = 0; pass < Passes; pass++)
        {
            var starts = counts.AsSpan(pass * Digits, Digits);
            if (keys.Length == 0 || starts[DigitOf(keys[0], pass)] == keys.Length)
            {
                continue;
            }

            (otherKeys, otherRows) = (otherKeys ?? new ulong[keys.Length], otherRows ?? new int[keys.Length]);
            Accumulate(starts);
            Scatter(keys, rows, otherKeys, otherRows, starts, pass);
            (keys, otherKeys, rows, otherRows) = (otherKeys, keys, otherRows, rows);
        }

        return (keys, rows);
    }

    private static int DigitOf(ulong key, int pass) => (int)(key >> (pass * DigitBits)) & (Digits - 1);

    private static int[] CountDigits(ulong[] keys)
    {
        var counts = new int[Passes * Digits];
        foreach (var key in keys)
        {
            for (var pass = 0; pass < Passes; pass++)
            {
                counts[(pass * Digits) + DigitOf(key, pass)]++;
            }
        }

        return counts;
    }

    private static void Accumulate(Span<int> counts)
    {
        var sum = 0;
        foreach (ref var count in counts)
        {
            (count, sum) = (sum, sum + count);
        }
    }

    private static void Scatter(ulong[] keys, int[] rows, ulong[] toKeys, int[] toRows, Span<int> starts, int pass)
    {
        for (var place = 0; place < keys.Length; place++)
        {
            var to = starts[DigitOf(keys[place], pass)]++;
            (toKeys[to], toRows[to]) = (keys[place], rows[place]);
        }
    }
}
