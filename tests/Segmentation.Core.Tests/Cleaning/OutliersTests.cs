using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Cleaning;

public class OutliersTests
{
    private static readonly NumberColumn s_spend = Frames.Numbers("Spend", 1, 2, 3, 4, 5, 6, 7, 8, 9, 100);

    private static CleaningOptions With(OutlierRule rule, double threshold, OutlierAction action = OutlierAction.Flag) => new()
    {
        Outliers = new OutlierOptions { Rule = rule, Threshold = threshold, Action = action },
    };

    // By hand, type-7 quantiles: quartiles 3.25 and 7.75, median 5.5;
    // deviations from it .5 .5 1.5 1.5 2.5 2.5 3.5 3.5 4.5 94.5, so their median is 2.5.
    [Theory]
    [InlineData(OutlierRule.Tukey, 1.5, 3.25 - (1.5 * 4.5), 7.75 + (1.5 * 4.5))]
    [InlineData(OutlierRule.RobustZ, 2, 5.5 - (2 * 1.4826 * 2.5), 5.5 + (2 * 1.4826 * 2.5))]
    [InlineData(OutlierRule.Percentile, 10, 1.9, 18.1)]
    [InlineData(OutlierRule.Percentile, 0, 1, 100)]
    public void Clean_Rule_DrawsItsFences(OutlierRule rule, double threshold, double lower, double upper)
    {
        var finding = Assert.Single(Frames.Clean(With(rule, threshold), s_spend).Outliers);

        Assert.Equal(lower, finding.Lower!.Value, 1e-12);
        Assert.Equal(upper, finding.Upper!.Value, 1e-12);
        Assert.Equal(new FiveNumbers(1, 3.25, 5.5, 7.75, 100), finding.Box);
    }

    [Fact]
    public void Clean_ZScore_TakesTheSampleDeviation()
    {
        // 2 4 4 4 5 5 7 9: mean 5, squared deviations add to 32, so the sample deviation is sqrt(32 / 7).
        var finding = Assert.Single(Frames.Clean(With(OutlierRule.ZScore, 1), Frames.Numbers("n", 2, 4, 4, 4, 5, 5, 7, 9)).Outliers);

        Assert.Equal(5 - Math.Sqrt(32.0 / 7), finding.Lower!.Value, 1e-12);
        Assert.Equal(5 + Math.Sqrt(32.0 / 7), finding.Upper!.Value, 1e-12);
        Assert.Equal([0, 7], finding.Rows);
        Assert.Equal([2, 9], finding.Extremes);
    }

    [Fact]
    public void Clean_Flag_KeepsRowAndValue()
    {
        var result = Frames.Clean(With(OutlierRule.Tukey, 1.5), s_spend);

        Assert.Equal([9], Assert.Single(result.Outliers).Rows);
        Assert.Same(s_spend, result.Frame["Spend"]);
        Assert.Equal(0, result.SetAside.Count);
        Assert.Equal(
            "1 value of Spend lies outside -3.5 to 14.5 (Tukey's fences, 1.5 x IQR); it is used as it is.",
            result.Entry("outliers:Spend").Description);
        Assert.Equal("100", result.Entry("outliers:Spend").Example);
    }

    [Fact]
    public void Clean_SetAside_KeepsTheRowWithItsReason()
    {
        var result = Frames.Clean(With(OutlierRule.Tukey, 1.5, OutlierAction.SetAside), s_spend);

        Assert.Equal("outlier Spend", result.SetAside.ReasonOf(9));
        var entry = result.Entry("outliers:Spend");
        Assert.Equal((1, 1, true), (entry.Rows, entry.SetAside, entry.IsOn));
    }

