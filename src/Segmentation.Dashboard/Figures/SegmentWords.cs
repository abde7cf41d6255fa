using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;

namespace Segmentation.Dashboard.Figures;

/// <summary>Says in plain words what a segmentation found.</summary>
public static class SegmentWords
{
    // Kaufman and Rousseeuw 1990, table 2.4.
    private const double Strong = 0.7;
    private const double Reasonable = 0.5;
    private const double Weak = 0.25;

    // Cohen 1988 calls differences of 0.2, 0.5 and 0.8 standard deviations small, medium and large.
    private const double Small = 0.2;
    private const double Medium = 0.5;
    private const double Large = 0.8;

    private const int MostChanges = 3;

    /// <summary>One line: how many segments of how many customers or rows, and how large the largest is.</summary>
    public static string Summary(SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var clustered = snapshot.Noun.Count(snapshot.Features.Rows.Count);
        var aside = snapshot.Cleaning.SetAside.Count;
        var unassigned = snapshot.Quality.Clustering.UnassignedRows;
        var rest = (unassigned == 0 ? "" : $" {NumberText.Count(unassigned)} unassigned.") + (aside == 0 ? "" : $" {NumberText.Count(aside)} set aside.");
        return snapshot.SegmentCount == 1
            ? $"One segment of {clustered}: nothing was divided.{rest}"
            : $"{snapshot.SegmentCount} segments of {clustered}; the largest holds {Unbroken(NumberText.Share(snapshot.Profiles[0].Share))}.{rest}";
    }

    /// <summary>The heading of the page on who segments are.</summary>
    public static string WhoTheyAre(SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.SegmentCount == 1 ? "Who is in the one segment" : $"Who the {NumberText.Count(snapshot.SegmentCount)} segments are";
    }

    /// <summary>What an algorithm found that finds the number of segments itself.</summary>
    public static string Found(SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.SegmentCount == 1
            ? $"The {snapshot.Noun.Many} do not fall into separate dense groups. Make the smallest segment smaller, or try another algorithm."
            : $"{snapshot.SegmentCount} dense groups stand apart. The number is found, not chosen: make the smallest segment smaller for more of them.";
    }

    /// <summary>What became of segments, in a line: the first few sentences, and how many more there are.</summary>
    public static string Changes(IReadOnlyList<string> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var more = changes.Count - MostChanges;
        return string.Join(" ", changes.Take(MostChanges)) + (more > 0 ? $" And {NumberText.Count(more, "more change", "more changes")}." : "");
    }

    /// <summary>How a segment's mean compares with everybody's: <c>much higher</c> to <c>much lower</c>.</summary>
    public static string Compare(double standardisedDifference)
    {
        var direction = standardisedDifference > 0 ? "higher" : "lower";
        return Math.Abs(standardisedDifference) switch
        {
            < Small => "about average",
            < Medium => $"a little {direction}",
            < Large => direction,
            _ => $"much {direction}",
        };
    }

    /// <summary>A trait's own and overall mean: <c>104 against 55.2 on average</c>, shares in per cent.</summary>
    public static string Means(Trait trait, bool isShare, DataColumn? column = null) => isShare
        ? $"{NumberText.Share(trait.Mean)} against {NumberText.Share(trait.OverallMean)} of all"
        : $"{ValueText.RoundedMean(trait.Mean, trait.Feature, column)} against {ValueText.RoundedMean(trait.OverallMean, trait.Feature, column)} on average";

    /// <summary>How clearly a segment stands apart.</summary>
    public static string Apart(SegmentProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.IsUnassigned ? "in no segment" : Apart(profile.Silhouette);
    }

    /// <summary>What a segment's mean silhouette says; null stands for a single segment.</summary>
    public static string Apart(double? silhouette) => silhouette switch
    {
        null => "nothing to compare with",
        >= Strong => "stands clearly apart",
        >= Reasonable => "mostly apart",
        >= Weak => "touches its neighbours",
        _ => "blends into its neighbours",
    };

    /// <summary>What the mean silhouette of all says, as a sentence.</summary>
    public static string Verdict(SilhouetteResult? silhouette, RowNoun noun) => silhouette?.Mean switch
    {
        null => "With one segment there is nothing to compare.",
        >= Strong => "The segments stand clearly apart.",
        >= Reasonable => "The segments are mostly distinct, with some overlap.",
        >= Weak => $"The segments overlap: useful for planning, not a natural division of your {noun.Many}.",
        _ => "The segments are hardly distinct: read them as slices of one broad group.",
    };

    // A number and its sign stay on one line.
    private static string Unbroken(string text) => text.Replace(' ', '\u00A0');
}
