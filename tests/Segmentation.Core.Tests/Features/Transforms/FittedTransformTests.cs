using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Segmentation.Core.Features;
using Segmentation.Core.Features.Transforms;
using Segmentation.Core.Numerics;
using Segmentation.Core.Tests.Clustering;
using Xunit;

namespace Segmentation.Core.Tests.Features.Transforms;

public class FittedTransformTests
{
    private static readonly double[] s_sample = [-40, -3, -1, -0.5, 0, 0, 0, 0.25, 1, 2, 2, 7, 90, 3000];

    public static TheoryData<NumberTransform> All => [.. Enum.GetValues<NumberTransform>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Apply_KeepsOrderAndMissing(NumberTransform kind)
    {
        var transform = Fit(kind, s_sample);

        Prop.ForAll<NormalFloat, NormalFloat>((left, right) =>
        {
            var (low, high) = (Math.Min(left.Get, right.Get), Math.Max(left.Get, right.Get));
            Assert.True(transform.Apply(low) <= transform.Apply(high), $"{low} and {high} change places");
        }).QuickCheckThrowOnFailure();
        Assert.True(double.IsNaN(transform.Apply(double.NaN)));
    }

    [Theory]
    [InlineData(NumberTransform.None)]
    [InlineData(NumberTransform.Log1p)]
    [InlineData(NumberTransform.SquareRoot)]
    [InlineData(NumberTransform.YeoJohnson)]
    [InlineData(NumberTransform.Rank)]
    public void Invert_AfterApply_GivesTheValueBack(NumberTransform kind)
    {
        var transform = Fit(kind, s_sample);

        Assert.All(s_sample, value => Assert.Equal(value, transform.Invert(transform.Apply(value)), 1e-9 * (1 + Math.Abs(value))));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Json_GivesAnEqualTransformBack(NumberTransform kind)
    {
        var transform = Fit(kind, s_sample);

        var read = JsonSerializer.Deserialize<FittedTransform>(JsonSerializer.Serialize(transform));

        Assert.Equal(transform, read);
        Assert.Equal(transform.GetType(), read!.GetType());
    }

    [Fact]
    public void Logarithm_OfMinusOneAndLess_IsTheMirrorImage()
    {
        var log = Fit(NumberTransform.Log1p, [1]);

        Assert.Equal(Math.Log(2), log.Apply(1), 1e-15);
        Assert.Equal(-Math.Log(2), log.Apply(-1), 1e-15);
        Assert.Equal(-Math.Log(11), log.Apply(-10), 1e-15);
    }

    [Fact]
    public void SquareRoot_ByHand()
    {
        var root = Fit(NumberTransform.SquareRoot, [1]);

        Assert.Equal([3, 0, -3], new[] { 9.0, 0, -9 }.Select(root.Apply));
    }

    [Theory]
    [InlineData(1, 3.5, 3.5)]
    [InlineData(1, -3.5, -3.5)]
    [InlineData(0, 1.718281828459045, 1)]
    [InlineData(2, -1.718281828459045, -1)]
    [InlineData(2, 3, 7.5)]            // ((1 + 3)^2 - 1) / 2
    [InlineData(0.5, 3, 2)]            // ((1 + 3)^0.5 - 1) / 0.5
    [InlineData(0, -3, -7.5)]          // -((1 + 3)^2 - 1) / 2
    [InlineData(1e-9, 1.718281828459045, 1)]
    public void YeoJohnson_ByHand(double lambda, double value, double expected)
    {
        Assert.Equal(expected, new YeoJohnson(lambda).Apply(value), 1e-8);
        Assert.Equal(value, new YeoJohnson(lambda).Invert(expected), 1e-8);
    }

    // scipy 1.10.1, yeojohnson_normmax: see scikit_learn_reference.py.
    [Fact]
    public void YeoJohnson_OfAFormula_FindsTheLambdaOfScipy() =>
        Assert.Equal(0.765089099705451, YeoJohnson.Fit([.. Enumerable.Range(0, 101).Select(i => (Math.Pow(i * 37 % 101, 2) / 50) - 20)]).Lambda, 1e-6);

    [Theory]
    [InlineData("Annual Income (k$)", 0.6457054451038651)]
    [InlineData("Spending Score (1-100)", 0.8429139978531324)]
    public void YeoJohnson_OfMall_FindsTheLambdaOfScipy(string column, double lambda) =>
        Assert.Equal(lambda, YeoJohnson.Fit(Matrices.Shared("Mall_Customers.csv", column).Column(0)).Lambda, 1e-6);

    // scikit-learn 1.2.1, PowerTransformer, which standardises: the first three shoppers' income.
    [Fact]
    public void YeoJohnson_OfMall_GivesTheNumbersOfScikitLearn()
    {
        var income = Matrices.Shared("Mall_Customers.csv", "Annual Income (k$)").Column(0).ToArray();
        var transform = YeoJohnson.Fit(income);

        var scores = Array.ConvertAll(income, transform.Apply);

        var mean = scores.Average();
        var deviation = Math.Sqrt(scores.Average(score => (score - mean) * (score - mean)));
        Assert.All(
            new[] { -1.9899297816639108, -1.9899297816639108, -1.9303661812392556 }.Index(),
            entry => Assert.Equal(entry.Item, (scores[entry.Index] - mean) / deviation, 1e-6));
    }

    [Fact]
    public void YeoJohnson_OfOneValueOrAFarOffset_StaysFinite()
    {
        Assert.Equal(1, YeoJohnson.Fit([3, 3, 3]).Lambda);
        Assert.InRange(YeoJohnson.Fit([1940, 1950, 1960, 1970, 1990, 1996]).Lambda, -YeoJohnson.MaxLambda, YeoJohnson.MaxLambda);
        Assert.True(double.IsFinite(YeoJohnson.Fit([-1e150, 0, 1e150]).Apply(1e150)));
    }

    [Fact]
    public void YeoJohnson_OfManyRows_IsFoundOnTheSameSampleEveryTime()
    {
        double[] values = [.. Enumerable.Range(0, YeoJohnson.MaxFitRows + 1000).Select(i => Math.Pow(i % 977, 2))];

        Assert.Equal(YeoJohnson.Fit(values), YeoJohnson.Fit(values));
        Assert.Equal(YeoJohnson.Fit(values.AsSpan(0, YeoJohnson.MaxFitRows)).Lambda, YeoJohnson.Fit(values).Lambda, 0.01);
    }

    // scipy 1.10.1, (rankdata - 1) / (n - 1): see scikit_learn_reference.py.
    [Fact]
    public void Rank_SharesTheMeanRankAmongThoseAlike()
    {
        double[] values = [3, 1, 3, 7, 1, 9];
        var rank = RankTransform.Fit(values);

        Assert.All(values.Select(rank.Apply).Zip([0.5, 0.1, 0.5, 0.8, 0.1, 1.0]), pair => Assert.Equal(pair.Second, pair.First, 1e-15));
        Assert.Equal(0.65, rank.Apply(5), 1e-15);
        Assert.Equal([0.1, 1], new[] { -100.0, 100 }.Select(rank.Apply));
    }

    [Fact]
    public void Rank_OfManyDifferentNumbers_IsSmallAndNowhereWrongByMoreThanAStep()
    {
        var random = new SeededRandom(3);
        // A third of all rows share one number: a jump in the order that must not be smoothed away.
        double[] values = [.. Enumerable.Range(0, 30_000).Select(i => i % 3 == 0 ? 0.5 : random.NextNormal())];
        var sorted = values.Order().ToArray();

        var rank = RankTransform.Fit(values);

        Assert.InRange(rank.Values.Count, 300, 2_010);
        foreach (var value in values.Where((_, row) => row % 7 == 0))
        {
            var first = Array.FindIndex(sorted, other => other == value);
            var last = Array.FindLastIndex(sorted, other => other == value);
            Assert.Equal((first + last) / 2.0 / 29_999, rank.Apply(value), RankTransform.Step);
        }
    }

    [Fact]
    public void QuantileBins_ByHand()
    {
        // Type-7 quartiles of 0 .. 8: 2, 4 and 6.
        var bins = Assert.IsType<QuantileBins>(FittedTransform.Fit(
            new FeatureChoice("x") { Transform = NumberTransform.QuantileBins, Bins = 4 }, [0, 1, 2, 3, 4, 5, 6, 7, 8]));

        Assert.Equal([0, 2, 4, 6, 8], bins.Edges);
        Assert.Equal([0, 0, 0, 1, 1, 2, 2, 3, 3], Enumerable.Range(0, 9).Select(value => bins.Apply(value)));
        Assert.Equal([0, 3], new[] { -5.0, 50 }.Select(bins.Apply));
        Assert.Equal([1, 4, 7], new[] { 0, 1.5, 3 }.Select(bins.Invert));
    }

    [Fact]
    public void QuantileBins_OfMostlyOneNumber_LeaveBinsEmpty()
    {
        var bins = QuantileBins.Fit([0, 0, 0, 0, 0, 0, 0, 0, 5, 9], 4);

        Assert.Equal([0, 3, 3], new[] { 0.0, 5, 9 }.Select(bins.Apply));
    }

    private static FittedTransform Fit(NumberTransform kind, double[] values) =>
        FittedTransform.Fit(new FeatureChoice("x") { Transform = kind, Bins = 4 }, values);
}
