using Segmentation.Core.Clustering;
using Segmentation.Core.Frame;
using Segmentation.Core.Profiling;
using Xunit;

namespace Segmentation.Core.Tests.Profiling;

public class SegmentEvidenceTests
{
    // Six customers in two halves; nothing of age was clustered.
    private static readonly byte[] s_halves = [0, 0, 0, 1, 1, 1];

    [Fact]
    public void Traits_ClusteredColumnsFirst_ThenTheOthersByStrength()
    {
        var frame = new DataFrame(
        [
            Tables.Numbers("age", 20, 30, 40, 50, 60, 70), Tables.Numbers("spend", 1, 9, 1, 9, 1, 9), Tables.Numbers("flat", 5, 5, 5, 5, 5, 5),
            Tables.Categories("town", "Leeds", "Leeds", "Leeds", "York", "York", "Leeds"),
        ]);

        var traits = Groups.Evidence(frame, s_halves, ["spend"]).Portraits[0].Traits;

        Assert.Equal(["spend", "age", "town = Leeds", "flat"], traits.Select(trait => trait.Feature));
        Assert.Equal([true, false, false, false], traits.Select(trait => trait.IsClustered));
        // Ages: mean 45, squares 625 + 225 + 25 twice = 1750, the half's mean 30.
        Assert.Equal(-15 / Math.Sqrt(1750 / 6.0), traits[1].Difference, precision: 12);
        Assert.Equal(0, traits[3].Difference);
    }

    // Four of six are from Leeds; all three of the first half.
    [Fact]
    public void Traits_Category_HaveLiftAndPoints()
    {
        var frame = new DataFrame([Tables.Numbers("n", 1, 2, 3, 7, 8, 9), Tables.Categories("town", "Leeds", "Leeds", "Leeds", "York", "York", "Leeds")]);

        var trait = Groups.Evidence(frame, s_halves, ["n"]).Portraits[0].Traits[1];

        Assert.Equal((1.0, 1.5), (trait.Trait.Mean, trait.Lift));
        Assert.Equal(100 / 3.0, trait.Points!.Value, precision: 10);
        Assert.Equal((1 / 3.0) / Math.Sqrt(2 / 9.0), trait.Difference, precision: 12);
        Assert.Null(Groups.Evidence(frame, s_halves, ["n"]).Portraits[0].Traits[0].Lift);
    }

    // Of ten thousand rows four are drawn: their mean differs by half a deviation, the error of such a mean, by chance.
    [Theory]
    [InlineData(4, 0.9, false)]
    [InlineData(4, 1.1, true)]
    [InlineData(400, 0.49, false)]
    [InlineData(400, 0.5, true)]
    [InlineData(0, 9, false)]
    public void IsClaimed_OfAColumnThatWasNotClustered_AsksForTwiceTheError(int count, double difference, bool isClaimed)
    {
        var trait = new SegmentTrait(new Trait("a", 0, 0, difference), "a", null, IsClustered: false, count, 10_000);

        Assert.Equal(isClaimed, trait.IsClaimed);
        Assert.Equal(difference >= SegmentTrait.MinDifference, (trait with { IsClustered = true }).IsClaimed);
    }

    // Means 2 and 8 about 5: between 54, within 4. The table of towns is 3 0 / 1 2: chi-square 3, V is the root of 3 / 6.
    [Fact]
    public void Effects_ByHand_LargestFirst()
    {
        var frame = new DataFrame([Tables.Numbers("n", 1, 2, 3, 7, 8, 9), Tables.Categories("town", "Leeds", "Leeds", "Leeds", "York", "York", "Leeds"), Tables.Numbers("flat", 1, 1, 1, 1, 1, 1)]);

        var effects = Groups.Evidence(frame, s_halves, ["n"]).Effects;

        Assert.Equal(["n", "town", "flat"], effects.Select(effect => effect.Column));
        Assert.Equal(54 / 58.0, effects[0].Value, precision: 12);
        Assert.Equal(Math.Sqrt(0.5), effects[1].Value, precision: 12);
        Assert.Equal(0.5, effects[1].Explained, precision: 12);
        Assert.Equal(0, effects[2].Value);
    }

