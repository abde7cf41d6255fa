using Segmentation.Core.Features;
using Segmentation.Core.Features.Encodings;
using Segmentation.Core.Features.Transforms;
using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;
using Segmentation.Core.Tests.Clustering;
using Xunit;

namespace Segmentation.Core.Tests.Features;

public class ComponentSpaceTests
{
    // scikit-learn 1.2.1, PCA of the standardised columns, with our rule for signs: see scikit_learn_reference.py.
    [Fact]
    public void Of_Mall_AreTheComponentsOfScikitLearn()
    {
        double[] ratios = [0.4426616720824505, 0.3330837846152242, 0.2242545433023254];
        double[] first = [0.7063823466700048, -0.04802397586318874, -0.7061994605317037];
        double[] shopper = [-0.6157200190433771, -1.7634808784656586, -1.3242321577024216];
        var matrix = Matrices.Standardised(Matrices.MallWithAge());

        var space = Of(matrix, 3);

        Assert.All(ratios.Zip(space.Fit.ExplainedRatios), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        Assert.All(first.Zip(space.Fit.Loadings(0).ToArray()), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        Assert.All(Enumerable.Range(0, 3), component => Assert.Equal(shopper[component], space.Scores[0, component], 1e-9));
        Assert.Equal(1, space.Explained, 1e-12);
    }

    [Fact]
    public void Of_FewerThanThereAre_HoldTheirShare() => Assert.Equal(0.775745, Of(Matrices.Standardised(Matrices.MallWithAge()), 2).Explained, 1e-6);

    [Fact]
    public void Of_MoreThanThereAre_AreAllThatExplainAnything()
    {
        // The third column is the sum of the others, the fourth is constant.
        var clouds = Matrices.Clouds(60, 2, 3);
        var matrix = Matrices.Of([.. Enumerable.Range(0, 60).Select(row => new[] { clouds[row, 0], clouds[row, 1], clouds[row, 0] + clouds[row, 1], 5 })]);

        Assert.Equal(2, Of(matrix, 200).Scores.Columns);
    }

    [Fact]
    public void Of_FewerRowsThanColumns_AreOneFewerThanRows() => Assert.Equal(3, Of(Matrices.Clouds(4, 9, 2), 9).Scores.Columns);

    [Fact]
    public void Scores_OfAllRows_AreThoseOfTheRowsOneByOne_OnAnyNumberOfThreads()
    {
        var matrix = Matrices.Clouds(9_001, 5, 3, weighted: true);
        var fit = PrincipalComponents.Fit(matrix, cancellationToken: TestContext.Current.CancellationToken);
        var some = fit.Scores(matrix, [.. Enumerable.Range(0, matrix.Rows)], 4);

        foreach (var threads in (int[])[1, 2, 5])
        {
            var all = fit.Scores(matrix, 4, threads, TestContext.Current.CancellationToken);
            Assert.True(all.Cells.SequenceEqual(some.Cells));
            Assert.True(all.Weights.SequenceEqual(matrix.Weights));
        }
    }

    [Fact]
    public void Variances_AreThoseOfTheScores()
    {
        var matrix = Matrices.Clouds(200, 3, 2);
        var space = Of(matrix, 3);

        Assert.All(Enumerable.Range(0, 3), component =>
            Assert.Equal(space.Fit.Variances[component], space.Scores.Column(component).ToArray().Sum(score => score * score) / 200, 1e-9));
        Assert.Equal(3, space.Fit.Rank);
    }

    [Fact]
    public void Choices_ThatAreEqual_AreEqualOptions()
    {
        static FeatureOptions Options() => new()
        {
            Components = 3,
            Chosen =
            [
                new FeatureChoice("a") { Transform = NumberTransform.QuantileBins, Bins = 5 },
                new FeatureChoice("b") { Encoding = CategoryEncoding.Ordinal, Order = ["x", "y"], RareShare = 0.1, MaxLevels = 9 },
            ],
        };

        Assert.Equal(Options(), Options());
        Assert.NotEqual(Options(), Options() with { Components = 2 });
        Assert.NotEqual(new FeatureChoice("b") { Order = ["x", "y"] }, new FeatureChoice("b") { Order = ["y", "x"] });
    }

    [Fact]
    public void Log_IsTheOlderNameOfATransform()
    {
        Assert.Equal(new FeatureChoice("a") { Log = true }, new FeatureChoice("a") { Transform = NumberTransform.Log1p });
        Assert.Equal(NumberTransform.Rank, (new FeatureChoice("a") { Transform = NumberTransform.Rank } with { Log = false }).Transform);
        Assert.Equal(NumberTransform.None, (new FeatureChoice("a") { Log = true } with { Log = false }).Transform);
    }

    public static TheoryData<FeatureOptions> Impossible =>
    [
        new FeatureOptions { Components = 0 },
        new FeatureOptions { Components = FeatureOptions.MaxColumns + 1 },
        new FeatureOptions { Chosen = [new("a") { Bins = 1 }] },
        new FeatureOptions { Chosen = [new("a") { Bins = 101 }] },
        new FeatureOptions { Chosen = [new("a") { RareShare = double.NaN }] },
        new FeatureOptions { Chosen = [new("a") { RareShare = 0.6 }] },
        new FeatureOptions { Chosen = [new("a") { MaxLevels = 1 }] },
        new FeatureOptions { Chosen = [new("a") { MaxLevels = 1001 }] },
        new FeatureOptions { Chosen = [new("a") { Transform = (NumberTransform)77 }] },
        new FeatureOptions { Chosen = [new("a") { Encoding = (CategoryEncoding)77 }] },
        new FeatureOptions { Chosen = [new("a") { Order = [.. Enumerable.Repeat("x", 1001)] }] },
    ];

    [Theory]
    [MemberData(nameof(Impossible))]
    public void ThrowIfInvalid_BeyondTheLimits_Throws(FeatureOptions options) =>
        Assert.Throws<ArgumentOutOfRangeException>(options.ThrowIfInvalid);

    [Fact]
    public void Build_ATransformThatMakesAllAlike_IsLeftOutWithTheReason()
    {
        var frame = new DataFrame([Tables.Numbers("x", 1, 2, 3, 4, 5), Tables.Numbers("mostly", 0, 7, 7, 7, 7)]);
        FeatureChoice[] choices = [new("x"), new("mostly") { Transform = NumberTransform.QuantileBins, Bins = 2 }];

        var some = FeatureBuilder.Build(frame, RowSelection.Where(5, row => row > 0), [.. choices], Scaling.Standard);
        var all = FeatureBuilder.Build(frame, RowSelection.All(5), [.. choices], Scaling.Standard);

        Assert.Equal("has the same value in every row", Assert.Single(some.LeftOut).Reason);
        Assert.Equal("has the same value in every row once it is transformed", Assert.Single(all.LeftOut).Reason);
    }

    [Fact]
    public void Build_WithGaps_FitsTheTransformToWhatIsThere()
    {
        var frame = new DataFrame([Tables.Numbers("x", 10, double.NaN, 30, 20)]);

        var features = FeatureBuilder.Build(frame, RowSelection.All(4), [new("x") { Transform = NumberTransform.Rank }], Scaling.None);

        Assert.Equal([0, 0.5, 1, 0.5], features.Matrix.Column(0).ToArray());
        Assert.True(features.Missing![1, 0]);
    }

    private static ComponentSpace Of(FeatureMatrix matrix, int count) => ComponentSpace.Of(
        PrincipalComponents.Fit(matrix, cancellationToken: TestContext.Current.CancellationToken),
        matrix,
        count,
        cancellationToken: TestContext.Current.CancellationToken);
}
