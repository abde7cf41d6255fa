namespace Segmentation.Core.Cleaning;

/// <summary>What the ledger says about outliers.</summary>
internal static class OutlierText
{
    public static string Describe(OutlierFinding finding, int newlyAside, bool isOn)
    {
        var column = LedgerText.Name(finding.Column);
        var rule = RuleOf(finding.Options);
        if (finding.Lower is not { } lower || finding.Upper is not { } upper)
        {
            return $"No outliers of {column} by {rule}: {WhyNone(finding)}, so there are no fences.";
        }

        var between = $"{LedgerText.Number(lower)} to {LedgerText.Number(upper)}";
        return finding.Rows.Length == 0
            ? $"No value of {column} lies outside {between} ({rule})."
            : $"{LedgerText.Count(finding.Rows.Length, "value")} of {column} {(finding.Rows.Length == 1 ? "lies" : "lie")} "
                + $"outside {between} ({rule}); {Fate(finding, newlyAside, isOn)}.";
    }

    private static string WhyNone(OutlierFinding finding) => finding.Options.Rule switch
    {
        OutlierRule.Tukey when finding.Box.LowerQuartile == finding.Box.UpperQuartile => "the quartiles are equal",
        OutlierRule.ZScore when finding.Box.Minimum == finding.Box.Maximum => "all values are equal",
        OutlierRule.RobustZ when double.IsFinite(finding.Box.Maximum - finding.Box.Minimum) =>
            "half of the values or more equal the median",
        _ => "the values are too large to compare",
    };

    private static string RuleOf(OutlierOptions options) => options.Rule switch
    {
        OutlierRule.ZScore => $"{LedgerText.Number(options.Threshold)} standard deviations around the mean",
        OutlierRule.RobustZ => $"{LedgerText.Number(options.Threshold)} scaled median deviations around the median",
        OutlierRule.Percentile => $"the lowest and highest {LedgerText.Number(options.Threshold)} per cent",
        _ => $"Tukey's fences, {LedgerText.Number(options.Threshold)} x IQR",
    };

    private static string Fate(OutlierFinding finding, int newlyAside, bool isOn) => (isOn, finding.Options.Action) switch
    {
        (false, OutlierAction.SetAside) => "switched off, or their rows would be set aside",
        (false, OutlierAction.Winsorise) => "switched off, or they would be moved to the fence",
        (true, OutlierAction.SetAside) when newlyAside < finding.Rows.Length =>
            $"{LedgerText.Count(newlyAside, "row")} set aside here, the others before",
        (true, OutlierAction.SetAside) => finding.Rows.Length == 1 ? "its row was set aside" : "their rows were set aside",
        (true, OutlierAction.Winsorise) => finding.Rows.Length == 1 ? "it was moved to the fence" : "they were moved to the fence",
        _ => finding.Rows.Length == 1 ? "it is used as it is" : "they are used as they are",
    };
}
