using Segmentation.Core.Frame;

namespace Segmentation.Core.Features.Expressions;

/// <summary>What an expression may speak of: the columns it sees, and what day it is. Immutable.</summary>
/// <param name="frame">The columns.</param>
/// <param name="today">The day that <c>today</c> stands for; null when there is none, and then it cannot be used.</param>
public sealed class ExpressionScope(DataFrame frame, DateTime? today)
{
    /// <summary>The columns.</summary>
    public DataFrame Frame => frame;

    /// <summary>The day that <c>today</c> stands for.</summary>
    public DateTime? Today => today;

    /// <summary>The column that is being made, and those that are made after it: names that will be there, and cannot be used yet.</summary>
    internal IReadOnlyList<string> NotYet { get; init; } = [];

    /// <summary>A scope in which <c>today</c> is <paramref name="chosen"/>, or else the latest date of the frame's columns of dates.</summary>
    public static ExpressionScope Of(DataFrame frame, DateOnly? chosen)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return new ExpressionScope(frame, chosen?.ToDateTime(TimeOnly.MinValue) ?? LatestDate(frame));
    }

    /// <summary>The same day, seen with the first <paramref name="rows"/> rows only: for a preview that costs nothing.</summary>
    public ExpressionScope First(int rows)
    {
        int[] first = [.. Enumerable.Range(0, Math.Min(rows, frame.Rows))];
        return new ExpressionScope(new DataFrame([.. frame.Columns.Select(column => Small(column.Take(first)))]), today) { NotYet = NotYet };
    }

    /// <summary>The latest day of the columns of dates, without its time; null when they hold none.</summary>
    public static DateTime? LatestDate(DataFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var latest = DateTime.MinValue;
        foreach (var column in frame.Columns.OfType<DateColumn>())
        {
            foreach (var value in column.Values)
            {
                latest = value > latest ? value : latest;
            }
        }

        return latest == DateTime.MinValue ? null : latest.Date;
    }

    /// <summary>The column that is meant: the exact name, or else the only one that differs in upper and lower case alone.</summary>
    internal DataColumn? Find(string name)
    {
        if (frame.TryGetColumn(name, out var exact))
        {
            return exact;
        }

        var alike = frame.Columns.Where(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Take(2).ToArray();
        return alike.Length == 1 ? alike[0] : null;
    }

    // A few rows of a text column still carry every text of the file.
    private static DataColumn Small(DataColumn column) => column is TextColumn { Type: not ColumnType.Boolean } texts
        ? TextCells.Column(texts.Name, texts.Type, texts.Codes.ToArray(), texts.Dictionary)
        : column;
}
