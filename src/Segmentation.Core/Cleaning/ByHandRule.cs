using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>Sets rows aside that a person picked out, by the cells as the file has them.</summary>
internal static class ByHandRule
{
    public static void Apply(CleaningState state, CancellationToken cancellationToken)
    {
        foreach (var filter in state.Options.SetAside.Distinct())
        {
            Apply(state, filter, cancellationToken);
        }
    }

    private static void Apply(CleaningState state, RowFilter filter, CancellationToken cancellationToken)
    {
        var key = $"by hand:{filter.Key}";
        var isOn = state.IsOn(key);
        var rows = filter.Evaluate(state.Original, cancellationToken: cancellationToken).Matching.ToArray();
        var setAside = isOn ? state.SetAside.Add(rows, $"by hand: {filter.Words}") : 0;
        state.Ledger.Add(new LedgerEntry(
            key, CleaningStep.ByHand, ColumnOf(filter), Describe(state.Original, filter, rows.Length, isOn), rows.Length, setAside, isOn));
    }

    private static string? ColumnOf(RowFilter filter) => filter.Conditions.Count == 1 ? filter.Conditions[0].Subject : null;

    private static string Describe(DataFrame frame, RowFilter filter, int rows, bool isOn) => (rows, isOn) switch
    {
        (0, _) when !filter.IsUsableOn(frame) => $"{filter.Words}: this file has no such column, so nobody was set aside.",
        (0, _) => $"{filter.Words}: no row is so.",
        (1, true) => $"{filter.Words}: 1 row was set aside.",
        (_, true) => $"{filter.Words}: {LedgerText.Count(rows, "row")} were set aside.",
        (1, false) => $"{filter.Words}: 1 row, which stays.",
        _ => $"{filter.Words}: {LedgerText.Count(rows, "row")}, which stay.",
    };
}
