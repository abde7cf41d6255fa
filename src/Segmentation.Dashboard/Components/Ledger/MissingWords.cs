using Segmentation.Core.Cleaning;

namespace Segmentation.Dashboard.Components.Ledger;

/// <summary>The rules for missing values in plain words.</summary>
public static class MissingWords
{
    /// <summary>The actions that can be chosen, in the order in which they are offered.</summary>
    public static IReadOnlyList<(MissingAction Action, string Label)> Actions { get; } =
    [
        (MissingAction.Median, "Fill with the median"),
        (MissingAction.Mean, "Fill with the mean"),
        (MissingAction.MostFrequent, "Fill with the most frequent"),
        (MissingAction.Constant, "Fill with a value"),
        (MissingAction.SetAside, "Set the row aside"),
        (MissingAction.Keep, "Keep, compare by the rest"),
    ];

    /// <summary>What an action is called.</summary>
    public static string Label(MissingAction action) => Actions.First(known => known.Action == action).Label;

    /// <summary>What to do under another action; the value a person typed before is kept.</summary>
    public static MissingRule With(MissingRule rule, MissingAction action) => rule with { Action = action };

    /// <summary>Whether a rule can be applied: a value to fill with must have been typed first.</summary>
    public static bool IsComplete(MissingRule rule) => rule.Action != MissingAction.Constant || !string.IsNullOrWhiteSpace(rule.Constant);
}
