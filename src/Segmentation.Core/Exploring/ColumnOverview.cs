using Segmentation.Core.Cleaning;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Exploring;

/// <summary>A column over all rows that are looked at: what the same column of a part of them is compared with.</summary>
/// <param name="Axis">The slots of its chart.</param>
/// <param name="Fences">Beyond which its numbers are outliers; they stay while a filter changes.</param>
/// <param name="All">What all rows hold.</param>
public sealed record ColumnOverview(ColumnAxis Axis, Fences Fences, ColumnStatistics All)
{
    /// <summary>The column's name.</summary>
    public string Column => Axis.Column;

    /// <summary>Looks at a column.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="column">One of its columns.</param>
    /// <param name="rows">All rows that are looked at.</param>
    /// <param name="outliers">How fences are drawn.</param>
    /// <param name="known">Where the fences stand, if they have been drawn already.</param>
    public static ColumnOverview Of(CodedFrame frame, string column, RowMask rows, OutlierOptions outliers, Fences? known = null)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(outliers);
        var coded = frame[column];
        var values = coded.HasOrder ? SelectedValues.Of(coded, rows) : null;
        var axis = ColumnAxis.Of(coded, rows, values ?? new SortedValues(default));
        var drawn = values is { Count: > 0 } && axis.Kind == AxisKind.Numbers ? Fences.Of(values, outliers) : default;
        var fences = known ?? drawn;
        return new ColumnOverview(axis, fences, ColumnStatistics.Of(coded, axis, fences, rows, values));
    }
}
