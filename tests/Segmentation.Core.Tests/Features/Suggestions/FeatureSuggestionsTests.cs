using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Features.Suggestions;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Numerics;
using Segmentation.Core.Samples;
using Segmentation.Core.Tests.Features.Expressions;
using Xunit;

namespace Segmentation.Core.Tests.Features.Suggestions;

public class FeatureSuggestionsTests
{
    private const int Rows = 200;

    [Fact]
    public void For_AYearOfBirth_SuggestsTheAge()
    {
        var data = Tables.Of(Integers("Year_Birth", 1950, 1990), Dates("Dt_Customer"));

        var age = FeatureSuggestions.For(data.Frame, data.Schema)[0];

        Assert.Equal((SuggestionKind.Age, "Age", "year(today) - Year_Birth"), (age.Kind, age.Name, age.Columns[0].Expression));
        Assert.Equal(["mean age", "youngest", "oldest"], age.Evidence.Select(evidence => evidence.Label));
        Assert.InRange(age.Evidence[0].Value, 24, 64);
    }

    [Fact]
    public void For_AYearOfBirthWithoutAnyDate_NeedsADayThatIsSet()
    {
        var data = Tables.Of(Integers("Year_Birth", 1950, 1990));

        Assert.Empty(FeatureSuggestions.For(data.Frame, data.Schema));
        Assert.Equal(SuggestionKind.Age, FeatureSuggestions.For(data.Frame, data.Schema, new DateOnly(2020, 1, 1))[0].Kind);
    }

    [Fact]
    public void For_ADateOfBirthAlone_IsNoDayToCountFrom()
    {
        var data = Tables.Of(Dates("Birth Date"));
        var both = Tables.Of(Dates("Birth Date"), Dates("Visit"));

        Assert.Empty(FeatureSuggestions.For(data.Frame, data.Schema));
        Assert.Equal("floor(years_between([Birth Date], today))", Assert.Single(FeatureSuggestions.For(both.Frame, both.Schema)).Columns[0].Expression);
    }

    [Fact]
    public void For_ASignUpDate_SuggestsTheTenure_AndAnyOtherDateDoesNot()
    {
        var data = Tables.Of(Dates("signup_date"), Dates("Delivery"));

        var tenure = Assert.Single(FeatureSuggestions.For(data.Frame, data.Schema));

        Assert.Equal((SuggestionKind.Tenure, "months_between(signup_date, today)"), (tenure.Kind, tenure.Columns[0].Expression));
    }

    [Fact]
    public void For_AmountsOfOnePrefix_SuggestsTheirTotalAndShares()
    {
        var data = Tables.Of(Numbers("MntWines", 300), Numbers("MntMeat Products", 100), Numbers("MntFish", 50));

        var suggestions = FeatureSuggestions.For(data.Frame, data.Schema);

        Assert.Equal([SuggestionKind.Total, SuggestionKind.Shares], suggestions.Select(suggestion => suggestion.Kind).Take(2));
        Assert.Equal(("Total spend", "MntWines + [MntMeat Products] + MntFish"), (suggestions[0].Name, suggestions[0].Columns[0].Expression));
        Assert.Equal(["Share of MntWines", "Share of MntMeat Products", "Share of MntFish"], suggestions[1].Columns.Select(column => column.Name));
        var shares = Deriver.Derive(data, suggestions[1].Columns).Frame;
        Assert.All(Enumerable.Range(0, Rows), row => Assert.Equal(1, suggestions[1].Columns.Sum(column => ((NumberColumn)shares[column.Name])[row]), 12));
    }

    [Theory]
    [InlineData("Num", "Purchases", "Total purchases")]
    [InlineData("Num", "Visits", "Total Visits")]
    public void For_CountsOfOneUnit_SuggestsTheirTotal(string prefix, string unit, string name)
    {
        var data = Tables.Of(Numbers($"{prefix}Web{unit}", 4), Numbers($"{prefix}Shop{unit}", 4), Numbers($"{prefix}Mail{unit}", 4), Numbers("NumCallsMonth", 5));

        var total = FeatureSuggestions.For(data.Frame, data.Schema).First(suggestion => suggestion.Kind == SuggestionKind.Total);

        Assert.Equal((name, $"{prefix}Web{unit} + {prefix}Shop{unit} + {prefix}Mail{unit}"), (total.Name, total.Columns[0].Expression));
    }

