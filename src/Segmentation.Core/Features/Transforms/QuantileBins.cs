using MathNet.Numerics.Statistics;
using Segmentation.Core.Collections;

namespace Segmentation.Core.Features.Transforms;

/// <summary>
/// The number of a bin, from 0: how many cuts are below the value. Cuts are type-7 quantiles (Hyndman and Fan 1996), so that bins hold about
/// equally many rows; where many rows share a number bins stay empty, and those who spend nothing are still apart from those who do.
/// </summary>
/// <param name="Edges">The smallest number, the cuts between the bins, and the largest number, ascending.</param>
public sealed record QuantileBins(ValueList<double> Edges) : FittedTransform
{
    /// <summary>Number of bins.</summary>
    public int Count => Edges.Count - 1;

    /// <inheritdoc/>
    public override double Apply(double value)
    {
        if (double.IsNaN(value))
        {
            return value;
        }

        var bin = 0;
        while (bin < Count - 1 && Edges[bin + 1] < value)
        {
            bin++;
        }

        return bin;
    }

    /// <summary>The middle of a bin; of a mean of bin numbers, what lies in between.</summary>
    public override double Invert(double value)
    {
        var place = Math.Clamp(value + 0.5, 0, Count);
        var bin = Math.Min((int)place, Count - 1);
        return Edges[bin] + ((place - bin) * (Edges[bin + 1] - Edges[bin]));
    }

    /// <summary>Cuts <paramref name="values"/> into <paramref name="count"/> bins.</summary>
    public static QuantileBins Fit(ReadOnlySpan<double> values, int count)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return new QuantileBins(Enumerable.Range(0, count + 1)
            .Select(edge => SortedArrayStatistics.QuantileCustom(sorted, (double)edge / count, QuantileDefinition.R7)).ToValueList());
    }
}
