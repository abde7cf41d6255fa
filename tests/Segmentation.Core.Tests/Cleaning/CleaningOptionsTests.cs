using System.Text.Json;
using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Cleaning;

public class CleaningOptionsTests
{
    [Fact]
    public void MissingRule_EqualChoices_AreEqual() => AssertByValue(
        () => new MissingRule(MissingAction.Constant, "0"), new MissingRule(MissingAction.Constant, "1"),
        new MissingRule(MissingAction.Mean, "0"));

    [Fact]
    public void AllowedRange_EqualChoices_AreEqual() => AssertByValue(
        () => new AllowedRange(0, 120), new AllowedRange(0, null), new AllowedRange(null, 120));

    [Fact]
    public void OutlierOptions_EqualChoices_AreEqual() => AssertByValue(
        () => new OutlierOptions { Rule = OutlierRule.ZScore, Threshold = 3, Action = OutlierAction.Winsorise },
        new OutlierOptions { Rule = OutlierRule.ZScore, Threshold = 3.1, Action = OutlierAction.Winsorise },
        new OutlierOptions { Rule = OutlierRule.RobustZ, Threshold = 3, Action = OutlierAction.Winsorise },
        new OutlierOptions { Rule = OutlierRule.ZScore, Threshold = 3, Action = OutlierAction.Flag });

    [Fact]
    public void CleaningOptions_EqualChoices_AreEqual() => AssertByValue(
        Everything,
        new CleaningOptions(),
        Everything() with { SetAside = [] },
        Everything() with { Missing = new MissingRule(MissingAction.Mean) },
        Everything() with { MissingByColumn = ValueMap<MissingRule>.Empty },
        Everything() with { Outliers = new OutlierOptions { Threshold = 2 } },
        Everything() with { OutliersByColumn = ValueMap<OutlierOptions>.Empty },
        Everything() with { AllowedRanges = ValueMap<AllowedRange>.Empty },
        Everything() with { MergedCategories = Merge("Alone", "Married") },
        Everything() with { Switches = ValueMap<bool>.Empty.With("repeats", false) });

    [Fact]
    public void WithoutOutliers_ChoicesAboutOutliers_AreForgottenAndNoOthers()
    {
        var options = Everything() with { Switches = Everything().Switches.With("outliers:Income", false) };

        var expected = Everything() with { Outliers = new OutlierOptions(), OutliersByColumn = ValueMap<OutlierOptions>.Empty };
        Assert.Equal(expected, options.WithoutOutliers());
    }

    [Theory]
    [InlineData(OutlierRule.Tukey)]
    [InlineData(OutlierRule.ZScore)]
    [InlineData(OutlierRule.RobustZ)]
    [InlineData(OutlierRule.Percentile)]
    public void RangeOf_WholeSlider_IsValid(OutlierRule rule)
    {
        var range = OutlierOptions.RangeOf(rule);
        foreach (var threshold in new[] { range.Minimum, range.Suggested, range.Maximum })
        {
            new OutlierOptions { Rule = rule, Threshold = threshold }.ThrowIfInvalid();
        }

        Assert.InRange(range.Suggested, range.Minimum, range.Maximum);
        Assert.True(range.Step > 0);
    }

    private static ValueMap<ValueMap<string>> Merge(string from, string to) =>
        ValueMap<ValueMap<string>>.Empty.With("Status", ValueMap<string>.Empty.With(from, to));

    private static CleaningOptions Everything() => new()
    {
        SetAside = [new RowFilter([new NumberRange("Income", 1, null), new MissingCell("Age")])],
        Missing = new MissingRule(MissingAction.SetAside),
        MissingByColumn = ValueMap<MissingRule>.Empty.With("Income", new MissingRule(MissingAction.Constant, "1.5")),
        Outliers = new OutlierOptions { Rule = OutlierRule.RobustZ, Threshold = 3.5 },
        OutliersByColumn = ValueMap<OutlierOptions>.Empty.With("Income", new OutlierOptions { Action = OutlierAction.SetAside }),
        AllowedRanges = ValueMap<AllowedRange>.Empty.With("Age", new AllowedRange(18, null)),
        MergedCategories = Merge("Alone", "Single"),
        Switches = ValueMap<bool>.Empty.With("repeats", true),
    };

    private static void AssertByValue<T>(Func<T> make, params T[] others)
    {
        Assert.Equal(make(), make());
        Assert.Equal(make()!.GetHashCode(), make()!.GetHashCode());
        Assert.Equal(make(), JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(make())));
        Assert.All(others, other => Assert.NotEqual(make(), other));
        Assert.All(others, other => Assert.Equal(other, JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(other))));
    }
}