    [Fact]
    public void Clean_Winsorise_MovesTheValueToTheFence()
    {
        var result = Frames.Clean(With(OutlierRule.Tukey, 1.5, OutlierAction.Winsorise), s_spend);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 14.5], result.Numbers("Spend"));
        Assert.Equal(ColumnType.Number, result.Frame["Spend"].Type);
        Assert.Equal(0, result.SetAside.Count);
    }

    [Theory]
    [InlineData(OutlierAction.SetAside)]
    [InlineData(OutlierAction.Winsorise)]
    public void Clean_SwitchedOff_ChangesNothingAndStillCounts(OutlierAction action)
    {
        var switches = ValueMap<bool>.Empty.With("outliers:Spend", false);

        var result = Frames.Clean(With(OutlierRule.Tukey, 1.5, action) with { Switches = switches }, s_spend);

        Assert.Same(s_spend, result.Frame["Spend"]);
        Assert.Equal(0, result.SetAside.Count);
        var entry = result.Entry("outliers:Spend");
        Assert.Equal((1, 0, false), (entry.Rows, entry.SetAside, entry.IsOn));
        Assert.Equal([9], Assert.Single(result.Outliers).Rows);
    }

    [Theory]
    [InlineData(OutlierRule.Tukey, "the quartiles are equal")]
    [InlineData(OutlierRule.RobustZ, "half of the values or more equal the median")]
    public void Clean_NoSpread_DrawsNoFencesAndSaysWhy(OutlierRule rule, string why)
    {
        var result = Frames.Clean(With(rule, 1, OutlierAction.SetAside), Frames.Numbers("Response", 0, 0, 0, 0, 0, 0, 0, 1));

        var finding = Assert.Single(result.Outliers);
        Assert.Null(finding.Lower);
        Assert.Null(finding.Upper);
        Assert.Empty(finding.Rows);
        Assert.Contains(why, result.Entry("outliers:Response").Description, StringComparison.Ordinal);
        Assert.Equal(0, result.Entry("outliers:Response").Rows);
    }

    [Fact]
    public void Clean_SpreadTakenBySettingAside_DrawsNoFences()
    {
        var other = Frames.Numbers("Other", 1, 2, 3, Frames.None);
        var options = With(OutlierRule.ZScore, 1) with { Missing = new MissingRule(MissingAction.SetAside) };

        var result = Frames.Clean(options, other, Frames.Numbers("n", 5, 5, 5, 9));

        Assert.Null(result.Outliers[1].Lower);
        Assert.Contains("all values are equal", result.Entry("outliers:n").Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_ValuesNearTheLargest_DoNotOverflow()
    {
        var result = Frames.Clean(With(OutlierRule.ZScore, 3, OutlierAction.SetAside), Frames.Numbers("n", -1.7e308, 1.7e308, 0, 1));

        Assert.Null(Assert.Single(result.Outliers).Upper);
        Assert.Contains("too large", result.Entry("outliers:n").Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Clean_RuleNone_GivesTheBoxAndNoEntry()
    {
        var result = Frames.Clean(With(OutlierRule.None, 0), s_spend);

        Assert.Null(Assert.Single(result.Outliers).Lower);
        Assert.False(result.Has("outliers:Spend"));
    }

    [Fact]
    public void Clean_NoOutliers_SaysThatTheyWereLookedFor()
    {
        var entry = Frames.Clean(With(OutlierRule.Tukey, 1.5), Frames.Numbers("n", 1, 2, 3, 4)).Entry("outliers:n");

        Assert.Equal((0, "No value of n lies outside -0.5 to 5.5 (Tukey's fences, 1.5 x IQR)."), (entry.Rows, entry.Description));
    }

    [Fact]
    public void Clean_RowCaughtByTwoColumns_KeepsTheFirstReasonAndCountsInBoth()
    {
        var result = Frames.Clean(
            With(OutlierRule.Tukey, 1.5, OutlierAction.SetAside), s_spend, Frames.Numbers("Visits", 50, 2, 3, 4, 5, 6, 7, 8, 9, 60));

        Assert.Equal("outlier Spend", result.SetAside.ReasonOf(9));
        Assert.Equal("outlier Visits", result.SetAside.ReasonOf(0));
        Assert.Equal((2, 1), (result.Entry("outliers:Visits").Rows, result.Entry("outliers:Visits").SetAside));
    }

    [Fact]
    public void Clean_FencesOfAColumn_DoNotDependOnTheOrderOfFeatures()
    {
        var visits = Frames.Numbers("Visits", 50, 2, 3, 4, 5, 6, 7, 8, 9, 60);
        var options = With(OutlierRule.ZScore, 1, OutlierAction.SetAside);

        var (one, other) = (Frames.Clean(options, s_spend, visits), Frames.Clean(options, visits, s_spend));

        Assert.Equal(one.Outliers[0].Upper, other.Outliers[1].Upper);
        Assert.Equal(one.Outliers[1].Upper, other.Outliers[0].Upper);
        Assert.Equal(one.SetAside.Kept.ToArray(), other.SetAside.Kept.ToArray());
    }

    [Fact]
    public void Clean_RowsSetAsideBefore_HaveNoPartInTheFences()
    {
        var other = Frames.Numbers("Other", 1, 2, 3, 4, 5, 6, 7, 8, 9, Frames.None);
        var options = With(OutlierRule.Percentile, 0) with { Missing = new MissingRule(MissingAction.SetAside) };

        var finding = Frames.Clean(options, s_spend, other).Outliers[0];

        Assert.Equal((1, 9), (finding.Lower!.Value, finding.Upper!.Value));
        Assert.Empty(finding.Rows);
    }

    [Fact]
    public void Clean_ColumnRule_GoesBeforeTheDefault()
    {
        var options = With(OutlierRule.None, 0) with
        {
            OutliersByColumn = ValueMap<OutlierOptions>.Empty.With(
                "Spend", new OutlierOptions { Rule = OutlierRule.Tukey, Action = OutlierAction.SetAside }),
        };

        Assert.Equal([KeyValuePair.Create("outlier Spend", 1)], Frames.Clean(options, s_spend).SetAside.Counts);
    }

    [Fact]
    public void Clean_ManyOutliers_DrawsAtMost200SpreadOverAll()
    {
        double[] values = [.. Enumerable.Range(0, 10_000).Select(i => (double)i)];

        var finding = Assert.Single(Frames.Clean(With(OutlierRule.Percentile, 25), Frames.Numbers("n", values)).Outliers);

        Assert.Equal(200, finding.Extremes.Length);
        Assert.Equal(finding.Extremes.Order(), finding.Extremes);
        Assert.Equal((0, 9999), (finding.Extremes[0], finding.Extremes[^1]));
        Assert.All(finding.Extremes, value => Assert.True(value < finding.Lower || value > finding.Upper));
    }

    [Theory]
    [InlineData(OutlierRule.Tukey, -1)]
    [InlineData(OutlierRule.Tukey, double.NaN)]
    [InlineData(OutlierRule.Percentile, 50)]
    public void Clean_ThresholdBeyondItsLimits_Throws(OutlierRule rule, double threshold)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Frames.Clean(With(rule, threshold), s_spend));
    }

    [Fact]
    public void CountOutliers_AnyRule_AgreesWithTheFinding()
    {
        var frame = new DataFrame([s_spend]);
        var token = TestContext.Current.CancellationToken;
        var duplicates = RowDuplicates.Find(frame, Frames.WithoutIdentifier, token);
        var input = Cleaner.BeforeOutliers(frame, ["Spend"], new CleaningOptions(), duplicates, token);

        foreach (var rule in Enum.GetValues<OutlierRule>())
        {
            var options = new OutlierOptions { Rule = rule, Threshold = OutlierOptions.RangeOf(rule).Suggested };
            var finding = Assert.Single(Cleaner.Clean(input, new CleaningOptions { Outliers = options }, token).Outliers);
            Assert.Equal(finding.Rows.Length, input.CountOutliers("Spend", options));
        }

        Assert.Throws<KeyNotFoundException>(() => input.CountOutliers("Other", new OutlierOptions()));
    }
}
