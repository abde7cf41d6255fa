using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Profiling;
using Segmentation.Core.Profiling.Actions;

namespace Segmentation.Core.Tests.Profiling;

/// <summary>Segments made by hand: a label per row, and the columns they are told by.</summary>
internal static class Groups
{
    public static ClusterQuality Quality(byte[] labels, FeatureSet features)
    {
        int[] sizes = [.. labels.Where(label => label != ClusteringResult.Unassigned).GroupBy(label => label).OrderBy(group => group.Key).Select(group => group.Count())];
        return new ClusterQuality(new ClusteringResult(labels, CentroidsOf(features, labels, sizes), sizes, 0, 1), null, null, null);
    }

    public static (FeatureSet Features, ClusterQuality Quality) Of(DataFrame frame, byte[] labels, params string[] clustered)
    {
        var features = FeatureBuilder.Build(
            frame, RowSelection.All(frame.Rows), clustered.Select(column => new FeatureChoice(column)).ToValueList(), Scaling.None);
        return (features, Quality(labels, features));
    }

    public static SegmentEvidence Evidence(
        DataFrame frame, byte[] labels, string[] clustered, ValueMap<ColumnMeaning>? chosen = null, int threads = 1)
    {
        var (features, quality) = Of(frame, labels, clustered);
        return SegmentEvidence.Of(frame, Tables.Of([.. frame.Columns]).Schema, features, quality, chosen ?? ValueMap<ColumnMeaning>.Empty, threads);
    }

    public static IReadOnlyList<SegmentProfile> Profiles(DataFrame frame, byte[] labels, params string[] clustered)
    {
        var (features, quality) = Of(frame, labels, clustered);
        return SegmentProfiler.Profile(frame, features, quality);
    }

    private static double[] CentroidsOf(FeatureSet features, byte[] labels, int[] sizes)
    {
        var columns = features.Columns.Count;
        var centroids = new double[sizes.Length * columns];
        for (var row = 0; row < labels.Length; row++)
        {
            for (var column = 0; column < columns && labels[row] != ClusteringResult.Unassigned; column++)
            {
                centroids[(labels[row] * columns) + column] += features.Matrix[row, column] / sizes[labels[row]];
            }
        }

        return centroids;
    }
}
