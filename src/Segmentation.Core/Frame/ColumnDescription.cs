namespace Segmentation.Core.Frame;

/// <summary>A column in figures. What makes no sense for its type, or needs values that are not there, is null.</summary>
public sealed record ColumnDescription
{
    /// <summary>The column's name.</summary>
    public required string Name { get; init; }

    /// <summary>The column's type.</summary>
    public required ColumnType Type { get; init; }

    /// <summary>Cells that hold a value.</summary>
    public required int Count { get; init; }

    /// <summary>Cells that hold none.</summary>
    public required int Missing { get; init; }

    /// <summary>Different values.</summary>
    public required int Distinct { get; init; }

    /// <summary>The arithmetic mean of numbers.</summary>
    public double? Mean { get; init; }

    /// <summary>The sample standard deviation of numbers, divided by n - 1.</summary>
    public double? StandardDeviation { get; init; }

    /// <summary>The least number.</summary>
    public double? Minimum { get; init; }

    /// <summary>The first quartile of numbers, type 7.</summary>
    public double? FirstQuartile { get; init; }

    /// <summary>The median of numbers.</summary>
    public double? Median { get; init; }

    /// <summary>The third quartile of numbers, type 7.</summary>
    public double? ThirdQuartile { get; init; }

    /// <summary>The greatest number.</summary>
    public double? Maximum { get; init; }

    /// <summary>The first date.</summary>
    public DateTime? Earliest { get; init; }

    /// <summary>The last date.</summary>
    public DateTime? Latest { get; init; }

    /// <summary>The most frequent text, the first of several.</summary>
    public string? Top { get; init; }

    /// <summary>How often <see cref="Top"/> comes.</summary>
    public int? TopCount { get; init; }

    /// <summary>Describes <paramref name="column"/>. Takes a sort of its numbers.</summary>
    public static ColumnDescription Of(DataColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column switch
        {
            NumberColumn numbers => OfNumbers(numbers),
            DateColumn dates => OfDates(dates),
            _ => OfTexts((TextColumn)column),
        };
    }

    private static ColumnDescription Blank(DataColumn column, int distinct) => new()
    {
        Name = column.Name,
        Type = column.Type,
        Count = column.Length - column.Missing.Count,
        Missing = column.Missing.Count,
        Distinct = distinct,
    };

    private static ColumnDescription OfNumbers(NumberColumn column)
    {
        var present = Present(column);
        var mean = SampleStatistics.Mean(present);
        var deviation = SampleStatistics.StandardDeviation(present);
        Array.Sort(present);
        var blank = Blank(column, SampleStatistics.Distinct(present));
        return present.Length == 0 ? blank : blank with
        {
            Mean = mean,
            StandardDeviation = double.IsNaN(deviation) ? null : deviation,
            Minimum = present[0],
            FirstQuartile = SampleStatistics.Quantile(present, 0.25),
            Median = SampleStatistics.Quantile(present, 0.5),
            ThirdQuartile = SampleStatistics.Quantile(present, 0.75),
            Maximum = present[^1],
        };
    }

    private static double[] Present(NumberColumn column)
    {
        var present = new double[column.Length - column.Missing.Count];
        var next = 0;
        foreach (var value in column.Values)
        {
            if (!double.IsNaN(value))
            {
                present[next++] = value;
            }
        }

        return present;
    }

    private static ColumnDescription OfDates(DateColumn column)
    {
        var distinct = new HashSet<DateTime>();
        foreach (var value in column.Values)
        {
            distinct.Add(value);
        }

        distinct.Remove(DateTime.MinValue);
        var blank = Blank(column, distinct.Count);
        return distinct.Count == 0 ? blank : blank with { Earliest = distinct.Min(), Latest = distinct.Max() };
    }

    private static ColumnDescription OfTexts(TextColumn column)
    {
        var counts = column.CountCodes();
        var blank = Blank(column, counts.Count(count => count > 0));
        var top = blank.Distinct == 0 ? -1 : Array.IndexOf(counts, counts.Max());
        return top < 0 ? blank : blank with { Top = column.Dictionary[top], TopCount = counts[top] };
    }
}
