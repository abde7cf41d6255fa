namespace Segmentation.Core.Cleaning;

/// <summary>Sets rows aside that repeat an earlier one, in every column or in all but the identifier. The first of each stays.</summary>
internal static class DuplicateRowsRule
{
    public static void Apply(CleaningState state, RowDuplicates duplicates)
    {
        ApplyExact(state, duplicates);
        if (duplicates.Identifier is not null)
        {
            ApplyRepeats(state, duplicates, duplicates.Identifier);
        }
    }

    private static void ApplyExact(CleaningState state, RowDuplicates duplicates)
    {
        const string Key = "duplicates";
        var hasIdentifier = duplicates.Identifier is not null;
        var isOn = state.IsOn(Key, suggestion: hasIdentifier);
        var rows = duplicates.Exact;
        var setAside = isOn ? state.SetAside.Add(rows, "duplicate") : 0;
        var description = rows.IsEmpty ? "No row repeats an earlier one in every column."
            : $"{Repeat(rows.Length)} an earlier one in every column; {Fate(rows.Length, isOn)}."
                + (hasIdentifier ? "" : " No column names the customer, so equal rows may be different people.");
        state.Ledger.Add(new LedgerEntry(Key, CleaningStep.ExactDuplicates, null, description, rows.Length, setAside, isOn));
    }

    private static void ApplyRepeats(CleaningState state, RowDuplicates duplicates, string identifier)
    {
        const string Key = "repeats";
        var isOn = state.IsOn(Key, suggestion: false);
        var name = LedgerText.Name(identifier);
        var rows = KeptOf(state, duplicates.Repeats);
        var setAside = isOn ? state.SetAside.Add(rows, $"repeat but for {name}") : 0;
        var example = rows.Length == 0 ? null : LedgerText.Example($"{name} {state.Original[identifier].Format(rows[0])}");
        var description = rows.Length == 0 ? $"No other row repeats an earlier one in everything but {name}."
            : $"{Repeat(rows.Length)} an earlier one in everything but {name}; {Fate(rows.Length, isOn)}.";
        state.Ledger.Add(new LedgerEntry(
            Key, CleaningStep.RepeatsButForIdentifier, null, description, rows.Length, setAside, isOn, example));
    }

    private static int[] KeptOf(CleaningState state, ReadOnlySpan<int> rows)
    {
        var kept = new List<int>(rows.Length);
        foreach (var row in rows)
        {
            if (state.SetAside.IsKept(row))
            {
                kept.Add(row);
            }
        }

        return [.. kept];
    }

    private static string Repeat(int rows) => $"{LedgerText.Count(rows, "row")} {(rows == 1 ? "repeats" : "repeat")}";

    private static string Fate(int rows, bool isOn) => (isOn, rows) switch
    {
        (true, 1) => "it was set aside",
        (true, _) => "they were set aside",
        (false, 1) => "it stays",
        _ => "they stay",
    };
}
