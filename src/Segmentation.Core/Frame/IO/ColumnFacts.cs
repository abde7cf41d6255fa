namespace Segmentation.Core.Frame.IO;

/// <summary>Columns that tell nothing.</summary>
internal static class ColumnFacts
{
    public static bool IsEmpty(DataColumn column) => column.Missing.Count == column.Length;

    /// <summary>True when all cells, two or more, hold one value.</summary>
    public static bool IsConstant(DataColumn column) => column.Length > 1 && column.Missing.Count == 0 && column switch
    {
        NumberColumn number => !number.Values.ContainsAnyExcept(number[0]),
        DateColumn date => !date.Values.ContainsAnyExcept(date[0]),
        TextColumn text => !text.Codes.ContainsAnyExcept(text.Codes[0]),
        _ => false,
    };

    /// <summary>Notes them.</summary>
    public static void Report(IEnumerable<DataColumn> columns, IssueCollector issues)
    {
        foreach (var column in columns)
        {
            if (IsEmpty(column))
            {
                issues.Add(DataIssueKind.EmptyColumn, column.Name, column.Length, null, null, $"'{column.Name}' holds no value in any row; it is ignored.");
            }
            else if (IsConstant(column))
            {
                var value = column.Format(0);
                issues.Add(
                    DataIssueKind.ConstantColumn, column.Name, column.Length, value, null,
                    $"'{column.Name}' is '{IssueCollector.Shorten(value)}' in every row and cannot tell rows apart; it is ignored.");
            }
        }
    }
}
