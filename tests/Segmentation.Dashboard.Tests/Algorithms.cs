using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Hierarchy;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Tests;

/// <summary>Pictures that other algorithms make of small data.</summary>
internal static class Algorithms
{
    private static readonly DataFrame s_loners = new(
    [
        new NumberColumn("x", [.. Enumerable.Range(0, 30).Select(row => (row < 15 ? 0 : 20) + (0.1 * (row % 15))), 50, 100]),
        new NumberColumn("y", [.. Enumerable.Range(0, 30).Select(row => 0.1 * (row * 7 % 15)), -60, 90]),
    ]);

    /// <summary>Fifteen around 0, fifteen around 20, and two far from everybody, who belong nowhere.</summary>
    public static SegmentationSnapshot Loners { get; } = SmallData.Snapshot(
        SegmentationRecipe.Default with { Clustering = new ClusteringOptions { Algorithm = ClusteringAlgorithm.Hdbscan, MinClusterSize = 5 } },
        SmallData.Of(s_loners));

    /// <summary>Ten customers by one algorithm, into two segments.</summary>
    public static SegmentationSnapshot Run(ClusteringAlgorithm algorithm) => Snapshots.Run(With(algorithm));

    public static SegmentationRecipe With(ClusteringAlgorithm algorithm) => Snapshots.Recipe with
    {
        Clustering = new ClusteringOptions { Algorithm = algorithm, ClusterCount = 2 },
        Features = algorithm == ClusteringAlgorithm.KPrototypes
            ? new FeatureOptions { Chosen = ValueList.ToValueList([new FeatureChoice("Score"), new FeatureChoice("Region")]) }
            : Snapshots.Recipe.Features,
    };

    /// <summary>The tree of the loners, cut into so many.</summary>
    public static HierarchyResult Tree(int clusters) => (HierarchyResult)SmallData.Snapshot(
        SegmentationRecipe.Default with { Clustering = new ClusteringOptions { Algorithm = ClusteringAlgorithm.Hierarchy, ClusterCount = clusters } },
        SmallData.Of(s_loners)).Quality.Clustering;
}
