using System.Globalization;
using Segmentation.Core.Exploring;
using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Figures;

/// <summary>A pair of the map.</summary>
/// <param name="First">The row's column.</param>
/// <param name="Second">The column's.</param>
/// <param name="Text">The measure; empty where there is none.</param>
/// <param name="Style">Its colour.</param>
/// <param name="Detail">A sentence with the measure's name.</param>
public sealed record PairCell(string First, string Second, string Text, string Style, string Detail);

/// <summary>The map of all pairs: the lower triangle, because the upper one would say the same.</summary>
/// <param name="Columns">The columns of the map.</param>
/// <param name="Rows">Per column the pairs with the columns before it.</param>
public sealed record AssociationFigure(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<PairCell>> Rows)
{
    private const double StrongestMix = 50;

    /// <summary>The figure of a matrix.</summary>
    public static AssociationFigure Of(AssociationMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var rows = Enumerable.Range(0, matrix.Columns.Count)
            .Select(row => (IReadOnlyList<PairCell>)[.. Enumerable.Range(0, row).Select(column => CellOf(matrix[column, row], matrix.Columns[row], matrix.Columns[column]))]);
        return new AssociationFigure(matrix.Columns, [.. rows]);
    }

    /// <summary>The measure of a pair as a sentence: <c>Income and Wines: Pearson 0.58</c>.</summary>
    public static string Sentence(Association pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return pair.Value is { } value
            ? $"{Short(pair.First)} and {Short(pair.Second)}: {NameOf(pair.Measure)} {Text(value)}, {StrengthOf(pair)}"
            : $"{Short(pair.First)} and {Short(pair.Second)}: nothing to compare";
    }

    /// <summary>What a measure is called.</summary>
    public static string NameOf(AssociationMeasure measure) => measure switch
    {
        AssociationMeasure.Pearson => "Pearson's correlation",
        AssociationMeasure.Spearman => "Spearman's rank correlation",
        AssociationMeasure.CramersV => "Cramér's V",
        _ => "correlation ratio",
    };

    /// <summary>How strong it is, by Cohen's limits of 0.1, 0.3 and 0.5 (1988).</summary>
    public static string StrengthOf(Association pair)
    {
        ArgumentNullException.ThrowIfNull(pair);
        return pair.Strength switch
        {
            >= 0.5 => "strong",
            >= 0.3 => "moderate",
            >= 0.1 => "weak",
            _ => "hardly any",
        };
    }

    /// <summary>A measure with two decimals.</summary>
    public static string Text(double value) => value.ToString("0.00", CultureInfo.InvariantCulture).Replace("-0.00", "0.00", StringComparison.Ordinal);

    internal static string Short(string name) => CutText.To(name, 40);

    private static PairCell CellOf(Association pair, string row, string column) => new(
        row, column, pair.Value is { } value ? Text(value) : "", StyleOf(pair), Sentence(pair));

    // The neutral colour in the middle; the measures without a sign take the warm half. Mixed so far only, so that ink is read on it.
    private static string StyleOf(Association pair)
    {
        var share = (StrongestMix * pair.Strength).ToString("0", CultureInfo.InvariantCulture);
        var colour = pair.Value < 0 ? Palette.HeatLow : Palette.HeatHigh;
        return $"background:color-mix(in srgb, {colour} {share}%, {Palette.HeatMiddle})";
    }
}
