using Segmentation.Core.Collections;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Exploring;

/// <summary>The most frequent categories, and one slot for the others.</summary>
internal static class CategorySlots
{
    public static ValueList<AxisSlot> Of(CodedColumn column, int[] counts)
    {
        var texts = (TextColumn)column.Column;
        var present = Enumerable.Range(0, counts.Length).Where(code => counts[code] > 0);
        // Booleans read no, yes, whichever is more frequent.
        var ordered = texts.Type == ColumnType.Boolean ? present : present.OrderByDescending(code => counts[code]);
        ValueList<string> top = [.. ordered.Take(ColumnAxis.MaxCategories).Select(code => texts.Dictionary[code])];
        var slots = top.Select(text => new AxisSlot(new CategoryChoice(texts.Name, [text]), 0, 0, text)).ToList();
        if (counts.Count(count => count > 0) > top.Count)
        {
            slots.Add(new AxisSlot(new CategoryChoice(texts.Name, top, IsOther: true), 0, 0));
        }

        return [.. slots];
    }

    public static void Place(CodedColumn column, ValueList<AxisSlot> slots, byte[] slotOfCode)
    {
        var known = new Dictionary<string, byte>(StringComparer.Ordinal);
        for (var slot = 0; slot < slots.Count; slot++)
        {
            if (slots[slot].Category is { } category)
            {
                known[category] = (byte)slot;
            }
        }

        var texts = ((TextColumn)column.Column).Dictionary;
        for (var code = 0; code < slotOfCode.Length; code++)
        {
            slotOfCode[code] = known.TryGetValue(texts[code], out var slot) ? slot : (byte)Math.Max(0, slots.Count - 1);
        }
    }
}
