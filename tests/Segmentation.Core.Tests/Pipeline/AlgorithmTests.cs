using System.Globalization;
using System.Text;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Density;
using Segmentation.Core.Clustering.Hierarchy;
using Segmentation.Core.Clustering.Mixtures;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;
using Segmentation.Core.Samples;
using Xunit;

namespace Segmentation.Core.Tests.Pipeline;

/// <summary>Every algorithm through the pipeline, from a recipe to profiles and export.</summary>
public class AlgorithmTests
{
    private static readonly Dataset s_shop = ShopSample.Create();

    private readonly SegmentationPipeline _pipeline = new();

    /// <summary>Each algorithm, and the share of rows that its model must place where the fit put them: borders of trees and densities differ.</summary>
    public static TheoryData<ClusteringAlgorithm, Linkage, double> Algorithms { get; } = new()
    {
        { ClusteringAlgorithm.KMeans, Linkage.Ward, 1 },
        { ClusteringAlgorithm.KMedoids, Linkage.Ward, 1 },
        { ClusteringAlgorithm.GaussianMixture, Linkage.Ward, 1 },
        { ClusteringAlgorithm.KPrototypes, Linkage.Ward, 1 },
        { ClusteringAlgorithm.BisectingKMeans, Linkage.Ward, 1 },
        { ClusteringAlgorithm.Hierarchy, Linkage.Ward, 0.9 },
        { ClusteringAlgorithm.Hierarchy, Linkage.Average, 0.9 },
        { ClusteringAlgorithm.Hierarchy, Linkage.Complete, 0.8 },
        { ClusteringAlgorithm.Hdbscan, Linkage.Ward, 0.9 },
    };

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Run_EveryAlgorithm_GivesEveryRowASegmentThatItsModelWouldGiveIt(ClusteringAlgorithm algorithm, Linkage linkage, double share)
    {
        var snapshot = _pipeline.Run(s_shop, Recipe(new ClusteringOptions { Algorithm = algorithm, Linkage = linkage, ClusterCount = 5 }));

        var clustering = snapshot.Quality.Clustering;
        Assert.Equal(snapshot.Features.Rows.Count, snapshot.Profiles.Sum(profile => profile.Size));
        Assert.Equal(1, snapshot.Profiles.Sum(profile => profile.Share), precision: 12);
        Assert.All(Enumerable.Range(0, s_shop.Frame.Rows), row => Assert.Equal(
            snapshot.SegmentOf(row), snapshot.SegmentOf(row) is { } segment ? snapshot.ProfileOf(segment).Number : null));
        var placed = clustering.Model.Assign(snapshot.Features.Matrix, cancellationToken: TestContext.Current.CancellationToken);
        var alike = placed.Zip(clustering.Labels).Count(pair => pair.First == pair.Second);
        Assert.InRange((double)alike / placed.Length, share, 1);
        Assert.NotNull(snapshot.Quality.Silhouette);
        if (algorithm != ClusteringAlgorithm.Hdbscan)
        {
            Assert.Equal(5, snapshot.SegmentCount);
        }
    }

    [Fact]
    public void Run_OptionOfAnotherAlgorithm_ComputesNothingAgain()
    {
        var before = _pipeline.Run(Tables.ThreeGroups(), new SegmentationRecipe { Clustering = Three });
        var data = before.Data;

        ClusteringOptions[] others =
        [
            Three with { MismatchWeight = 2 },
            Three with { Covariance = CovarianceShape.Tied },
            Three with { Linkage = Linkage.Complete },
            Three with { MinClusterSize = 7, MinSamples = 3 },
        ];

        Assert.All(others, options => Assert.Same(before.Quality, _pipeline.Run(data, new SegmentationRecipe { Clustering = options }).Quality));
    }

    [Theory]
    [MemberData(nameof(OwnOptions))]
    public void Run_OwnOption_ComputesAgain(ClusteringOptions before, ClusteringOptions after)
    {
        var data = Mixed();

        Assert.NotSame(_pipeline.Run(data, All(before)).Quality, _pipeline.Run(data, All(after)).Quality);
        Assert.Same(_pipeline.Run(data, All(before)).Quality, _pipeline.Run(data, All(before with { })).Quality);
    }

