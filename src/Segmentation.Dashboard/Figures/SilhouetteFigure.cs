using System.Globalization;
using System.Text;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Figures;

/// <summary>The silhouettes of one segment.</summary>
/// <param name="Number">The segment.</param>
/// <param name="Mean">Mean silhouette, for people.</param>
/// <param name="Detail">The mean with all digits.</param>
/// <param name="Path">SVG path of its customers' silhouettes, highest first, in a box of 100 x 100 with zero at <see cref="SilhouetteFigure.ZeroAt"/>.</param>
public sealed record SegmentSilhouette(int Number, string Mean, string Detail, string Path);

/// <summary>How well customers fit their segments, segment by segment.</summary>
/// <param name="Segments">Largest first.</param>
/// <param name="Mean">Mean over all, for people.</param>
/// <param name="Note">Whose silhouettes these are.</param>
public sealed record SilhouetteFigure(IReadOnlyList<SegmentSilhouette> Segments, string Mean, string Note)
{
    /// <summary>Height of the zero line from the top, of 100.</summary>
    public const double ZeroAt = 75;

    private const int PathPoints = 40;

    /// <summary>The segment of that number.</summary>
    public SegmentSilhouette this[int number] => Segments.First(segment => segment.Number == number);

    /// <summary>The figure of a clustering; null for one segment, which has no silhouettes.</summary>
    /// <param name="quality">The clustering.</param>
    /// <param name="noun">What a row is called.</param>
    /// <param name="numbers">The number that each cluster goes by; from 1 when null.</param>
    public static SilhouetteFigure? Of(ClusterQuality quality, RowNoun noun, IReadOnlyList<int>? numbers = null)
    {
        ArgumentNullException.ThrowIfNull(quality);
        if (quality.Silhouette is not { } silhouette)
        {
            return null;
        }

        var values = ByCluster(silhouette, quality.Clustering.Labels, quality.ClusterCount);
        return new SilhouetteFigure(
            values.Select((ofCluster, cluster) => new SegmentSilhouette(
                numbers?[cluster] ?? cluster + 1,
                Two(silhouette.ByCluster[cluster]),
                NumberText.Full(silhouette.ByCluster[cluster]),
                PathOf(ofCluster))).ToArray(),
            Two(silhouette.Mean),
            silhouette.IsSampled ? $"Silhouettes of a sample of {noun.Count(silhouette.Rows.Length)}." : $"Silhouettes of all {noun.Many}.");
    }

    private static string Two(double silhouette) => silhouette.ToString("0.00", CultureInfo.InvariantCulture);

    private static double[][] ByCluster(SilhouetteResult silhouette, byte[] labels, int clusters)
    {
        var values = Enumerable.Range(0, clusters).Select(_ => new List<double>()).ToArray();
        for (var i = 0; i < silhouette.Rows.Length; i++)
        {
            values[labels[silhouette.Rows[i]]].Add(silhouette.Values[i]);
        }

        return [.. values.Select(ofCluster => ofCluster.OrderDescending().ToArray())];
    }

    private static string PathOf(double[] descending)
    {
        var path = new StringBuilder("M0 75");
        var points = Math.Min(PathPoints, descending.Length);
        for (var point = 0; point < points; point++)
        {
            var value = descending[(int)((long)point * (descending.Length - 1) / Math.Max(1, points - 1))];
            var x = points == 1 ? 0 : 100.0 * point / (points - 1);
            path.Append(CultureInfo.InvariantCulture, $"L{x:0.#} {Height(value):0.#}");
            if (points == 1)
            {
                path.Append(CultureInfo.InvariantCulture, $"H100");
            }
        }

        return path.Append("V75Z").ToString();
    }

    // The box shows silhouettes from -1/3 to 1; what is lower lies on its edge.
    private static double Height(double silhouette) => Math.Min(100, ZeroAt * (1 - silhouette));
}
