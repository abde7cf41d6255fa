using Segmentation.Core.Frame;

namespace Segmentation.Cli;

/// <summary>Finds columns by what a person types: names may hold commas, spaces and capitals that nobody remembers.</summary>
internal static class ColumnNames
{
    /// <summary>The columns that <paramref name="lists"/> name, in their order.</summary>
    /// <param name="frame">The file's columns.</param>
    /// <param name="lists">Each one column's whole name, or names with commas between them. Where commas could belong to a name, the
    /// longest name that is a column wins; quotes settle it.</param>
    /// <exception cref="UnusableDataException">There is no such column.</exception>
    public static IEnumerable<string> Resolve(DataFrame frame, IEnumerable<string> lists) => lists.SelectMany(list => ResolveList(frame, list));

    /// <summary>The column that <paramref name="name"/> names: exactly, or but for surrounding spaces and case when only one is.</summary>
    /// <exception cref="UnusableDataException">There is no such column.</exception>
    public static string ResolveOne(DataFrame frame, string name) => Find(frame, name)
        ?? throw new UnusableDataException(
            $"There is no column '{name.Trim()}'. The file has: {string.Join(", ", frame.Columns.Take(30).Select(column => column.Name))}{(frame.Columns.Count > 30 ? ", ..." : "")}.");

    private static IEnumerable<string> ResolveList(DataFrame frame, string list)
    {
        if (Find(frame, list) is { } whole)
        {
            yield return whole;
            yield break;
        }

        var pieces = Split(list);
        for (var start = 0; start < pieces.Count;)
        {
            var (name, end) = LongestFrom(frame, pieces, start);
            yield return name;
            start = end;
        }
    }

    private static (string Name, int End) LongestFrom(DataFrame frame, List<string> pieces, int start)
    {
        for (var end = pieces.Count; end > start + 1; end--)
        {
            if (Find(frame, string.Join(',', pieces[start..end])) is { } name)
            {
                return (name, end);
            }
        }

        return (ResolveOne(frame, pieces[start]), start + 1);
    }

    private static string? Find(DataFrame frame, string name)
    {
        if (frame.TryGetColumn(name, out var exact) || frame.TryGetColumn(name.Trim(), out exact))
        {
            return exact.Name;
        }

        var alike = frame.Columns.Where(column => column.Name.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)).Take(2).ToArray();
        return alike.Length == 1 ? alike[0].Name : null;
    }

    // Commas inside quotes stay; a doubled quote inside quotes is one.
    private static List<string> Split(string list)
    {
        var pieces = new List<string>();
        var piece = new System.Text.StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < list.Length; i++)
        {
            if (list[i] == '"' && isQuoted && i + 1 < list.Length && list[i + 1] == '"')
            {
                piece.Append(list[i++]);
            }
            else if (list[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (list[i] == ',' && !isQuoted)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            else
            {
                piece.Append(list[i]);
            }
        }

        pieces.Add(piece.ToString());
        return pieces;
    }
}
