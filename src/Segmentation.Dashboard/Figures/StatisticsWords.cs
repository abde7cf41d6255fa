using System.Globalization;
using Segmentation.Core.Exploring;
using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Figures;

/// <summary>Says in a few words what a column holds.</summary>
public static class StatisticsWords
{
    /// <summary>What is typical: the mean of numbers, the middle of dates, the most frequent category.</summary>
    public static string Typical(ColumnAxis axis, ColumnStatistics statistics, DataColumn column)
    {
        ArgumentNullException.ThrowIfNull(axis);
        ArgumentNullException.ThrowIfNull(statistics);
        ArgumentNullException.ThrowIfNull(column);
        if (statistics.Figures is { } figures)
        {
            return axis.Kind == AxisKind.Dates ? Date(figures.Box.Median) : ValueText.RoundedMean(figures.Mean, column.Name, column);
        }

        var most = statistics.Counts.DefaultIfEmpty().Max();
        var slot = axis.Slots.Index().FirstOrDefault(entry => statistics.Counts[entry.Index] == most && entry.Item.Category is not null).Item;
        return most == 0 ? "no values" : slot?.Category is { } category ? $"{Short(category)} {NumberText.Share((double)most / statistics.Counts.Sum())}" : "many others";
    }

    /// <summary>The typical value with its name, and what is missing.</summary>
    public static string Summary(ColumnAxis axis, ColumnStatistics statistics, DataColumn column)
    {
        ArgumentNullException.ThrowIfNull(axis);
        ArgumentNullException.ThrowIfNull(statistics);
        var typical = (axis.Kind, statistics.Figures) switch
        {
            (AxisKind.Numbers, { } figures) => $"mean {Typical(axis, statistics, column)}, median {ValueText.Rounded(figures.Box.Median, column)}",
            (AxisKind.Dates, { } figures) => $"{Date(figures.Box.Minimum)} to {Date(figures.Box.Maximum)}",
            _ => Typical(axis, statistics, column),
        };
        return statistics.Missing == 0 ? typical : $"{typical}, {NumberText.Share(statistics.MissingShare)} missing";
    }

    /// <summary>How lopsided numbers are, by their skew; the limits of 0.5 and 1 are those usual in textbooks (Bulmer 1979).</summary>
    public static string Skew(double? skew) => skew switch
    {
        null => "no spread",
        > 1 => "long tail to the right",
        < -1 => "long tail to the left",
        > 0.5 => "leans to the right",
        < -0.5 => "leans to the left",
        _ => "about even",
    };

    /// <summary>What a column is, in words for people.</summary>
    public static string Type(DataColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Type switch
        {
            ColumnType.Integer => "whole numbers",
            ColumnType.Number => "numbers",
            ColumnType.Date => "dates",
            ColumnType.Boolean => "yes or no",
            ColumnType.Category => "categories",
            _ => "text",
        };
    }

    /// <summary>A date from its ticks.</summary>
    public static string Date(double ticks) => new DateTime((long)ticks).ToString(DateColumn.IsoDate, CultureInfo.InvariantCulture);

    private static string Short(string text) => CutText.To(text, 24);
}
