using Segmentation.Core.Collections;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling.Actions;

namespace Segmentation.Dashboard.Session;

/// <summary>What the table of rules does to a recipe. Each gives a new recipe and touches nothing else.</summary>
public static class ProfileEdits
{
    /// <summary>The rules that a recipe asks for.</summary>
    public static ActionTable ActionsOf(SegmentationRecipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return recipe.Profiling.Actions ?? ActionTable.Default;
    }

    /// <summary>Other rules; those that are suggested are no choice.</summary>
    public static SegmentationRecipe WithActions(this SegmentationRecipe recipe, ActionTable? actions)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return recipe with { Profiling = recipe.Profiling with { Actions = actions == ActionTable.Default ? null : actions } };
    }

    /// <summary>What a column means; null returns to the guess.</summary>
    public static SegmentationRecipe WithMeaning(this SegmentationRecipe recipe, string column, ColumnMeaning? meaning)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        var meanings = recipe.Profiling.Meanings;
        return recipe with
        {
            Profiling = recipe.Profiling with { Meanings = meaning is { } chosen ? meanings.With(column, chosen) : meanings.Without(column) },
        };
    }

    /// <summary>Another rule in the place of one.</summary>
    public static ActionTable WithRule(this ActionTable table, int place, ActionRule rule)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table with { Rules = [.. table.Rules.Select((other, index) => index == place ? rule : other)] };
    }

    /// <summary>One rule less.</summary>
    public static ActionTable WithoutRule(this ActionTable table, int place)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table with { Rules = [.. table.Rules.Where((_, index) => index != place)] };
    }

    /// <summary>A rule tried one place earlier; the first stays.</summary>
    public static ActionTable WithRuleEarlier(this ActionTable table, int place)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rules = table.Rules.ToArray();
        if (place > 0)
        {
            (rules[place - 1], rules[place]) = (rules[place], rules[place - 1]);
        }

        return table with { Rules = ValueList.Create<ActionRule>(rules) };
    }

    /// <summary>A new rule in front of all, which asks for high spending until somebody says otherwise; the same table when it is full.</summary>
    public static ActionTable WithNewRule(this ActionTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var rule = new ActionRule([new ActionCondition(ColumnMeaning.Spend, MeaningLevel.High)], MarketingAction.Reward);
        return table.Rules.Count < ActionTable.MaxRules ? table with { Rules = [rule, .. table.Rules] } : table;
    }

    /// <summary>Another condition in the place of one.</summary>
    public static ActionRule WithCondition(this ActionRule rule, int place, ActionCondition condition)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule with { When = [.. rule.When.Select((other, index) => index == place ? condition : other)] };
    }

    /// <summary>One condition less.</summary>
    public static ActionRule WithoutCondition(this ActionRule rule, int place)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule with { When = [.. rule.When.Where((_, index) => index != place)] };
    }
}
