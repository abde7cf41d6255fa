using Segmentation.Core.Clustering;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Figures;

/// <summary>How far a segmentation can be trusted, in plain words.</summary>
/// <param name="Verdict">One sentence on all segments.</param>
/// <param name="NearBorder">Customers who could as well belong to the next segment (<see cref="ClusterModel.Borderline"/>); estimated when
/// silhouettes are of a sample.</param>
/// <param name="Share">Their share of the clustered customers.</param>
/// <param name="IsEstimate">True when <paramref name="NearBorder"/> was estimated from a sample.</param>
/// <param name="Advice">What to do with it.</param>
public sealed record Certainty(string Verdict, int NearBorder, double Share, bool IsEstimate, string Advice)
{
    /// <summary>A largest segment with more than this share leaves the others to a handful of extremes.</summary>
    public const double LopsidedShare = 0.95;

    /// <summary>The certainty of <paramref name="snapshot"/>; null for one segment.</summary>
    public static Certainty? Of(SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (snapshot.Quality.Silhouette is not { } silhouette)
        {
            return null;
        }

        var near = CountNearBorder(snapshot);
        var share = (double)near / snapshot.Features.Rows.Count;
        if (snapshot.SegmentCount > 1 && snapshot.Profiles[0].Share > LopsidedShare)
        {
            return new Certainty(
                $"{(snapshot.Noun == RowNoun.Row ? "Nearly all rows are" : "Nearly everybody is")} in one segment: the others are a few extreme {snapshot.Noun.Many}.", near, share, silhouette.IsSampled,
                "Set outliers aside on the Clean page, or take the logarithm of amounts, and look again.");
        }

        return new Certainty(SegmentWords.Verdict(silhouette, snapshot.Noun), near, share, silhouette.IsSampled, AdviceOf(snapshot, share));
    }

    // The rows whose silhouettes are known: all of them, or a sample that can be looked at while a page waits.
    // A sample holds its own number of each segment, so each counts by its true size.
    private static int CountNearBorder(SegmentationSnapshot snapshot)
    {
        var (silhouette, clustering) = (snapshot.Quality.Silhouette!, snapshot.Quality.Clustering);
        var isNear = snapshot.Margins.AreBorderline(silhouette.Rows);
        var near = new int[clustering.ClusterCount];
        var seen = new int[clustering.ClusterCount];
        for (var i = 0; i < silhouette.Rows.Length; i++)
        {
            var cluster = clustering.Labels[silhouette.Rows[i]];
            seen[cluster]++;
            near[cluster] += isNear[i] ? 1 : 0;
        }

        var total = 0.0;
        for (var cluster = 0; cluster < near.Length; cluster++)
        {
            total += seen[cluster] == 0 ? 0 : (double)near[cluster] / seen[cluster] * clustering.Sizes[cluster];
        }

        return (int)Math.Round(total);
    }

    private static string AdviceOf(SegmentationSnapshot snapshot, double share)
    {
        if (snapshot.Suggestion is { } suggestion && suggestion.ClusterCount != snapshot.SegmentCount)
        {
            return $"{suggestion.ClusterCount} segments would separate these {snapshot.Noun.Many} more clearly.";
        }

        return share < 0.1 && snapshot.Quality.Silhouette?.Mean >= 0.5
            ? "You can treat each segment as one group."
            : $"Treat the segments as groups, and look at the margin in the list before you decide about a single {snapshot.Noun.One}.";
    }
}
