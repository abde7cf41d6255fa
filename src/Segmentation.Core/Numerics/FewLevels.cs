namespace Segmentation.Core.Numerics;

/// <summary>Codes of numbers that have few distinct values, as most columns do: looked up and not sorted, which takes a fifth of the time.</summary>
internal static class FewLevels
{
    /// <summary>Most distinct values: their table stays in the second cache.</summary>
    public const int Most = 1 << 15;

    private const int Slots = 4 * Most;

    /// <summary>As <see cref="LevelCodes.Of"/>; null as soon as there are more than <see cref="Most"/> distinct values.</summary>
    public static (int[] Codes, double[] Levels)? TryFind(ReadOnlySpan<double> values)
    {
        var (codes, numbers, found) = (new int[values.Length], new int[Slots], new List<double>());
        for (var row = 0; row < values.Length; row++)
        {
            var value = values[row] + 0.0;
            codes[row] = double.IsNaN(value) ? LevelCodes.Missing : NumberOf(value, numbers, found);
            if (found.Count > Most)
            {
                return null;
            }
        }

        return (codes, InOrder(codes, found));
    }

    // Linear probing. A slot holds one more than the place of its value among those found, 0 for none.
    private static int NumberOf(double value, int[] numbers, List<double> found)
    {
        var slot = SlotOf(value);
        while (numbers[slot] != 0)
        {
            if (found[numbers[slot] - 1] == value)
            {
                return numbers[slot] - 1;
            }

            slot = (slot + 1) & (Slots - 1);
        }

        found.Add(value);
        numbers[slot] = found.Count;
        return found.Count - 1;
    }

    // Multiplied by the golden ratio, so that whole numbers, whose low bits are all 0, spread too.
    private static int SlotOf(double value) => (int)((BitConverter.DoubleToUInt64Bits(value) * 0x9E3779B97F4A7C15) >> 47) & (Slots - 1);

    private static double[] InOrder(int[] codes, List<double> found)
    {
        var levels = found.ToArray();
        int[] order = [.. Enumerable.Range(0, levels.Length)];
        Array.Sort(levels, order);
        var ranks = new int[order.Length];
        for (var rank = 0; rank < order.Length; rank++)
        {
            ranks[order[rank]] = rank;
        }

        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = codes[row] < 0 ? codes[row] : ranks[codes[row]];
        }

        return levels;
    }
}