    public static TheoryData<ClusteringOptions, ClusteringOptions> OwnOptions { get; } = new()
    {
        { Three, Three with { Restarts = 3 } },
        { Mixture, Mixture with { Covariance = CovarianceShape.Spherical } },
        { Ward, Ward with { Linkage = Linkage.Average } },
        { Dense, Dense with { MinClusterSize = 3 } },
        { Dense, Dense with { MinSamples = 2 } },
        { Prototypes, Prototypes with { MismatchWeight = 2 } },
        { Prototypes, Prototypes with { Restarts = 3 } },
    };

    [Fact]
    public void Run_KMovesOverATree_BuildsItOnce()
    {
        var trees = Enumerable.Range(2, 5).Select(count => _pipeline.Run(s_shop, Recipe(Ward with { ClusterCount = count })))
            .Select(snapshot => Assert.IsType<HierarchyResult>(snapshot.Quality.Clustering)).ToArray();

        Assert.Equal([2, 3, 4, 5, 6], trees.Select(tree => tree.ClusterCount));
        Assert.Single(trees.Select(tree => tree.Tree).Distinct());
    }

    [Fact]
    public void Run_Densities_FindTheirOwnNumber_WhateverIsAskedFor()
    {
        var auto = _pipeline.Run(s_shop, Recipe(Dense));

        Assert.Same(auto.Quality, _pipeline.Run(s_shop, Recipe(Dense with { ClusterCount = 17 })).Quality);
        Assert.Null(auto.Suggestion);
        Assert.Single(auto.Curve);
        Assert.Same(auto, _pipeline.Extend(auto, 9, TestContext.Current.CancellationToken));
        Assert.Null(auto.Quality.Asked);
    }

    [Fact]
    public void Run_SmallestClusterMoves_MeasuresDensitiesOnce()
    {
        int[][] rows = [.. new int?[] { 15, 20, 40 }.Select(size => Assert.IsType<DensityResult>(
            _pipeline.Run(s_shop, Recipe(Dense with { MinClusterSize = size })).Quality.Clustering).Rows)];

        Assert.Single(rows.Distinct());
    }

    [Fact]
    public void Run_UnassignedRows_AreASegmentOfTheirOwnBehindTheOthers()
    {
        var snapshot = _pipeline.Run(WithLoners(), new SegmentationRecipe { Clustering = Dense with { MinClusterSize = 5 } });

        var last = snapshot.Profiles[^1];
        Assert.Equal((0, "Unassigned", 2, (double?)null), (last.Number, last.Name, last.Size, last.Silhouette));
        Assert.Equal([1, 2, 0], snapshot.Profiles.Select(profile => profile.Number));
        Assert.Equal(2, snapshot.SegmentCount);
        Assert.Equal(SegmentProfile.Unassigned, snapshot.SegmentOf(30));
        Assert.Same(last, snapshot.ProfileOf(0));
        Assert.Null(snapshot.MarginOf(30));
        Assert.Equal(75, last.Traits[0].Mean, precision: 9);
        Assert.Null(snapshot.FindProfile(3));
        Assert.Null(_pipeline.Run(Tables.ThreeGroups(), new SegmentationRecipe { Clustering = Three }).FindProfile(0));
    }

    [Fact]
    public void WriteCsv_UnassignedRows_HaveNumberNoughtAndAName()
    {
        var snapshot = _pipeline.Run(WithLoners(), new SegmentationRecipe { Clustering = Dense with { MinClusterSize = 5 } });

        Assert.EndsWith(",0,Unassigned,,", Lines(snapshot, new ExportOptions())[31], StringComparison.Ordinal);
    }

