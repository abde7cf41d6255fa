using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Frame;
using Segmentation.Core.Profiling;
using Xunit;

namespace Segmentation.Core.Tests.Profiling;

public class SegmentNamesTests
{
    [Fact]
    public void Of_TwoStrongTraits_SaysBothStrongestFirst() => Assert.Equal(
        ["Low spending, high income", "High income"],
        Names([Number("Spending (€)", -1.28), Number("Income", 1.05), Number("Age", 0.4)], [Number("Income", 0.9)]));

    [Fact]
    public void Of_NothingStandsOut_IsAverage_AndTheSecondOneGetsANumber() =>
        Assert.Equal(["Average customers", "Average customers (2)", "Older"], Names([Number("Age", 0.49)], [], [Number("Age", 0.5)]));

    [Fact]
    public void Of_OneSegment_IsAll()
    {
        Assert.Equal(["All customers"], Names([Number("Age", 3)]));
        Assert.Equal(["All rows"], SegmentNames.Of([[Number("Age", 3)]], RowNoun.Row));
    }

    [Fact]
    public void Of_TheSameTwoTraits_TakesAThird() => Assert.Equal(
        ["High a, high b, low c", "High a, high b", "Low a"],
        Names([Number("a", 2), Number("b", 1), Number("c", -0.6)], [Number("a", 2), Number("b", 1)], [Number("a", -1)]));

    [Fact]
    public void Of_TheSameThreeTraits_SaysHowMuch() => Assert.Equal(
        ["Very high a", "High a", "Low a"], Names([Number("a", 2)], [Number("a", 1)], [Number("a", -2)]));

    [Fact]
    public void Of_TheSameEvidence_GetsANumber() => Assert.Equal(["High a", "High a (2)", "High a (3)"], Names([Number("a", 1)], [Number("a", 1)], [Number("a", 1)]));

    [Fact]
    public void Of_Categories_SaysHowOften() => Assert.Equal(
        ["Gender mostly Female", "Region often North", "Region seldom <b>", "Often complain", "Seldom complain"],
        Names([Category("Gender", "Female", 0.9, 1)], [Category("Region", "North", 0.4, 1)], [Category("Region", "<b>", 0.01, -1)],
            [Flag("Complain", 1)], [Flag("Complain", -1)]));

    [Fact]
    public void Of_AnyEvidence_NoTwoNamesAreAlike_AndTheOrderOfOthersDoesNotMatter()
    {
        var segments = Gen.Choose(-20, 20).Select(number => number / 10.0).ArrayOf(3).ListOf(8);
        Prop.ForAll(segments.ToArbitrary(), differences =>
        {
            var evidence = differences.Select(three => SegmentTrait.Rank(three.Select((difference, place) => Number($"c{place}", difference)))).ToArray();
            var names = SegmentNames.Of(evidence, RowNoun.Customer);
            return names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Count
                && names.SequenceEqual(SegmentNames.Of(evidence, RowNoun.Customer))
                && names.All(name => name.Length < 120);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void OfClustered_OneTraitPerColumn_TheMostAboveStandsForCategories()
    {
        var frame = new DataFrame([Tables.Numbers("n", 1, 2, 3, 4), Tables.Categories("sex", "m", "m", "f", "f")]);
        var (features, quality) = Groups.Of(frame, [0, 0, 1, 1], "n", "sex");
        var profiles = SegmentProfiler.Profile(frame, features, quality);

        Assert.Equal(["sex = m", "n"], SegmentTrait.OfClustered(profiles[0], features).Select(trait => trait.Feature));
        Assert.Equal(["sex = f", "n"], SegmentTrait.OfClustered(profiles[1], features).Select(trait => trait.Feature));
        Assert.Equal(["Sex mostly m, low n", "Sex mostly f, high n"], profiles.Select(profile => profile.Name));
    }

    [Fact]
    public void Profile_ColumnsOfZeroAndOne_AreShares()
    {
        var frame = new DataFrame([new NumberColumn("flag", [0, 1, 1, 1, 0, 0], isInteger: true), new NumberColumn("count", [0, 1, 2, 1, 0, 0], isInteger: true)]);
        var profiles = Groups.Profiles(frame, [0, 0, 0, 1, 1, 1], "flag", "count");

        Assert.True(profiles[0].Traits[0].IsShare);
        Assert.False(profiles[0].Traits[1].IsShare);
    }

    [Fact]
    public void Profile_ASegmentOfOne_IsNamedByWhatItIs()
    {
        var frame = new DataFrame([Tables.Numbers("Income", 1, 2, 3, 2, 50)]);

        Assert.Equal(["Average customers", "High income"], Groups.Profiles(frame, [0, 0, 0, 0, 1], "Income").Select(profile => profile.Name).ToArray());
    }

    private static IReadOnlyList<string> Names(params SegmentTrait[][] evidence) => SegmentNames.Of(evidence, RowNoun.Customer);

    private static SegmentTrait Number(string column, double difference) =>
        new(new Trait(column, 0, 0, difference), column, null, IsClustered: true, 10, 100);

    private static SegmentTrait Flag(string column, double difference) =>
        new(new Trait(column, 0.5, 0.2, difference) { IsShare = true }, column, null, IsClustered: true, 10, 100);

    private static SegmentTrait Category(string column, string category, double share, double difference) =>
        new(new Trait($"{column} = {category}", share, 0.2, difference) { IsShare = true }, column, category, IsClustered: true, 10, 100);
}
