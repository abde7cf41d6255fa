using System.Globalization;

namespace Segmentation.Core.Frame.IO;

/// <summary>Names for all columns of a file: those it has, made unique, and "Column 3" where it has none.</summary>
internal static class ColumnNames
{
    /// <summary>Names <paramref name="count"/> columns and notes what had to be changed.</summary>
    /// <param name="header">The cells of the header; null when the file has none.</param>
    /// <param name="count">At least the header's length.</param>
    /// <param name="line">The header's line.</param>
    /// <param name="issues">Told of repeated and missing names.</param>
    public static string[] Make(IReadOnlyList<string>? header, int count, long line, IssueCollector issues)
    {
        var names = new string[count];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var given = (header ?? []).Select(name => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        var reserved = given.ToHashSet(StringComparer.Ordinal);
        for (var place = 0; place < count; place++)
        {
            var wanted = place < given.Count ? given[place] : "";
            names[place] = wanted.Length == 0 ? Unused(Numbered(place), taken, reserved)
                : taken.Contains(wanted) ? Unused(wanted, taken, reserved)
                : wanted;
            taken.Add(names[place]);
            if (place < given.Count && names[place] != wanted)
            {
                Report(issues, names[place], wanted, place, line);
            }
        }

        return names;
    }

    private static string Numbered(int place) => string.Create(CultureInfo.InvariantCulture, $"Column {place + 1}");

    private static string Unused(string wanted, HashSet<string> taken, HashSet<string> reserved)
    {
        var name = wanted;
        for (var number = 2; taken.Contains(name) || reserved.Contains(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{wanted} ({number})");
        }

        return name;
    }

    private static void Report(IssueCollector issues, string name, string wanted, int place, long line)
    {
        if (wanted.Length == 0)
        {
            issues.AddAtLine(DataIssueKind.UnnamedColumn, name, 1, null, line, $"Column {place + 1} has no name; it is called '{name}'.");
        }
        else
        {
            issues.AddAtLine(
                DataIssueKind.RepeatedName, name, 1, wanted, line, $"Column {place + 1} has the name '{IssueCollector.Shorten(wanted)}' of an earlier one; it is called '{name}'.");
        }
    }
}
