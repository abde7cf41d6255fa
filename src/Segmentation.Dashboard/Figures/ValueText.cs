using Segmentation.Core.Cleaning;
using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Figures;

/// <summary>Values of a column as people read them, with the unit that the file writes.</summary>
public static class ValueText
{
    /// <summary>Three significant digits, such as <c>R$ 58,100</c>; years and other short codes without separators.</summary>
    public static string Rounded(double value, DataColumn? column) => InUnit(value, column, IsYear(value, column) ? Year(value) : NumberText.Rounded(value));

    /// <summary>All digits, for hovering.</summary>
    public static string Full(double value, DataColumn? column) => InUnit(value, column, IsYear(value, column) ? Year(value) : NumberText.Full(value));

    /// <summary>Three significant digits of a feature's mean; a year keeps its four and one more.</summary>
    public static string RoundedMean(double value, string feature, DataColumn? column = null) =>
        InUnit(value, column, IsYear(value, feature) ? Year(value) : NumberText.Rounded(value));

    /// <summary>All digits of a feature's mean; a year without separators.</summary>
    public static string FullMean(double value, string feature, DataColumn? column = null) =>
        InUnit(value, column, IsYear(value, feature) ? value.ToString(System.Globalization.CultureInfo.InvariantCulture) : NumberText.Full(value));

    /// <summary>A fence of outliers, rounded as the ledger rounds it.</summary>
    public static string Fence(double value, DataColumn? column) => InUnit(value, column, OutlierFinding.FenceText(value));

    private static string InUnit(double value, DataColumn? column, string text) =>
        column is NumberColumn { Style: var style } && double.IsFinite(value) ? style.Prefix + text + style.Suffix : text;

    // 1,985 is a sum of money, 1985 is a year: whole columns of numbers that could all be years read as such.
    private static bool IsYear(double value, DataColumn? column) =>
        column is { Type: ColumnType.Integer } && IsYear(value, column.Name);

    private static bool IsYear(double value, string name) => value is >= 1800 and <= 2200 && Named(name);

    private static bool Named(string name) => name.Contains("year", StringComparison.OrdinalIgnoreCase) || name.Contains("birth", StringComparison.OrdinalIgnoreCase);

    private static string Year(double value) => Math.Round(value, 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
