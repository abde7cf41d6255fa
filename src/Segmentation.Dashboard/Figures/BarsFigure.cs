using System.Globalization;
using Segmentation.Core.Exploring;
using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Figures;

/// <summary>One bar: the share of the selected rows in a slot, before that of all rows.</summary>
/// <param name="Condition">What a click asks for.</param>
/// <param name="Label">The slot: a category, or where its range begins.</param>
/// <param name="Detail">The slot and its counts in a sentence.</param>
/// <param name="All">The share of all rows, in per cent of the chart's height.</param>
/// <param name="Part">That of the selected rows.</param>
/// <param name="Count">Selected rows.</param>
/// <param name="IsChosen">Whether the filter asks for it.</param>
/// <param name="IsRest">Whether it holds all other categories.</param>
public sealed record Bar(RowCondition Condition, string Label, string Detail, double All, double Part, int Count, bool IsChosen, bool IsRest);

/// <summary>
/// The bars of a column. Selected rows and all rows are drawn as shares of their own number on one scale, so that a small selection is seen
/// as well as a large one, and where both differ is what sets the selection apart.
/// </summary>
/// <param name="Column">The column's name.</param>
/// <param name="Kind">What the slots are made of.</param>
/// <param name="Bars">One per slot.</param>
/// <param name="From">The lower end of the axis; empty of categories.</param>
/// <param name="To">The upper end.</param>
/// <param name="IsFiltered">Whether there is a selection to be told from all rows.</param>
public sealed record BarsFigure(string Column, AxisKind Kind, IReadOnlyList<Bar> Bars, string From, string To, bool IsFiltered)
{
    /// <summary>The figure of a column.</summary>
    /// <param name="overview">All rows.</param>
    /// <param name="part">The selected rows.</param>
    /// <param name="column">The column.</param>
    /// <param name="filter">The filter that selected them.</param>
    /// <param name="noun">What a row is called.</param>
    public static BarsFigure Of(ColumnOverview overview, ColumnStatistics part, DataColumn column, RowFilter filter, RowNoun noun)
    {
        ArgumentNullException.ThrowIfNull(overview);
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(filter);
        var (axis, all) = (overview.Axis, overview.All.Counts);
        var (total, selected) = (Math.Max(1, all.Sum()), Math.Max(1, part.Counts.Sum()));
        var highest = Math.Max(1e-9, Math.Max(all.DefaultIfEmpty().Max() / (double)total, part.Counts.DefaultIfEmpty().Max() / (double)selected));
        var bars = axis.Slots.Select((slot, place) => new Bar(
            slot.Condition,
            LabelOf(slot, axis.Kind, column),
            DetailOf(slot, part.Counts[place], selected, all[place], total, !filter.IsEmpty, noun),
            100 * all[place] / (total * highest),
            100 * part.Counts[place] / (selected * highest),
            part.Counts[place],
            filter.Conditions.Contains(slot.Condition),
            axis.Kind == AxisKind.Categories && slot.Category is null));
        return new BarsFigure(
            axis.Column, axis.Kind, [.. bars], axis.Slots.Count == 0 ? "" : EndOf(axis.Slots[0].From, axis.Kind, column),
            axis.Slots.Count == 0 ? "" : EndOf(axis.Slots[^1].To, axis.Kind, column), !filter.IsEmpty);
    }

    /// <summary>An end of a slot as people read it.</summary>
    public static string EndOf(double value, AxisKind kind, DataColumn? column) => kind switch
    {
        AxisKind.Categories => "",
        AxisKind.Dates => new DateTime((long)value).ToString(DateColumn.IsoDate, CultureInfo.InvariantCulture),
        _ => ValueText.Rounded(value, column),
    };

    /// <summary>What a slot is called at the edge of a table.</summary>
    public static string LabelOf(AxisSlot slot, AxisKind kind, DataColumn? column)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return kind == AxisKind.Categories ? slot.Category ?? "all others" : EndOf(slot.From, kind, column);
    }

    private static string DetailOf(AxisSlot slot, int count, int selected, int all, int total, bool isFiltered, RowNoun noun) => isFiltered
        ? $"{slot.Condition.Words}: {noun.Count(count)}, {NumberText.Share((double)count / selected)} of the selected, {NumberText.Share((double)all / total)} of all"
        : $"{slot.Condition.Words}: {noun.Count(count)}, {NumberText.Share((double)all / total)}";
}
