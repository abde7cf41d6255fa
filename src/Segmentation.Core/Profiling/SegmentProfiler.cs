using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Profiling;

/// <summary>Describes segments by the means of their features in the units of the file.</summary>
public static class SegmentProfiler
{
    /// <summary>One profile per segment, in the order of their numbers.</summary>
    /// <param name="frame">The cleaned frame that the features were made from.</param>
    /// <param name="features">What was clustered.</param>
    /// <param name="quality">The clustering.</param>
    public static IReadOnlyList<SegmentProfile> Profile(DataFrame frame, FeatureSet features, ClusterQuality quality)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(quality);
        var clustering = quality.Clustering;
        var traits = features.Columns.Select((_, place) => TraitsOf(place, frame, features, clustering.Labels, clustering.Sizes)).ToArray();
        return Enumerable.Range(0, clustering.ClusterCount).Select(cluster => new SegmentProfile(
            Number: cluster + 1,
            Name: $"Segment {cluster + 1}",
            Size: clustering.Sizes[cluster],
            Share: (double)clustering.Sizes[cluster] / features.Rows.Count,
            Traits: traits.Select(ofColumn => ofColumn[cluster]).ToArray(),
            Silhouette: quality.Silhouette?.ByCluster[cluster])).ToArray();
    }

    private static Trait[] TraitsOf(int place, DataFrame frame, FeatureSet features, byte[] labels, int[] sizes)
    {
        var values = InOwnUnit(place, frame, features);
        var sums = new double[sizes.Length];
        for (var row = 0; row < values.Length; row++)
        {
            sums[labels[row]] += values[row];
        }

        var mean = sums.Sum() / values.Length;
        var squares = 0.0;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        var deviation = Math.Sqrt(squares / values.Length);
        var name = features.Columns[place].Name;
        return sums.Select((sum, cluster) => new Trait(
            name, sum / sizes[cluster], mean, deviation > 0 ? ((sum / sizes[cluster]) - mean) / deviation : 0)).ToArray();
    }

    // A number comes from the frame, free of logarithm and scaling; an indicator is 0 or the root of its weight in the matrix.
    private static double[] InOwnUnit(int place, DataFrame frame, FeatureSet features)
    {
        var feature = features.Columns[place];
        var values = new double[features.Rows.Count];
        if (feature.IsIndicator)
        {
            var indicator = features.Matrix.Column(place);
            for (var row = 0; row < values.Length; row++)
            {
                values[row] = indicator[row] > 0 ? 1 : 0;
            }

            return values;
        }

        var numbers = ((NumberColumn)frame[feature.Column]).Values;
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = numbers[features.Rows[row]];
        }

        return values;
    }
}