    [Fact]
    public void For_ChildrenOfDifferentAges_AreAdded()
    {
        var data = Tables.Of(Integers("Kidhome", 0, 3), Integers("Teenhome", 0, 3), Integers("Age", 20, 60));

        var children = Assert.Single(FeatureSuggestions.For(data.Frame, data.Schema));

        Assert.Equal((SuggestionKind.Children, "Children", "Kidhome + Teenhome"), (children.Kind, children.Name, children.Columns[0].Expression));
    }

    [Fact]
    public void For_AnswersOfOnePrefix_AreCounted()
    {
        var data = Tables.Of(Integers("AcceptedCmp3", 0, 2), Integers("AcceptedCmp1", 0, 2), Integers("likes_tea", 0, 2), Integers("likes_milk", 0, 2));

        var suggestions = FeatureSuggestions.For(data.Frame, data.Schema);

        Assert.Equal(["Accepted campaigns", "likes count"], suggestions.Select(suggestion => suggestion.Name));
        Assert.Equal("AcceptedCmp3 + AcceptedCmp1", suggestions[0].Columns[0].Expression);
    }

    [Fact]
    public void For_ALongTail_SuggestsTheLogarithm_AndNotWhereThereIsNone()
    {
        var data = Tables.Of(
            new NumberColumn("Income", [.. Enumerable.Range(0, Rows).Select(row => Math.Exp(row / 20.0))]), Numbers("Score", 50),
            new NumberColumn("Balance", [.. Enumerable.Range(0, Rows).Select(row => Math.Exp(row / 20.0) - 5)]));

        var log = Assert.Single(FeatureSuggestions.For(data.Frame, data.Schema));

        Assert.Equal((SuggestionKind.Logarithm, "log(1 + Income)"), (log.Kind, log.Columns[0].Expression));
        Assert.True(log.Evidence[0].Value > FeatureSuggestions.LargeSkew);
        Assert.True(Math.Abs(log.Evidence[1].Value) < log.Evidence[0].Value);
    }

    [Fact]
    public void For_WhatIsIgnoredOrALabel_IsLeftAlone()
    {
        var data = Tables.Of(Integers("AcceptedCmp1", 0, 2), Integers("AcceptedCmp2", 0, 2), Dates("Joined"));
        var schema = new Schema(data.Schema.Roles.With("AcceptedCmp2", ColumnRole.Label).With("Joined", ColumnRole.Ignored));

        Assert.Empty(FeatureSuggestions.For(data.Frame, schema));
    }

    [Fact]
    public void For_NothingThatFits_SuggestsNothing()
    {
        Dataset[] plain =
        [
            Tables.ThreeGroups(),
            Tables.Of(Numbers("x_1", 10), Numbers("x_2", 10), Numbers("x_3", 10)),
            Tables.Of(Numbers("max_heat", 10), Numbers("max_weight", 90_000), Numbers("max_age", 50)),
            Tables.Of(Numbers("feature1", 10), Numbers("feature2", 10), Numbers("feature3", 10)),
            Tables.Of(new NumberColumn("MntA", [double.NaN]), new NumberColumn("MntB", [double.NaN]), new NumberColumn("MntC", [double.NaN])),
            Tables.Of(new DateColumn("Joined", [DateTime.MinValue])),
            Tables.Of(),
        ];

        Assert.All(plain, data => Assert.Empty(FeatureSuggestions.For(data.Frame, data.Schema)));
    }

    [Fact]
    public void For_NamesThatHoldMarkup_AreQuotedAndCanBeMade()
    {
        var data = Tables.Of(Numbers("Mnt <b>]", 5), Numbers("Mnt `x`", 5), Numbers("Mnt 'y'", 5));

        var suggestions = FeatureSuggestions.For(data.Frame, data.Schema);

        Assert.NotEmpty(suggestions);
        Assert.All(suggestions, suggestion => Deriver.Derive(data, suggestion.Columns));
    }

