using Segmentation.Core.Exploring;
using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Figures;

/// <summary>Some rows whose figures are compared.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Number">Their segment; null for none.</param>
/// <param name="Statistics">What they hold.</param>
public sealed record FigurePart(string Name, int? Number, ColumnStatistics Statistics);

/// <summary>A figure, rounded and in full.</summary>
public sealed record FigureCell(string Text, string Full);

/// <summary>One figure of a column for each part.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Explanation">One sentence about it.</param>
/// <param name="Cells">One per part.</param>
public sealed record FigureRow(string Name, string Explanation, IReadOnlyList<FigureCell> Cells);

/// <summary>The table of a column's figures.</summary>
public static class FigureRows
{
    private static readonly FigureCell s_none = new("–", "");

    /// <summary>The figures that make sense for the column.</summary>
    public static IReadOnlyList<FigureRow> Of(ColumnOverview overview, IReadOnlyList<FigurePart> parts, DataColumn column)
    {
        ArgumentNullException.ThrowIfNull(overview);
        ArgumentNullException.ThrowIfNull(parts);
        FigureRow Row(string name, string explanation, Func<ColumnStatistics, FigureCell> cell) => new(name, explanation, [.. parts.Select(part => cell(part.Statistics))]);
        FigureRow[] common =
        [
            Row("Rows", "How many rows are looked at.", part => Count(part.Rows)),
            Row("Missing", "Rows without a value, and their share.", part => new($"{NumberText.Count(part.Missing)} ({NumberText.Share(part.MissingShare)})", NumberText.Count(part.Missing))),
        ];
        FigureRow Number(string name, string explanation, Func<NumberFigures, double?> figure) =>
            Row(name, explanation, part => part.Figures is { } figures && figure(figures) is { } value ? Value(value, column) : s_none);
        return overview.Axis.Kind switch
        {
            AxisKind.Numbers =>
            [
                .. common,
                Number("Mean", "The sum over the number of values.", figures => figures.Mean),
                Number("Median", "Half of the values are below it.", figures => figures.Box.Median),
                Row("Standard deviation", "How far values lie from the mean, of a sample (divided by n - 1).", part => Plain(part.Figures?.StandardDeviation)),
                Number("Lower quartile", "A quarter of the values is below it (type 7).", figures => figures.Box.LowerQuartile),
                Number("Upper quartile", "A quarter of the values is above it (type 7).", figures => figures.Box.UpperQuartile),
                Number("Least", "The least value.", figures => figures.Box.Minimum),
                Number("Greatest", "The greatest value.", figures => figures.Box.Maximum),
                Row("Skew", "The adjusted Fisher-Pearson coefficient, as in pandas and Excel: over 0 for a long tail to the right.", part => Skew(part.Figures?.Skew)),
                Row("Outliers", Fences(overview, column), part => part.Figures is { } figures ? Count(figures.Outliers) : s_none),
            ],
            AxisKind.Dates =>
            [
                .. common,
                Row("First", "The earliest date.", part => Date(part.Figures?.Box.Minimum)),
                Row("Middle", "Half of the dates are before it.", part => Date(part.Figures?.Box.Median)),
                Row("Last", "The latest date.", part => Date(part.Figures?.Box.Maximum)),
            ],
            _ => [.. common, Row("Most frequent", "The category with the most rows, and its share of those with a value.", part => new(StatisticsWords.Typical(overview.Axis, part, column), ""))],
        };
    }

    private static string Fences(ColumnOverview overview, DataColumn column) => overview.Fences is { Lower: { } lower, Upper: { } upper }
        ? $"Values under {ValueText.Fence(lower, column)} or over {ValueText.Fence(upper, column)}, the fences of the page Clean."
        : "The rule of the page Clean draws no fences here.";

    private static FigureCell Count(int count) => new(NumberText.Count(count), "");

    private static FigureCell Value(double value, DataColumn column) => new(ValueText.Rounded(value, column), ValueText.Full(value, column));

    private static FigureCell Plain(double? value) => value is { } known ? new(NumberText.Rounded(known), NumberText.Full(known)) : s_none;

    private static FigureCell Skew(double? skew) => skew is { } known ? new(NumberText.Rounded(known), $"{StatisticsWords.Skew(known)}: {NumberText.Full(known)}") : s_none;

    private static FigureCell Date(double? ticks) => ticks is { } known ? new(StatisticsWords.Date(known), "") : s_none;
}
