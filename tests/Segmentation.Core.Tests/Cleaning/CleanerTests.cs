using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Xunit;

namespace Segmentation.Core.Tests.Cleaning;

public class CleanerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Clean_EverythingAtOnce_WritesTheLedgerInTheOrderOfSteps()
    {
        var frame = new DataFrame(
        [
            Frames.Numbers("Id", 1, 2, 3, 3, 4),
            Frames.Numbers("Z", 7, 7, 7, 7, 7),
            Frames.Numbers("Age", -5, 30, 40, 40, 50),
            Frames.Categories("Status", "Alone", "Single", "Single", "Single", "Single"),
        ]);
        var merges = ValueMap<ValueMap<string>>.Empty.With("Status", ValueMap<string>.Empty.With("Single", "Solo"));
        var options = new CleaningOptions { MergedCategories = merges };

        var result = Cleaner.Clean(frame, Frames.WithIdentifier("Id"), ["Age", "Status"], options, Token);

        Assert.Equal(
            ["merge:Status", "impossible:Age", "duplicates", "repeats", "constant:Z", "missing:Age", "outliers:Age"],
            result.Ledger.Select(entry => entry.Key));
        Assert.Equal(result.Ledger.Select(entry => entry.Step).Order(), result.Ledger.Select(entry => entry.Step));
        Assert.Equal(["Id", "Z", "Age", "Status"], result.Frame.Columns.Select(column => column.Name));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Clean_FrameWithoutRowsOrColumns_GivesItBack(int columns)
    {
        var frame = new DataFrame([.. Enumerable.Range(0, columns).Select(place => Frames.Numbers($"c{place}"))]);

        var result = Cleaner.Clean(frame, Frames.WithIdentifier("c0"), ["c0", "c1"], new CleaningOptions(), Token);

        Assert.Same(frame, result.Frame);
        Assert.Equal(0, result.SetAside.Kept.Total);
        Assert.Empty(result.Outliers);
        Assert.Empty(result.ConstantColumns);
    }

    [Fact]
    public void Clean_OneRow_IsConstantAndKept()
    {
        var result = Frames.Clean(new CleaningOptions(), Frames.Numbers("a", 1), Frames.Categories("b", "x"));

        Assert.Equal(["a", "b"], result.ConstantColumns);
        Assert.Equal(1, result.SetAside.Kept.Count);
    }

    [Fact]
    public void Clean_EveryRowSetAside_IsAResult()
    {
        var options = new CleaningOptions { Missing = new MissingRule(MissingAction.SetAside) };

        var result = Frames.Clean(
            options, Frames.Numbers("a", 1, 2, Frames.None, Frames.None), Frames.Numbers("b", Frames.None, Frames.None, 1, 2));

        Assert.Equal(0, result.SetAside.Kept.Count);
        Assert.Equal([KeyValuePair.Create("missing a", 2), KeyValuePair.Create("missing b", 2)], result.SetAside.Counts);
        Assert.Empty(result.Outliers);
    }

    [Fact]
    public void Clean_HostileNames_KeepTheirKeyAndAreCutInSentences()
    {
        var name = "<script>alert(1)</script>" + new string('x', 10_000);
        var column = Frames.Numbers(name, 1, 2, Frames.None, 4);

        var result = Frames.Clean(new CleaningOptions { Missing = new MissingRule(MissingAction.SetAside) }, column);

        var entry = result.Entry($"missing:{name}");
        Assert.Equal(name, entry.Column);
        Assert.True(entry.Description.Length < 200);
        Assert.True(result.SetAside.ReasonOf(2)!.Length < 100);
    }

    [Fact]
    public void Clean_FeaturesRepeatedOrNotThere_ArePassedOver()
    {
        var frame = new DataFrame([Frames.Numbers("a", 1, 2, 3)]);

        var result = Cleaner.Clean(frame, Frames.WithoutIdentifier, ["a", "gone", "a"], new CleaningOptions(), Token);

        Assert.Equal("a", Assert.Single(result.Outliers).Column);
    }

    [Fact]
    public void Clean_FromKeptSteps_GivesTheSameAsAllAtOnce()
    {
        var frame = CleaningPropertyTests.RandomFrame(seed: 11, rows: 300);
        var features = frame.Columns.Select(column => column.Name).ToArray();
        var schema = Frames.WithIdentifier("id");
        var input = Cleaner.BeforeOutliers(frame, features, new CleaningOptions(), RowDuplicates.Find(frame, schema, Token), Token);

        foreach (var threshold in new[] { 0.5, 1, 3 })
        {
            var options = new CleaningOptions { Outliers = new OutlierOptions { Threshold = threshold, Action = OutlierAction.SetAside } };
            CleaningPropertyTests.AssertSame(Cleaner.Clean(frame, schema, features, options, Token), Cleaner.Clean(input, options, Token));
        }
    }

    [Fact]
    public void Clean_MoreReasonsThanCodes_StillTellsThem()
    {
        var builder = new SetAsideBuilder(70_000);
        for (var row = 0; row < builder.Rows; row++)
        {
            builder.Add([row], $"outlier {row}");
        }

        var rows = builder.Build();

        Assert.Equal("outlier 0", rows.ReasonOf(0));
        Assert.Equal("other reasons", rows.ReasonOf(69_999));
        Assert.Equal(70_000, rows.Counts.Sum(pair => pair.Value));
    }

    [Fact]
    public void Clean_Cancelled_Throws()
    {
        var frame = new DataFrame([Frames.Numbers("a", 1, 2, 3)]);

        Assert.Throws<OperationCanceledException>(
            () => Cleaner.Clean(frame, Frames.WithoutIdentifier, ["a"], new CleaningOptions(), new CancellationToken(canceled: true)));
    }

    // Known facts of the file, measured on it: data/README.md of the shared data sets.
    [Fact]
    public void Clean_MarketingCampaign_FindsWhatIsKnownOfIt()
    {
        var path = SharedData.Find("marketing_campaign.csv");
        Assert.SkipWhen(path is null, "marketing_campaign.csv is not there");
        var frame = Frames.LoadTabbed(path);
        var merges = ValueMap<ValueMap<string>>.Empty.With("Marital_Status", ValueMap<string>.Empty.With("Alone", "Single"));

        var options = new CleaningOptions { MergedCategories = merges };

        var result = Cleaner.Clean(frame, Frames.WithIdentifier("ID"), ["Income", "Year_Birth", "MntWines"], options, Token);

        Assert.Equal(2240, result.Frame.Rows);
        Assert.Equal(0, result.Entry("duplicates").Rows);
        Assert.Equal(182, result.Entry("repeats").Rows);
        Assert.Equal("24 empty cells of Income were filled with the median, 51,381.5.", result.Entry("missing:Income").Description);
        Assert.Equal(2, result.Entry("impossible:Year_Birth").Rows);
        Assert.Equal(3, result.Entry("merge:Marital_Status").Rows);
        Assert.Equal(["Z_CostContact", "Z_Revenue"], result.ConstantColumns);
        Assert.Empty(CategorySuggestion.Find((TextColumn)frame["Marital_Status"]));
        Assert.Empty(CategorySuggestion.Find((TextColumn)frame["Education"]));
    }
}