    [Fact]
    public void WriteCsv_MembershipsOfAMixture_AddUpToOne()
    {
        var snapshot = _pipeline.Run(s_shop, Recipe(Mixture with { ClusterCount = 4 }));

        var lines = Lines(snapshot, new ExportOptions { Columns = [], Memberships = true });

        Assert.Equal("segment,segment_name,margin,set_aside,membership_1,membership_2,membership_3,membership_4", lines[0]);
        Assert.All(lines.Skip(1), line =>
        {
            // Names may hold commas.
            var cells = line.Split(',');
            var shares = cells[^4..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray();
            Assert.Equal(1, shares.Sum(), 1e-5);
            Assert.Equal(int.Parse(cells[0], CultureInfo.InvariantCulture) - 1, Array.IndexOf(shares, shares.Max()));
        });
    }

    [Fact]
    public void WriteCsv_MembershipsOfWhatHasNone_AddNothing()
    {
        var snapshot = _pipeline.Run(Tables.ThreeGroups(), new SegmentationRecipe { Clustering = Three });

        Assert.Equal("x,y,segment,segment_name,margin,set_aside", Lines(snapshot, new ExportOptions { Memberships = true })[0]);
    }

    [Fact]
    public void Run_MixedFeatures_TakeTheIndicatorsOfAColumnAsOneCategory()
    {
        var snapshot = _pipeline.Run(Mixed(), All(Prototypes with { MismatchWeight = 1000 }));

        // Where categories alone decide, each is a segment.
        Assert.Equal(3, Enumerable.Range(0, 12).Select(row => (row % 3, snapshot.SegmentOf(row))).Distinct().Count());
    }

    [Fact]
    public void Run_PrototypesWithoutACategory_SaysWhatToChoose()
    {
        var failure = Assert.Throws<UnusableDataException>(
            () => _pipeline.Run(Tables.ThreeGroups(), new SegmentationRecipe { Clustering = Prototypes }));

        Assert.Contains("no category is among the features", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FewerSegmentsThanAskedFor_SaysSoAndStaysOffTheCurve()
    {
        var data = Tables.Of(
            Tables.Numbers("x", [.. Enumerable.Range(0, 12).Select(row => row < 6 ? 0.0 : 1)]),
            Tables.Categories("kind", [.. Enumerable.Range(0, 12).Select(row => "abc"[row % 3].ToString())]));

        var snapshot = _pipeline.Run(data, All(Prototypes with { ClusterCount = 4, MismatchWeight = 0 }, "x", "kind"));

        Assert.Equal((2, 4, true), (snapshot.SegmentCount, snapshot.Quality.Asked, snapshot.Quality.IsShort));
        Assert.Empty(snapshot.Curve);
    }

    [Fact]
    public void Bic_IsTheMixturesAlone()
    {
        var mixture = _pipeline.Run(s_shop, Recipe(Mixture));

        Assert.Equal(Assert.IsType<GaussianMixtureResult>(mixture.Quality.Clustering).Bic, mixture.Quality.Bic);
        Assert.Null(_pipeline.Run(s_shop, Recipe(Three)).Quality.Bic);
    }

    private static ClusteringOptions Three => new() { ClusterCount = 3 };

    private static ClusteringOptions Mixture => Three with { Algorithm = ClusteringAlgorithm.GaussianMixture };

    private static ClusteringOptions Ward => Three with { Algorithm = ClusteringAlgorithm.Hierarchy };

    private static ClusteringOptions Dense => new() { Algorithm = ClusteringAlgorithm.Hdbscan };

    private static ClusteringOptions Prototypes => Three with { Algorithm = ClusteringAlgorithm.KPrototypes };

    internal static SegmentationRecipe Recipe(ClusteringOptions clustering) => clustering.Algorithm == ClusteringAlgorithm.KPrototypes
        ? All(clustering, "Age", "Income (k€)", "Region")
        : new SegmentationRecipe { Clustering = clustering };

    private static SegmentationRecipe All(ClusteringOptions clustering) => All(clustering, "x", "y", "kind");

    private static SegmentationRecipe All(ClusteringOptions clustering, params string[] columns) => new()
    {
        Clustering = clustering,
        Features = new FeatureOptions { Chosen = columns.Select(column => new FeatureChoice(column)).ToValueList() },
    };

    private static Dataset Mixed() => Tables.Of(
        Tables.Numbers("x", [.. Enumerable.Range(0, 12).Select(row => (row / 4 * 10) + (0.1 * row))]),
        Tables.Numbers("y", [.. Enumerable.Range(0, 12).Select(row => 0.3 * (row % 5))]),
        Tables.Categories("kind", [.. Enumerable.Range(0, 12).Select(row => "abc"[row % 3].ToString())]));

    // Fifteen around 0, fifteen around 20, and two far from everybody.
    private static Dataset WithLoners() => Tables.Of(
        Tables.Numbers("x", [.. Enumerable.Range(0, 30).Select(row => (row < 15 ? 0 : 20) + (0.1 * (row % 15))), 50, 100]),
        Tables.Numbers("y", [.. Enumerable.Range(0, 30).Select(row => 0.1 * (row * 7 % 15)), -60, 90]));

    private static string[] Lines(SegmentationSnapshot snapshot, ExportOptions options)
    {
        using var output = new MemoryStream();
        SegmentExport.WriteCsv(snapshot, output, options, cancellationToken: TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(output.ToArray()).TrimEnd().Split("\r\n");
    }
}
