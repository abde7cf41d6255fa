using Segmentation.Core.Collections;

namespace Segmentation.Core.Profiling.Actions;

/// <summary>Half of a rule: something is low, average or high.</summary>
/// <param name="Meaning">What.</param>
/// <param name="Level">How.</param>
public sealed record ActionCondition(ColumnMeaning Meaning, MeaningLevel Level);

/// <summary>What to do with segments for which every condition holds. One without conditions holds for all.</summary>
/// <param name="When">The conditions.</param>
/// <param name="Action">What to do then.</param>
public sealed record ActionRule(ValueList<ActionCondition> When, MarketingAction Action)
{
    /// <summary>Most conditions of one rule.</summary>
    public const int MaxConditions = 4;
}

/// <summary>Rules that are tried from the top; the first that holds decides. Equal to another with the same rules.</summary>
/// <param name="Rules">In the order in which they are tried.</param>
/// <param name="Otherwise">What to do where none holds.</param>
public sealed record ActionTable(ValueList<ActionRule> Rules, MarketingAction Otherwise)
{
    /// <summary>Most rules.</summary>
    public const int MaxRules = 30;

    /// <summary>What is suggested as long as nobody says otherwise. A rule about something that the file does not tell never holds.</summary>
    public static ActionTable Default { get; } = new(
        [
            Rule(MarketingAction.WinBack, High(ColumnMeaning.Recency), High(ColumnMeaning.Spend)),
            Rule(MarketingAction.Welcome, Low(ColumnMeaning.Tenure), Low(ColumnMeaning.Recency)),
            Rule(MarketingAction.MembershipCard, High(ColumnMeaning.Spend), Low(ColumnMeaning.Frequency)),
            Rule(MarketingAction.Reward, High(ColumnMeaning.Spend)),
            Rule(MarketingAction.LeaveAlone, High(ColumnMeaning.Recency), Low(ColumnMeaning.Spend)),
            Rule(MarketingAction.WinBack, High(ColumnMeaning.Recency)),
            Rule(MarketingAction.UpSell, High(ColumnMeaning.Income), Low(ColumnMeaning.Spend)),
            Rule(MarketingAction.UpSell, High(ColumnMeaning.Frequency), Low(ColumnMeaning.Spend)),
            Rule(MarketingAction.CrossSell, High(ColumnMeaning.Response)),
            Rule(MarketingAction.LeaveAlone, Low(ColumnMeaning.Spend), Low(ColumnMeaning.Income)),
            Rule(MarketingAction.LeaveAlone, Low(ColumnMeaning.Spend), Low(ColumnMeaning.Frequency)),
            Rule(MarketingAction.MembershipCard, Low(ColumnMeaning.Spend)),
            Rule(MarketingAction.CrossSell, new ActionCondition(ColumnMeaning.Spend, MeaningLevel.Average)),
        ],
        MarketingAction.LeaveAlone);

    internal void ThrowIfInvalid()
    {
        if (Rules is null || Rules.Count > MaxRules || Rules.Any(rule => rule.When is null || rule.When.Count > ActionRule.MaxConditions))
        {
            throw new ArgumentException($"There are at most {MaxRules} rules of at most {ActionRule.MaxConditions} conditions each.", nameof(Rules));
        }

        var conditions = Rules.SelectMany(rule => rule.When).ToArray();
        if (conditions.Any(condition => condition.Meaning == ColumnMeaning.None || !Enum.IsDefined(condition.Meaning) || !Enum.IsDefined(condition.Level))
            || !Rules.Select(rule => rule.Action).Append(Otherwise).All(Enum.IsDefined))
        {
            throw new ArgumentException("A rule asks for what cannot be asked for.", nameof(Rules));
        }
    }

    private static ActionRule Rule(MarketingAction action, params ReadOnlySpan<ActionCondition> when) => new(ValueList.Create(when), action);

    private static ActionCondition High(ColumnMeaning meaning) => new(meaning, MeaningLevel.High);

    private static ActionCondition Low(ColumnMeaning meaning) => new(meaning, MeaningLevel.Low);
}
