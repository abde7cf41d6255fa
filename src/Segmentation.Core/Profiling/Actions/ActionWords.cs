namespace Segmentation.Core.Profiling.Actions;

/// <summary>Meanings, levels and actions as people say them.</summary>
public static class ActionWords
{
    /// <summary>An action in one to three words.</summary>
    public static string NameOf(MarketingAction action) => action switch
    {
        MarketingAction.CrossSell => "Cross-sell",
        MarketingAction.UpSell => "Up-sell",
        MarketingAction.WinBack => "Win back",
        MarketingAction.MembershipCard => "Membership card",
        MarketingAction.Reward => "Reward",
        MarketingAction.Welcome => "Welcome",
        _ => "Leave alone",
    };

    /// <summary>What an action is, in a sentence.</summary>
    public static string Explain(MarketingAction action) => action switch
    {
        MarketingAction.CrossSell => "Offer them goods they do not buy yet.",
        MarketingAction.UpSell => "Offer them more, or better: they buy less than they might.",
        MarketingAction.WinBack => "Ask them to come back before they are gone.",
        MarketingAction.MembershipCard => "Give them a reason to come more often.",
        MarketingAction.Reward => "Thank them, so that they stay.",
        MarketingAction.Welcome => "They are new: show them what there is.",
        _ => "Spend the money on others.",
    };

    /// <summary>What a column can mean.</summary>
    public static string NameOf(ColumnMeaning meaning) => meaning switch
    {
        ColumnMeaning.Spend => "spending",
        ColumnMeaning.Income => "income",
        ColumnMeaning.Recency => "time since last seen",
        ColumnMeaning.Frequency => "frequency",
        ColumnMeaning.Tenure => "time as a customer",
        ColumnMeaning.Response => "response to offers",
        ColumnMeaning.Size => "size",
        _ => "nothing",
    };

    /// <summary>A level of a meaning: <c>high</c>, <c>long</c>, <c>small</c>.</summary>
    public static string NameOf(MeaningLevel level, ColumnMeaning meaning = ColumnMeaning.None) => (level, meaning) switch
    {
        (MeaningLevel.Average, _) => "average",
        (MeaningLevel.High, ColumnMeaning.Recency or ColumnMeaning.Tenure) => "long",
        (MeaningLevel.Low, ColumnMeaning.Recency or ColumnMeaning.Tenure) => "short",
        (MeaningLevel.High, ColumnMeaning.Size) => "large",
        (MeaningLevel.Low, ColumnMeaning.Size) => "small",
        (MeaningLevel.High, _) => "high",
        _ => "low",
    };

    /// <summary>The conditions of a rule: <c>income high and spending low</c>; <c>always</c> without any.</summary>
    public static string Of(ActionRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.When.Count == 0
            ? "always"
            : string.Join(" and ", rule.When.Select(condition => $"{NameOf(condition.Meaning)} {NameOf(condition.Level, condition.Meaning)}"));
    }
}
