using Segmentation.Core.Collections;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>Reads categories as others, as a person asked for.</summary>
internal static class MergedCategoriesRule
{
    public static void Apply(CleaningState state)
    {
        foreach (var (name, merges) in state.Options.MergedCategories)
        {
            if (state.Original.TryGetColumn(name, out var found) && found is TextColumn column)
            {
                Apply(state, column, merges);
            }
        }
    }

    private static void Apply(CleaningState state, TextColumn column, ValueMap<string> merges)
    {
        var targets = TargetsOf(column, merges);
        var touched = RowsOf(column, targets);
        if (touched.Count == 0)
        {
            return;
        }

        var key = $"merge:{column.Name}";
        var isOn = state.IsOn(key);
        if (isOn)
        {
            state.Replace(Merge(column, targets));
        }

        state.Ledger.Add(new LedgerEntry(
            key, CleaningStep.MergedCategories, column.Name, Describe(column, targets, touched, isOn), touched.Count, 0, isOn,
            LedgerText.Example(column[touched[0]]!)));
    }

    /// <summary>Per code the text it is read as. Chains are followed to their end; a category in a ring stays itself.</summary>
    private static string[] TargetsOf(TextColumn column, ValueMap<string> merges)
    {
        var targets = column.Dictionary.Select(text => EndOfChain(text, merges)).ToArray();
        for (var code = 0; code < targets.Length; code++)
        {
            // A boolean has two texts and no room for a third.
            if (column.Type == ColumnType.Boolean && !column.Dictionary.Contains(targets[code], StringComparer.Ordinal))
            {
                targets[code] = column.Dictionary[code];
            }
        }

        return targets;
    }

    private static string EndOfChain(string text, ValueMap<string> merges)
    {
        var current = text;
        for (var steps = 0; merges.TryGetValue(current, out var next) && next is not null; steps++)
        {
            if (steps > merges.Count)
            {
                return text;
            }

            current = next;
        }

        return current;
    }

    private static List<int> RowsOf(TextColumn column, string[] targets)
    {
        var isMerged = targets.Select((target, code) => target != column.Dictionary[code]).ToArray();
        var rows = new List<int>();
        for (var row = 0; row < column.Length; row++)
        {
            if (column.Codes[row] is var code && code != TextColumn.MissingCode && isMerged[code])
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private static TextColumn Merge(TextColumn column, string[] targets)
    {
        var dictionary = column.Type == ColumnType.Boolean ? [.. column.Dictionary] : targets.Distinct(StringComparer.Ordinal).ToArray();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in dictionary)
        {
            places.TryAdd(text, places.Count);
        }

        var newCodes = targets.Select(target => places[target]).ToArray();
        var codes = column.Codes.ToArray();
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = codes[row] == TextColumn.MissingCode ? TextColumn.MissingCode : newCodes[codes[row]];
        }

        return new TextColumn(column.Name, column.Type, codes, dictionary) { Misfits = column.Misfits };
    }

    private static string Describe(TextColumn column, string[] targets, List<int> touched, bool isOn)
    {
        var merges = touched.Select(row => column.Codes[row]).Distinct()
            .GroupBy(code => targets[code], code => LedgerText.Name(column.Dictionary[code]), StringComparer.Ordinal)
            .Select(group => $"{LedgerText.List([.. group])} as {LedgerText.Name(group.Key)}");
        var verb = isOn ? touched.Count == 1 ? "was" : "were" : "would be";
        return $"{LedgerText.Count(touched.Count, "cell")} of {LedgerText.Name(column.Name)} {verb} merged: "
            + $"{string.Join("; ", merges.Take(5))}.";
    }
}
