using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>
/// The present values of a column among the rows that are kept, ascending, and what fences are made of. Sums run over
/// the sorted values, so that the order of rows does not matter to a single bit.
/// </summary>
internal sealed class SortedValues
{
    private readonly ReadOnlyMemory<double> _values;
    private readonly Lazy<(double Mean, double Deviation)> _moments;
    private readonly Lazy<double> _absoluteDeviation;

    public SortedValues(ReadOnlyMemory<double> ascending)
    {
        _values = ascending;
        _moments = new(ComputeMoments);
        _absoluteDeviation = new(ComputeMedianAbsoluteDeviation);
    }

    public ReadOnlySpan<double> Span => _values.Span;

    public int Count => _values.Length;

    public double Mean => _moments.Value.Mean;

    /// <summary>With n - 1 in the denominator; 0 for fewer than two values.</summary>
    public double StandardDeviation => _moments.Value.Deviation;

    public double MedianAbsoluteDeviation => _absoluteDeviation.Value;

    public FiveNumbers Box => new(Span[0], Quantile(0.25), Quantile(0.5), Quantile(0.75), Span[^1]);

    /// <summary>The values of <paramref name="column"/> in rows that are not set aside.</summary>
    public static SortedValues Of(NumberColumn column, SetAsideBuilder setAside)
    {
        var gone = setAside.Count == 0 ? [] : ValuesWhere(column, setAside, isKept: false);
        if (gone.Length == 0)
        {
            return new SortedValues(column.Sorted);
        }

        if (gone.Length > column.Length / 2)
        {
            var kept = ValuesWhere(column, setAside, isKept: true);
            Array.Sort(kept);
            return new SortedValues(kept);
        }

        Array.Sort(gone);
        return new SortedValues(Without(column.Sorted.Span, gone));
    }

    /// <summary>These values and <paramref name="count"/> times another.</summary>
    public SortedValues With(double value, int count)
    {
        var values = new double[Count + count];
        var below = CountBelow(value);
        Span[..below].CopyTo(values);
        values.AsSpan(below, count).Fill(value);
        Span[below..].CopyTo(values.AsSpan(below + count));
        return new SortedValues(values);
    }

    /// <summary>The type-7 quantile (Hyndman and Fan 1996): linear between the order statistics around (n - 1) x share.</summary>
    public double Quantile(double share)
    {
        var position = (Count - 1) * share;
        var below = (int)position;
        var (low, high) = (Span[below], Span[Math.Min(below + 1, Count - 1)]);
        var between = low + ((position - below) * (high - low));
        return double.IsFinite(between) ? between : (low * (1 - (position - below))) + (high * (position - below));
    }

    /// <summary>The value that occurs most often; the smallest of several.</summary>
    public double MostFrequent()
    {
        var values = Span;
        var (best, longest, start) = (values[0], 0, 0);
        for (var i = 1; i <= values.Length; i++)
        {
            if (i == values.Length || values[i] != values[start])
            {
                (best, longest) = i - start > longest ? (values[start], i - start) : (best, longest);
                start = i;
            }
        }

        return best;
    }

    /// <summary>How many values are less than <paramref name="limit"/>.</summary>
    public int CountBelow(double limit) => Boundary(value => value < limit);

    /// <summary>How many values are more than <paramref name="limit"/>.</summary>
    public int CountAbove(double limit) => Count - Boundary(value => value <= limit);

    private int Boundary(Func<double, bool> isBefore)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = isBefore(Span[middle]) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private (double Mean, double Deviation) ComputeMoments()
    {
        var sum = 0.0;
        foreach (var value in Span)
        {
            sum += value;
        }

        var mean = sum / Count;
        var squares = 0.0;
        foreach (var value in Span)
        {
            squares += (value - mean) * (value - mean);
        }

        return (mean, Count < 2 || Span[0] == Span[^1] ? 0 : Math.Sqrt(squares / (Count - 1)));
    }

    /// <summary>Deviations from the median ascend on both its sides: walk outwards until half of them are passed.</summary>
    private double ComputeMedianAbsoluteDeviation()
    {
        var values = Span;
        var median = Quantile(0.5);
        var right = CountBelow(median);
        var left = right - 1;
        var (previous, current) = (0.0, 0.0);
        for (var passed = 0; passed <= Count / 2; passed++)
        {
            previous = current;
            var takeLeft = left >= 0 && (right == Count || median - values[left] <= values[right] - median);
            current = takeLeft ? median - values[left--] : values[right++] - median;
        }

        return Count % 2 == 1 ? current : previous + ((current - previous) / 2);
    }

    private static double[] ValuesWhere(NumberColumn column, SetAsideBuilder setAside, bool isKept)
    {
        var values = column.Values;
        var found = new double[isKept ? setAside.Rows - setAside.Count : setAside.Count];
        var count = 0;
        for (var row = 0; row < values.Length; row++)
        {
            if (setAside.IsKept(row) == isKept && !double.IsNaN(values[row]))
            {
                found[count++] = values[row];
            }
        }

        return count == found.Length ? found : found[..count];
    }

    /// <summary>Takes each of <paramref name="gone"/> once out of <paramref name="all"/>; both ascend.</summary>
    private static double[] Without(ReadOnlySpan<double> all, double[] gone)
    {
        var rest = new double[all.Length - gone.Length];
        var (next, count) = (0, 0);
        foreach (var value in all)
        {
            if (next < gone.Length && gone[next] == value)
            {
                next++;
            }
            else
            {
                rest[count++] = value;
            }
        }

        return rest;
    }
}
