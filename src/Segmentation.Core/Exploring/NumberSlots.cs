using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Exploring;

/// <summary>Ranges of numbers between round ends.</summary>
internal static class NumberSlots
{
    // A few values very far out would press all others into one bar; they share the bar at their end.
    private const double FarthestBoxes = 4;

    private static readonly double[] s_roundSteps = [1, 2, 2.5, 5, 10];

    public static ValueList<AxisSlot> Of(NumberColumn column, SortedValues values)
    {
        if (values.Count == 0)
        {
            return [];
        }

        var isWhole = column.Type == ColumnType.Integer;
        double[] inner = [.. EdgesBetween(values.Box, isWhole)];
        double[] edges = [values.Span[0], .. inner.Where(edge => edge > values.Span[0] && edge <= values.Span[^1])];
        return [.. edges.Select((from, place) => Slot(column.Name, from, edges.ElementAtOrDefault(place + 1), place == edges.Length - 1, values.Span[^1], isWhole))];
    }

    private static AxisSlot Slot(string column, double from, double next, bool isLast, double greatest, bool isWhole)
    {
        var to = isLast ? greatest : isWhole ? next - 1 : next;
        return new AxisSlot(new NumberRange(column, from, to, IsUnder: !isLast && !isWhole), from, isLast ? greatest : next);
    }

    /// <summary>Round numbers from the lowest of the bulk of the values to their highest, ascending.</summary>
    private static IEnumerable<double> EdgesBetween(FiveNumbers box, bool isWhole)
    {
        var reach = FarthestBoxes * (box.UpperQuartile - box.LowerQuartile);
        var from = reach > 0 ? Math.Max(box.Minimum, box.LowerQuartile - reach) : box.Minimum;
        var to = reach > 0 ? Math.Min(box.Maximum, box.UpperQuartile + reach) : box.Maximum;
        var (multiple, exponent) = StepFor((to / ColumnAxis.MaxRanges) - (from / ColumnAxis.MaxRanges), isWhole);
        if (!(multiple > 0) || exponent is < -300 or > 300)
        {
            yield break;
        }

        var step = multiple * Math.Pow(10, exponent);
        var first = Math.Floor(from / step);
        for (var place = 0; place <= ColumnAxis.MaxRanges + 1 && (first + place) * step <= to; place++)
        {
            // Divided by a power of ten and not multiplied by a fraction: 0.3 and not 0.30000000000000004.
            var edge = (first + place) * multiple;
            yield return exponent < 0 ? edge / Math.Pow(10, -exponent) : edge * Math.Pow(10, exponent);
        }
    }

    /// <summary>The least round step that is not under <paramref name="width"/>, as a multiple of a power of ten; whole numbers take whole steps.</summary>
    private static (double Multiple, int Exponent) StepFor(double width, bool isWhole)
    {
        if (!(width > 0) || !double.IsFinite(width))
        {
            return default;
        }

        var exponent = (int)Math.Floor(Math.Log10(isWhole ? Math.Max(width, 1) : width));
        var size = Math.Pow(10, exponent);
        var step = s_roundSteps.First(step => step * size >= width * (1 - 1e-9) && (!isWhole || double.IsInteger(step * size)));
        return (step, exponent);
    }
}