    [Fact]
    public void For_MoreColumnsThanAnExpressionHolds_SuggestsNoSumOfThem()
    {
        var data = Tables.Of([.. Enumerable.Range(0, 400).Select(number => Numbers($"Amount {number} {new string('x', 30)}", 5))]);

        Assert.DoesNotContain(FeatureSuggestions.For(data.Frame, data.Schema), suggestion => suggestion.Kind == SuggestionKind.Total);
    }

    [Fact]
    public void For_TheSample_SuggestsOnlyWhatCanBeMade()
    {
        var data = ShopSample.Create();
        var suggestions = FeatureSuggestions.For(data.Frame, data.Schema);

        Assert.All(suggestions, suggestion => Assert.DoesNotContain(
            Deriver.Derive(data, suggestion.Columns).Issues, issue => issue.Kind is DataIssueKind.ConstantColumn or DataIssueKind.EmptyColumn));
    }

    [Fact]
    public void For_MarketingCampaign_SuggestsWhatAnAnalystMakesOfIt()
    {
        Assert.SkipUnless(SharedData.Find("marketing_campaign.csv") is not null, "The shared data are not here.");
        var data = DatasetReader.Read(SharedData.Find("marketing_campaign.csv")!, ReadingOptions.Default);

        var suggestions = FeatureSuggestions.For(data.Frame, data.Schema);

        Assert.Equal(
            [
                "Age", "Months as customer", "Total spend", "Total purchases", "Children", "Accepted campaigns", "Spend per purchase", "Spend by Income",
                "Share of each Mnt column",
            ],
            suggestions.Select(suggestion => suggestion.Name).Take(9));
        Assert.Equal("MntWines + MntFruits + MntMeatProducts + MntFishProducts + MntSweetProducts + MntGoldProds", suggestions[2].Columns[0].Expression);
        Assert.Equal("NumDealsPurchases + NumWebPurchases + NumCatalogPurchases + NumStorePurchases", suggestions[3].Columns[0].Expression);
        Assert.Equal("AcceptedCmp3 + AcceptedCmp4 + AcceptedCmp5 + AcceptedCmp1 + AcceptedCmp2", suggestions[5].Columns[0].Expression);
        Assert.All(suggestions.Skip(9), suggestion => Assert.Equal(SuggestionKind.Logarithm, suggestion.Kind));
        Assert.True(suggestions.Count <= FeatureSuggestions.MaxCount);
    }

    [Fact]
    public void Derive_AllSuggestionsOfMarketingCampaign_GivesTheFactsOfTheFile()
    {
        Assert.SkipUnless(SharedData.Find("marketing_campaign.csv") is not null, "The shared data are not here.");
        var data = DatasetReader.Read(SharedData.Find("marketing_campaign.csv")!, ReadingOptions.Default);
        var all = FeatureSuggestions.For(data.Frame, data.Schema).SelectMany(suggestion => suggestion.Columns).ToValueList();

        var frame = Deriver.Derive(data, all).Frame;

        // The oldest year of birth is 1893, the latest sign-up in 2014; the first sign-up was on 2012-07-30.
        Assert.Equal(121, ((NumberColumn)frame["Age"]).Sorted.Span[^1]);
        Assert.Equal(0, ((NumberColumn)frame["Months as customer"]).Sorted.Span[0]);
        Assert.Equal(22 + (30 / 31.0), ((NumberColumn)frame["Months as customer"]).Sorted.Span[^1], 9);
        Assert.Equal(24, frame["Spend by Income"].Missing.Count);
        Assert.Equal("? | ?", Evaluating.Cells(frame["Spend by Income"].Take([10, 27])));
    }

    private static NumberColumn Numbers(string name, double mean) =>
        new(name, [.. Enumerable.Range(0, Rows).Select(row => mean * (0.5 + (((row * 37) % Rows) / (double)Rows)))]);

    private static NumberColumn Integers(string name, int from, int below)
    {
        var random = new SeededRandom(name.Length);
        return new(name, [.. Enumerable.Range(0, Rows).Select(row => (double)(row < below - from ? from + row : from + random.Next(below - from)))], isInteger: true);
    }

    private static DateColumn Dates(string name) => new(name, [.. Enumerable.Range(0, Rows).Select(row => new DateTime(2012, 1, 1).AddDays(row * 4))]);
}