    [Fact]
    public void Effects_LeaveOutTheUnassigned()
    {
        var frame = new DataFrame([Tables.Numbers("n", 1, 2, 3, 7, 8, 9, 5000, 6000)]);

        var evidence = Groups.Evidence(frame, [.. s_halves, ClusteringResult.Unassigned, ClusteringResult.Unassigned], ["n"]);

        Assert.Equal(54 / 58.0, evidence.Effects[0].Value, precision: 12);
        Assert.Equal(3, evidence.Portraits.Count);
        Assert.Null(evidence.Portraits[2].Personas.Nearest);
        Assert.Equal(5500, evidence.Portraits[2].Traits[0].Trait.Mean);
    }

    [Fact]
    public void Categories_FiftyThousand_ArePooled()
    {
        const int Rows = 50_000;
        var frame = new DataFrame(
            [Tables.Numbers("n", [.. Enumerable.Range(0, Rows).Select(row => row % 2)]), new TextColumn("c", ColumnType.Category, [.. Enumerable.Range(0, Rows)], [.. Enumerable.Range(0, Rows).Select(row => $"v{row}")])]);

        var effect = Groups.Evidence(frame, [.. Enumerable.Range(0, Rows).Select(row => (byte)(row % 2))], ["n"]).Effects[1];

        Assert.True(effect.IsPooled);
        Assert.InRange(effect.Value, 0, 0.1);
    }

    // Spent 10, 20, 30 in wine and 1, 1, nothing in fish; the other half 100, 0 and nothing said.
    [Fact]
    public void Money_AddsTheColumns_AndSaysShareMeanAndMedian()
    {
        var frame = new DataFrame([Tables.Numbers("MntWine", 10, 20, 30, 100, 0, double.NaN), Tables.Numbers("MntFish", 1, 1, double.NaN, 0, 0, double.NaN), Tables.Numbers("Spending score", 1, 2, 3, 4, 5, 6)]);

        var evidence = Groups.Evidence(frame, s_halves, ["Spending score"]);

        Assert.Equal(["MntWine", "MntFish"], evidence.MoneyColumns);
        Assert.Equal(new SegmentMoney(62 / 162.0, 62, 62 / 3.0, 21), evidence.Portraits[0].Money);
        Assert.Equal(new SegmentMoney(100 / 162.0, 100, 50, 50), evidence.Portraits[1].Money);
    }

    [Fact]
    public void Money_NoColumnSays_IsNone() =>
        Assert.Null(Groups.Evidence(new DataFrame([Tables.Numbers("n", 1, 2, 3, 7, 8, 9)]), s_halves, ["n"]).Portraits[0].Money);

    [Fact]
    public void Of_AnyNumberOfThreads_IsTheSame()
    {
        const int Rows = 20_000;
        var frame = new DataFrame([Tables.Numbers("Spend", [.. Enumerable.Range(0, Rows).Select(row => Math.Sin(row) * 1000)]), Tables.Categories("c", [.. Enumerable.Range(0, Rows).Select(row => $"v{row * 7 % 11}")])]);
        byte[] labels = [.. Enumerable.Range(0, Rows).Select(row => (byte)(row * 31 % 5))];

        var (one, four) = (Groups.Evidence(frame, labels, ["Spend"], threads: 1), Groups.Evidence(frame, labels, ["Spend"], threads: 4));

        Assert.Equal(one.Effects, four.Effects);
        Assert.Equal(one.Portraits.SelectMany(portrait => portrait.Traits), four.Portraits.SelectMany(portrait => portrait.Traits));
        Assert.Equal(one.Portraits.Select(portrait => portrait.Money), four.Portraits.Select(portrait => portrait.Money));
        Assert.Equal(one.Portraits.SelectMany(portrait => portrait.Personas.Typical), four.Portraits.SelectMany(portrait => portrait.Personas.Typical));
    }
}
