using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Prototypes;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;

namespace Segmentation.Core.Pipeline;

/// <summary>Features as an algorithm sees them.</summary>
internal static class FeatureRows
{
    /// <summary>
    /// The rows of <paramref name="features"/>; the indicators of one column stand side by side and are one category. Components are numbers
    /// without gaps.
    /// </summary>
    public static ClusteringRows Of(FeatureSet features, GivenClusters? given = null)
    {
        if (features.Components is { } components)
        {
            return new ClusteringRows(components.Scores) { Given = given };
        }

        var blocks = features.Columns.Index().Where(entry => entry.Item.IsIndicator).GroupBy(entry => entry.Item.Column)
            .Select(category => new CategoryBlock(category.First().Index, category.Count()));
        return new ClusteringRows(features.Matrix) { Blocks = blocks.ToValueList(), Missing = features.Missing, Given = given };
    }
}
