using Segmentation.Core.Profiling;
using Segmentation.Core.Profiling.Actions;
using Xunit;

namespace Segmentation.Core.Tests.Profiling.Actions;

public class ActionAdviceTests
{
    private static readonly KeyValuePair<string, ColumnMeaning>[] s_meanings =
        [new("Income", ColumnMeaning.Income), new("Spent", ColumnMeaning.Spend), new("Last seen", ColumnMeaning.Recency), new("Wine", ColumnMeaning.Spend)];

    [Theory]
    [InlineData(1.05, -1.28, 0, MarketingAction.UpSell)]
    [InlineData(0, 0.5, 0.6, MarketingAction.WinBack)]
    [InlineData(0, 0.5, 0, MarketingAction.Reward)]
    [InlineData(0, -2, 2, MarketingAction.LeaveAlone)]
    [InlineData(-1, -1, 0, MarketingAction.LeaveAlone)]
    [InlineData(0, -1, 0, MarketingAction.MembershipCard)]
    [InlineData(0, 0.49, -0.49, MarketingAction.CrossSell)]
    public void Of_TheDefaultTable_TakesTheFirstRuleThatHolds(double income, double spent, double recency, MarketingAction action) =>
        Assert.Equal(action, Advise(ActionTable.Default, Trait("Income", income), Trait("Spent", spent), Trait("Last seen", recency)).Action);

    [Fact]
    public void Of_ARuleThatHolds_SaysWhichAndWhy()
    {
        var advice = Advise(ActionTable.Default, Trait("Income", 1.05), Trait("Spent", -1.28));

        Assert.Equal(7, advice.Rule);
        Assert.Equal("income high and spending low: Income +1.05 sd; Spent -1.28 sd", advice.Reason);
    }

    [Fact]
    public void Of_NothingKnown_FallsBack()
    {
        var advice = Advise(ActionTable.Default);

        Assert.Equal((MarketingAction.LeaveAlone, (int?)null), (advice.Action, advice.Rule));
        Assert.Equal("no rule holds", advice.Reason);
        Assert.Equal(MarketingAction.Welcome, Advise(new ActionTable([], MarketingAction.Welcome), Trait("Spent", 3)).Action);
    }

    [Fact]
    public void Of_ARuleWithoutConditions_AlwaysHolds() =>
        Assert.Equal("always", Advise(new ActionTable([new ActionRule([], MarketingAction.Reward)], MarketingAction.LeaveAlone)).Reason);

    [Fact]
    public void Of_SeveralColumnsOfOneMeaning_CountAlike()
    {
        var advice = Advise(ActionTable.Default, Trait("Spent", 1.2), Trait("Wine", 0));

        Assert.Equal(MarketingAction.Reward, advice.Action);
        Assert.Contains("spending by 2 columns +0.60 sd", advice.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ALateDate_IsAShortTime()
    {
        var table = new ActionTable([new ActionRule([new(ColumnMeaning.Recency, MeaningLevel.Low)], MarketingAction.Welcome)], MarketingAction.LeaveAlone);

        Assert.Equal(MarketingAction.Welcome, Advise(table, Trait("Last seen", 1) with { IsDate = true }).Action);
        Assert.Equal(MarketingAction.LeaveAlone, Advise(table, Trait("Last seen", 1)).Action);
    }

    // Of four segments an equal share is a quarter.
    [Theory]
    [InlineData(0.125, MeaningLevel.Low)]
    [InlineData(0.13, MeaningLevel.Average)]
    [InlineData(0.375, MeaningLevel.High)]
    public void Of_Size_IsComparedWithAnEqualShare(double share, MeaningLevel level)
    {
        var table = new ActionTable([new ActionRule([new(ColumnMeaning.Size, level)], MarketingAction.Reward)], MarketingAction.LeaveAlone);

        Assert.Equal(MarketingAction.Reward, ActionAdvice.Of([], share, 4, s_meanings, table).Action);
    }

    [Fact]
    public void Equals_TheSameRules_AreTheSameTable()
    {
        ActionTable Table() => new([new ActionRule([new(ColumnMeaning.Spend, MeaningLevel.High)], MarketingAction.Reward)], MarketingAction.LeaveAlone);

        Assert.Equal(Table(), Table());
        Assert.NotEqual(Table(), Table() with { Otherwise = MarketingAction.Reward });
    }

    private static ActionAdvice Advise(ActionTable table, params SegmentTrait[] traits) => ActionAdvice.Of(traits, 0.25, 4, s_meanings, table);

    private static SegmentTrait Trait(string column, double difference) =>
        new(new Trait(column, 1, 1, difference), column, null, IsClustered: true, 100, 1000);
}
