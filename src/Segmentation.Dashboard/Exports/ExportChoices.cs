using Segmentation.Core.Collections;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Exports;

/// <summary>Some of the rows, and what people call them: <c>The selection</c>.</summary>
public sealed record ExportRows(string Label, IReadOnlyList<int> Rows);

/// <summary>What is chosen in the export's dialog. Immutable.</summary>
public sealed record ExportChoices
{
    /// <summary>Whether all columns of the file are written.</summary>
    public bool AllColumns { get; init; } = true;

    /// <summary>The columns that were ticked; matter when not all are written.</summary>
    public ValueList<string> Columns { get; init; } = [];

    /// <summary>Between cells.</summary>
    public char Separator { get; init; } = ',';

    /// <summary>Whether the file says that it is UTF-8, which Excel needs.</summary>
    public bool ForExcel { get; init; }

    /// <summary>Whether cells that a spreadsheet would run are disarmed.</summary>
    public bool EscapeFormulas { get; init; } = true;

    /// <summary>Whether a mixture's memberships are written.</summary>
    public bool Memberships { get; init; }

    /// <summary>Whether only <see cref="Some"/> are written.</summary>
    public bool OnlySome { get; init; }

    /// <summary>Rows that can be written alone; null when there are none.</summary>
    public ExportRows? Some { get; init; }

    /// <summary>Ticks a column or takes the tick away.</summary>
    public ExportChoices WithColumn(string column, bool isTicked) =>
        this with { Columns = isTicked ? Columns.Remove(column).Add(column) : Columns.Remove(column) };

    /// <summary>Rows that will be written.</summary>
    public int RowCount(SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return OnlySome && Some is not null ? Some.Rows.Count : snapshot.Data.Frame.Rows;
    }

    /// <summary>The list as it was chosen, its columns in the file's order.</summary>
    public ExportTicket ToTicket(SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var ticked = Columns.ToHashSet(StringComparer.Ordinal);
        var columns = snapshot.Data.Frame.Columns.Select(column => column.Name).Where(ticked.Contains).ToValueList();
        var options = new ExportOptions
        {
            Columns = AllColumns ? null : columns,
            Separator = Separator,
            ByteOrderMark = ForExcel,
            EscapeFormulas = EscapeFormulas,
            Memberships = Memberships,
        };
        return new ExportTicket(snapshot, options, OnlySome ? Some?.Rows : null);
    }
}
