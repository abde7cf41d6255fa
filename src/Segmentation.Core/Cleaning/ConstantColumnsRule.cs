using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>Finds columns whose cells are all alike. They cannot tell anyone apart, so nothing about them can be switched.</summary>
internal static class ConstantColumnsRule
{
    public static void Apply(CleaningState state)
    {
        if (state.Original.Rows == 0)
        {
            return;
        }

        foreach (var original in state.Original.Columns)
        {
            var column = state[original.Name];
            if (IsConstant(column) && !BecomesTwoValues(state, column))
            {
                state.AddConstant(column.Name);
                state.Ledger.Add(new LedgerEntry(
                    $"constant:{column.Name}", CleaningStep.ConstantColumns, column.Name, Describe(column), 0, 0, true)
                {
                    CanSwitch = false,
                });
            }
        }
    }

    private static bool IsConstant(DataColumn column)
    {
        var first = FirstPresent(column);
        for (var row = first + 1; first >= 0 && row < column.Length; row++)
        {
            if (!column.Missing[row] && !RowEquality.ValuesAreEqual(column, first, row))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A column of "yes" and empty cells tells people apart once a person fills the empty ones with "no".</summary>
    private static bool BecomesTwoValues(CleaningState state, DataColumn column) =>
        column.Missing.Count > 0
        && FirstPresent(column) is >= 0 and var first
        && state.IsFeature(column.Name)
        && MissingValuesRule.RuleOf(state.Options, column.Name) is { Action: MissingAction.Constant } rule
        && state.IsOn(MissingValuesRule.KeyOf(column.Name))
        && !string.Equals(FillValue.Constant(column, rule).Text, FillValue.OfCell(column, first).Text, StringComparison.Ordinal);

    private static string Describe(DataColumn column) => FirstPresent(column) switch
    {
        < 0 => $"{LedgerText.Name(column.Name)} has no value at all; it is not used as a feature.",
        var first => $"{LedgerText.Name(column.Name)} is {LedgerText.Name(column.Format(first))} in every row"
            + $"{(column.Missing.Count > 0 ? " that has a value" : "")}; it is not used as a feature.",
    };

    private static int FirstPresent(DataColumn column)
    {
        var row = 0;
        while (row < column.Length && column.Missing[row])
        {
            row++;
        }

        return row == column.Length ? -1 : row;
    }
}
