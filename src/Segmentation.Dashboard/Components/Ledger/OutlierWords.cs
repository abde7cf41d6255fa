using Segmentation.Core.Cleaning;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Figures;

namespace Segmentation.Dashboard.Components.Ledger;

/// <summary>The rules and actions for outliers in plain words.</summary>
public static class OutlierWords
{
    /// <summary>The rules that can be chosen.</summary>
    public static IReadOnlyList<Choice<OutlierRule>> Rules { get; } =
    [
        new(OutlierRule.None, "Off", "No value counts as too far out."),
        new(OutlierRule.Tukey, "Quartiles", "Tukey's fences: so many interquartile ranges beyond the middle half."),
        new(OutlierRule.ZScore, "z-score", "So many standard deviations from the mean."),
        new(OutlierRule.RobustZ, "Robust z", "So many scaled median deviations from the median; far values do not move it."),
        new(OutlierRule.Percentile, "Percentiles", "The lowest and the highest few per cent."),
    ];

    /// <summary>The actions that can be chosen.</summary>
    public static IReadOnlyList<Choice<OutlierAction>> Actions { get; } =
    [
        new(OutlierAction.Flag, "Only mark", "Rows stay as they are and are counted."),
        new(OutlierAction.Winsorise, "Move to the fence", "The value is moved to the fence and the row stays (winsorising)."),
        new(OutlierAction.SetAside, "Set aside", "Rows take no part in the segments; they stay in the export, with the reason."),
    ];

    /// <summary>What follows the threshold's number.</summary>
    public static string Unit(OutlierRule rule) => rule switch
    {
        OutlierRule.Tukey => "× IQR",
        OutlierRule.ZScore => "× std. deviation",
        OutlierRule.RobustZ => "× deviation",
        _ => "%",
    };

    /// <summary>The rule in one sentence.</summary>
    public static string Sentence(OutlierOptions options)
    {
        var threshold = NumberText.Full(options.Threshold);
        return options.Rule switch
        {
            OutlierRule.None => "No value counts as too far out.",
            OutlierRule.Tukey => $"Too far out is what lies more than {threshold} times the width of the middle half away from it.",
            OutlierRule.ZScore => $"Too far out is what lies more than {threshold} standard deviations from the mean.",
            OutlierRule.RobustZ => $"Too far out is what lies more than {threshold} usual distances from the median.",
            _ => $"Too far out are the lowest {threshold} % and the highest {threshold} %.",
        };
    }

    /// <summary>These options under another rule: the threshold becomes the one that is suggested there.</summary>
    public static OutlierOptions WithRule(this OutlierOptions options, OutlierRule rule) =>
        rule == options.Rule ? options : options with { Rule = rule, Threshold = OutlierOptions.RangeOf(rule).Suggested };

    /// <summary>What happens to so many customers: <c>12 marked</c>.</summary>
    public static string Caught(OutlierFinding finding, bool isOn)
    {
        var count = NumberText.Count(finding.Rows.Length);
        return (finding.Rows.Length, isOn, finding.Options.Action) switch
        {
            (0, _, _) => "none",
            (_, false, _) => $"{count} · off",
            (_, _, OutlierAction.SetAside) => $"{count} set aside",
            (_, _, OutlierAction.Winsorise) => $"{count} moved",
            _ => $"{count} marked",
        };
    }
}
