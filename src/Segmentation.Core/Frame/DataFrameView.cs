namespace Segmentation.Core.Frame;

/// <summary>Some rows of a frame, without a copy of them. Immutable.</summary>
/// <param name="Frame">The frame they belong to.</param>
/// <param name="Selection">Which of its rows.</param>
public sealed record DataFrameView(DataFrame Frame, RowSelection Selection)
{
    /// <summary>Number of rows.</summary>
    public int Rows => Selection.Count;

    /// <summary>Those rows of the view for which <paramref name="isSelected"/>, given the frame's row, is true.</summary>
    public DataFrameView Filter(Func<int, bool> isSelected)
    {
        ArgumentNullException.ThrowIfNull(isSelected);
        return this with { Selection = RowSelection.Where(Selection.Total, row => Selection.PositionOf(row) >= 0 && isSelected(row)) };
    }

    /// <summary>The view's rows in groups that hold the same values in all of <paramref name="columns"/>; missing is a value of its own.</summary>
    /// <exception cref="KeyNotFoundException">There is no such column.</exception>
    public Grouping GroupBy(params IReadOnlyList<string> columns) => new(this, columns);

    /// <summary>One description per column, over the view's rows.</summary>
    public IReadOnlyList<ColumnDescription> Description() => (Selection.IsAll ? Frame : ToFrame()).Description();

    /// <summary>A frame of its own with the view's rows, copied.</summary>
    public DataFrame ToFrame()
    {
        var rows = Selection.ToArray();
        return new DataFrame([.. Frame.Columns.Select(column => column.Take(rows))]);
    }
}
