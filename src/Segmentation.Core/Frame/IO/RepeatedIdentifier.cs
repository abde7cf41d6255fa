namespace Segmentation.Core.Frame.IO;

/// <summary>Notices files in which a customer has several rows, such as order lines: what is segmented there are rows.</summary>
internal static class RepeatedIdentifier
{
    private const int LongestName = 60;

    public static IEnumerable<DataIssue> Find(RowKey? key)
    {
        if (key is not { Repeats: > 0 and var repeats, Column: var column } known)
        {
            yield break;
        }

        var name = column.Name.Length <= LongestName ? column.Name : string.Concat(column.Name.AsSpan(0, LongestName), "…");
        var counted = known.NamesOrders ? $"{known.Distinct:N0} orders in {column.Length:N0} rows" : $"{known.Distinct:N0} customers in {column.Length:N0} rows, so a customer has several rows";
        yield return new DataIssue(
            DataIssueKind.RepeatedIdentifier, column.Name, repeats, null, null,
            $"'{name}' names {counted}. What is counted and segmented here are rows, not customers.");
    }
}
