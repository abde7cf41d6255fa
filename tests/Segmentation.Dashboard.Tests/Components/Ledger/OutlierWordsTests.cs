using Segmentation.Core.Cleaning;
using Segmentation.Dashboard.Components.Ledger;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Ledger;

public class OutlierWordsTests
{
    [Fact]
    public void Rules_OfEveryKind_CanBeChosenAndExplained()
    {
        Assert.Equal(Enum.GetValues<OutlierRule>(), OutlierWords.Rules.Select(rule => rule.Value).Order());
        Assert.All(Enum.GetValues<OutlierRule>(), rule => Assert.EndsWith(".", OutlierWords.Sentence(new OutlierOptions { Rule = rule }), StringComparison.Ordinal));
    }

    [Fact]
    public void Actions_OfEveryKind_CanBeChosen() => Assert.Equal(Enum.GetValues<OutlierAction>(), OutlierWords.Actions.Select(action => action.Value).Order());

    [Fact]
    public void WithRule_TheSameRule_KeepsTheThreshold() =>
        Assert.Equal(2.2, new OutlierOptions { Threshold = 2.2 }.WithRule(OutlierRule.Tukey).Threshold);

    [Theory]
    [InlineData(OutlierAction.SetAside, true, "2 set aside")]
    [InlineData(OutlierAction.Winsorise, true, "2 moved")]
    [InlineData(OutlierAction.Flag, true, "2 marked")]
    [InlineData(OutlierAction.SetAside, false, "2 · off")]
    public void Caught_Two_SaysWhatHappensToThem(OutlierAction action, bool isOn, string expected) =>
        Assert.Equal(expected, OutlierWords.Caught(new OutlierFinding("c", new OutlierOptions { Action = action }, 0, 1, default, [1, 2], []), isOn));
}
