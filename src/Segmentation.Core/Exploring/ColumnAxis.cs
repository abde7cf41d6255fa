using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Exploring;

/// <summary>What the slots of a column are made of.</summary>
public enum AxisKind
{
    /// <summary>Ranges of numbers.</summary>
    Numbers,

    /// <summary>Ranges of dates.</summary>
    Dates,

    /// <summary>Categories.</summary>
    Categories,
}

/// <summary>One bar of a column's chart, and what a click on it asks for.</summary>
/// <param name="Condition">Which rows are in it.</param>
/// <param name="From">Lower end; ticks of dates; 0 of categories.</param>
/// <param name="To">Upper end, likewise.</param>
/// <param name="Category">The category; null of ranges, and of the slot that holds all other categories.</param>
public sealed record AxisSlot(RowCondition Condition, double From, double To, string? Category = null);

/// <summary>
/// A column cut into slots: ranges with round ends, or the most frequent categories and one slot for the others. An axis is made once from
/// all rows that are looked at and stays while a filter changes, so that its charts can be compared. Together the slots hold every value
/// that there is.
/// </summary>
/// <param name="Column">The column's name.</param>
/// <param name="Kind">What the slots are made of.</param>
/// <param name="Slots">At most <see cref="MaxSlots"/>; none for a column without values.</param>
public sealed record ColumnAxis(string Column, AxisKind Kind, ValueList<AxisSlot> Slots)
{
    /// <summary>Most ranges of numbers or dates.</summary>
    public const int MaxRanges = 24;

    /// <summary>Most categories with a slot of their own.</summary>
    public const int MaxCategories = 20;

    /// <summary>Most slots.</summary>
    public const int MaxSlots = MaxRanges + 2;

    /// <summary>The axis of a column over some rows.</summary>
    internal static ColumnAxis Of(CodedColumn column, RowMask rows, SortedValues values) => column.Column switch
    {
        NumberColumn numbers => new ColumnAxis(numbers.Name, AxisKind.Numbers, NumberSlots.Of(numbers, values)),
        DateColumn dates => new ColumnAxis(dates.Name, AxisKind.Dates, DateSlots.Of(dates, values)),
        _ => new ColumnAxis(column.Column.Name, AxisKind.Categories, CategorySlots.Of(column, column.Count(rows))),
    };

    /// <summary>The slot of each code. A value beyond the axis, which only rows outside it can have, counts into the slot at that end.</summary>
    internal byte[] SlotsOfLevels(CodedColumn column)
    {
        var slots = new byte[column.LevelCount];
        if (Kind == AxisKind.Categories)
        {
            CategorySlots.Place(column, Slots, slots);
            return slots;
        }

        var slot = 0;
        for (var level = 0; level < slots.Length; level++)
        {
            while (slot < Slots.Count - 1 && column.Levels[level] >= Slots[slot + 1].From)
            {
                slot++;
            }

            slots[level] = (byte)slot;
        }

        return slots;
    }
}
