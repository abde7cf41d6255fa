using System.Globalization;
using System.Text;
using Segmentation.Core.Exploring;
using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Figures;

/// <summary>Two columns against each other as shaded cells in a field of 100 x 100, the first upwards or downwards, the second to the right.</summary>
/// <param name="Table">The counts.</param>
/// <param name="Shades">SVG paths, from the lightest cells to the darkest.</param>
/// <param name="Summary">One sentence for those who cannot see it.</param>
public sealed record CellsFigure(SlotTable Table, IReadOnlyList<string> Shades, string Summary)
{
    /// <summary>How many shades there are.</summary>
    public const int MostShades = 6;

    /// <summary>Numbers grow upwards, categories are read downwards.</summary>
    public bool IsUpwards => Table.First.Kind != AxisKind.Categories;

    /// <summary>The figure of a table.</summary>
    public static CellsFigure Of(SlotTable table, RowNoun noun)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(noun);
        var shades = Enumerable.Range(0, MostShades).Select(_ => new StringBuilder()).ToArray();
        var (rows, columns, largest) = (table.First.Slots.Count, table.Second.Slots.Count, table.Largest);
        for (var first = 0; first < rows; first++)
        {
            for (var second = 0; second < columns; second++)
            {
                if (table[first, second] > 0)
                {
                    Add(shades[ShadeOf(table[first, second], largest)], PlaceOf(table, first), second, rows, columns);
                }
            }
        }

        return new CellsFigure(table, [.. shades.Select(shade => shade.ToString())], SummaryOf(table, noun));
    }

    /// <summary>The cell at a place, as shares of the field from its left and top edge; null outside.</summary>
    public (AxisSlot First, AxisSlot Second)? At(double left, double top)
    {
        var (rows, columns) = (Table.First.Slots.Count, Table.Second.Slots.Count);
        if (rows == 0 || columns == 0 || left is < 0 or > 1 || top is < 0 or > 1)
        {
            return null;
        }

        var row = PlaceOf(Table, Math.Min(rows - 1, (int)(top * rows)));
        return (Table.First.Slots[row], Table.Second.Slots[Math.Min(columns - 1, (int)(left * columns))]);
    }

    /// <summary>The shade of a count, 0 to <see cref="MostShades"/> - 1: by its root, so that thin cells are seen too.</summary>
    public static int ShadeOf(int count, int largest) => Math.Clamp((int)(Math.Sqrt((double)count / Math.Max(1, largest)) * MostShades), 0, MostShades - 1);

    private static int PlaceOf(SlotTable table, int slot) => table.First.Kind == AxisKind.Categories ? slot : table.First.Slots.Count - 1 - slot;

    private static void Add(StringBuilder path, int row, int column, int rows, int columns)
    {
        var (width, height) = (100.0 / columns, 100.0 / rows);
        path.Append(CultureInfo.InvariantCulture, $"M{column * width:0.##} {row * height:0.##}h{width:0.##}v{height:0.##}h{-width:0.##}z");
    }

    private static string SummaryOf(SlotTable table, RowNoun noun)
    {
        if (table.Total == 0)
        {
            return "No rows with both values";
        }

        var fullest = (from first in Enumerable.Range(0, table.First.Slots.Count)
                       from second in Enumerable.Range(0, table.Second.Slots.Count)
                       select (first, second)).MaxBy(cell => table[cell.first, cell.second]);
        return $"{AssociationFigure.Short(table.First.Column)} by {AssociationFigure.Short(table.Second.Column)}: {noun.Count(table.Total)}, most where "
            + $"{table.First.Slots[fullest.first].Condition.Words} and {table.Second.Slots[fullest.second].Condition.Words}";
    }
}
