using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Profiling;

/// <summary>Describes segments by the means of their features in the units of the file.</summary>
public static class SegmentProfiler
{
    /// <summary>One profile per segment, in the order of their numbers, and behind them one of the unassigned rows if there are any.</summary>
    /// <param name="frame">The cleaned frame that the features were made from.</param>
    /// <param name="features">What was clustered. Of cells that were kept missing nothing is averaged.</param>
    /// <param name="quality">The clustering.</param>
    public static IReadOnlyList<SegmentProfile> Profile(DataFrame frame, FeatureSet features, ClusterQuality quality)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(quality);
        var clustering = quality.Clustering;
        int[] sizes = clustering.UnassignedRows > 0 ? [.. clustering.Sizes, clustering.UnassignedRows] : clustering.Sizes;
        var traits = features.Columns.Select((_, place) => TraitsOf(place, frame, features, clustering.Labels, sizes.Length)).ToArray();
        return Enumerable.Range(0, sizes.Length).Select(cluster =>
        {
            var isSegment = cluster < clustering.ClusterCount;
            return new SegmentProfile(
                Number: isSegment ? cluster + 1 : SegmentProfile.Unassigned,
                Name: isSegment ? NameOf(cluster + 1) : SegmentProfile.UnassignedName,
                Size: sizes[cluster],
                Share: (double)sizes[cluster] / features.Rows.Count,
                Traits: traits.Select(ofColumn => ofColumn[cluster]).ToArray(),
                Silhouette: isSegment ? quality.Silhouette?.ByCluster[cluster] : null);
        }).ToArray();
    }

    /// <summary>What people call a segment that has no other name.</summary>
    public static string NameOf(int number) => $"Segment {number}";

    private static Trait[] TraitsOf(int place, DataFrame frame, FeatureSet features, byte[] labels, int groups)
    {
        var values = InOwnUnit(place, frame, features);
        var sums = new double[groups];
        var counts = new int[groups];
        for (var row = 0; row < values.Length; row++)
        {
            if (!double.IsNaN(values[row]))
            {
                // Unassigned rows are the last group.
                var group = Math.Min(labels[row], groups - 1);
                sums[group] += values[row];
                counts[group]++;
            }
        }

        var mean = sums.Sum() / counts.Sum();
        var squares = 0.0;
        foreach (var value in values)
        {
            squares += double.IsNaN(value) ? 0 : (value - mean) * (value - mean);
        }

        var deviation = Math.Sqrt(squares / counts.Sum());
        var name = features.Columns[place].Name;
        return sums.Select((sum, group) => counts[group] == 0
            ? new Trait(name, double.NaN, mean, 0)
            : new Trait(name, sum / counts[group], mean, deviation > 0 ? ((sum / counts[group]) - mean) / deviation : 0)).ToArray();
    }

    // A number comes from the frame, free of transform and scaling; an indicator is 0 or the root of its weight in the matrix.
    private static double[] InOwnUnit(int place, DataFrame frame, FeatureSet features)
    {
        var feature = features.Columns[place];
        var values = new double[features.Rows.Count];
        if (feature.IsIndicator)
        {
            var indicator = features.Matrix.Column(place);
            for (var row = 0; row < values.Length; row++)
            {
                values[row] = features.Missing?[row, place] == true ? double.NaN : indicator[row] > 0 ? 1 : 0;
            }

            return values;
        }

        if (feature.Encoding is { } encoding)
        {
            return encoding.Read((TextColumn)frame[feature.Column], features.Rows);
        }

        var numbers = ((NumberColumn)frame[feature.Column]).Values;
        for (var row = 0; row < values.Length; row++)
        {
            values[row] = numbers[features.Rows[row]];
        }

        return values;
    }
}
