using Segmentation.Core.Features.Expressions;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Features.Suggestions;

/// <summary>What suggestions need to know of a column of numbers. Found in two passes, without a sort.</summary>
internal sealed record ColumnTraits
{
    public required string Name { get; init; }

    /// <summary>The words of the name in lower case, numbers among them.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    public required bool IsInteger { get; init; }

    /// <summary>Cells that hold a number.</summary>
    public required int Count { get; init; }

    public required double Least { get; init; }

    public required double Most { get; init; }

    public required double Mean { get; init; }

    /// <summary>The third standardised moment of all values, by n; 0 where they do not differ.</summary>
    public required double Skew { get; init; }

    /// <summary>How the column is written in an expression.</summary>
    public string Reference => ColumnReference.To(Name);

    /// <summary>Whether there are both 0 and 1, and nothing between or beyond.</summary>
    public bool IsZeroOne => IsInteger && Least == 0 && Most == 1;

    public bool HasWord(IReadOnlySet<string> words) => Words.Any(words.Contains);

    public static ColumnTraits Of(NumberColumn column)
    {
        var (count, sum, least, most) = (0, 0.0, double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in column.Values)
        {
            if (!double.IsNaN(value))
            {
                (count, sum) = (count + 1, sum + value);
                (least, most) = (Math.Min(least, value), Math.Max(most, value));
            }
        }

        var mean = count == 0 ? 0 : sum / count;
        return new ColumnTraits
        {
            Name = column.Name,
            Words = KeyNames.Words(column.Name),
            IsInteger = column.Type == ColumnType.Integer,
            Count = count,
            Least = least,
            Most = most,
            Mean = mean,
            Skew = SkewAround(column.Values, mean, count),
        };
    }

    /// <summary>The skew of log(1 + x), for numbers of 0 and above.</summary>
    public static double LogarithmSkew(NumberColumn column)
    {
        var values = column.Values.ToArray();
        var (count, sum) = (0, 0.0);
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = Math.Log(1 + values[row]);
            (count, sum) = double.IsNaN(values[row]) ? (count, sum) : (count + 1, sum + values[row]);
        }

        return SkewAround(values, sum / Math.Max(1, count), count);
    }

    private static double SkewAround(ReadOnlySpan<double> values, double mean, int count)
    {
        var (squares, cubes) = (0.0, 0.0);
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                var difference = value - mean;
                squares += difference * difference;
                cubes += difference * difference * difference;
            }
        }

        var skew = squares > 0 ? cubes / count / Math.Pow(squares / count, 1.5) : 0;
        return double.IsFinite(skew) ? skew : 0;
    }
}
