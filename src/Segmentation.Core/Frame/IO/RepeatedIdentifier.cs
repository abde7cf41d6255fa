namespace Segmentation.Core.Frame.IO;

/// <summary>Notices files in which a customer has several rows, such as order lines: what is segmented there are rows.</summary>
internal static class RepeatedIdentifier
{
    private const int LongestName = 60;

    public static IEnumerable<DataIssue> Find(DataFrame frame, Schema schema)
    {
        if (schema.Identifier is not { } name)
        {
            yield break;
        }

        var column = frame[name];
        var distinct = CountDistinct(column);
        var repeats = column.Length - column.Missing.Count - distinct;
        if (repeats > 0)
        {
            var shown = name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName), "…");
            yield return new DataIssue(
                DataIssueKind.RepeatedIdentifier, name, repeats, null, null,
                $"'{shown}' names {distinct:N0} customers in {column.Length:N0} rows, so a customer has several rows. What is counted and segmented here are rows, not customers.");
        }
    }

    private static int CountDistinct(DataColumn column)
    {
        switch (column)
        {
            case TextColumn texts:
                return texts.Codes.ToArray().Where(code => code != TextColumn.MissingCode).Distinct().Count();
            case NumberColumn numbers:
                var seen = new HashSet<double>();
                var last = double.NaN;
                foreach (var value in numbers.Values)
                {
                    if (value != last && !double.IsNaN(value))   // an order's lines repeat their customer
                    {
                        seen.Add(last = value);
                    }
                }

                return seen.Count;
            default:
                return column.Length - column.Missing.Count;
        }
    }
}
