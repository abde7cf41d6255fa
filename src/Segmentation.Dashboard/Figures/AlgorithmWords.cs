using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Density;
using Segmentation.Core.Clustering.Hierarchy;
using Segmentation.Core.Clustering.Medoids;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Figures;

/// <summary>An algorithm as people choose it.</summary>
/// <param name="Algorithm">What is chosen.</param>
/// <param name="Label">What it is called.</param>
/// <param name="When">One sentence on when to use it.</param>
public sealed record AlgorithmChoice(ClusteringAlgorithm Algorithm, string Label, string When);

/// <summary>The algorithms in plain words.</summary>
public static class AlgorithmWords
{
    /// <summary>All algorithms, in the order in which they are offered.</summary>
    public static IReadOnlyList<AlgorithmChoice> All { get; } =
    [
        new(ClusteringAlgorithm.KMeans, "k-means", "Fast and clear: a good first choice when segments are round and about equally wide."),
        new(ClusteringAlgorithm.KMedoids, "k-medoids", "When a few extreme values should not pull a segment: each one stands around a real, typical member."),
        new(ClusteringAlgorithm.GaussianMixture, "Gaussian mixture", "When segments overlap or are stretched: tells how likely each member belongs to each segment."),
        new(ClusteringAlgorithm.Hierarchy, "Hierarchy", "When you want to see segments within segments: a tree that you cut where it suits you."),
        new(ClusteringAlgorithm.Hdbscan, "HDBSCAN", "When segments may have any shape and not everybody belongs to one: finds the number by itself."),
        new(ClusteringAlgorithm.KPrototypes, "k-prototypes", "When categories such as a region count beside numbers: you choose how much."),
        new(ClusteringAlgorithm.BisectingKMeans, "Bisecting k-means", "When you want many segments of similar size: splits the most varied one in two, again and again."),
    ];

    /// <summary>The algorithm as a list has it.</summary>
    public static AlgorithmChoice Of(ClusteringAlgorithm algorithm) => All.First(choice => choice.Algorithm == algorithm);

    /// <summary>The algorithm in a line of words; a hierarchy by its linkage.</summary>
    public static string NameOf(ClusteringOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Algorithm == ClusteringAlgorithm.Hierarchy ? $"{options.Linkage} linkage" : Of(options.Algorithm).Label;
    }

    /// <summary>What a person should know about how the segments came about; empty when there is nothing.</summary>
    public static IReadOnlyList<string> Notes(SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var notes = new List<string>();
        if (SampleNote(snapshot) is { } sample)
        {
            notes.Add(sample);
        }

        if (snapshot.Features.Missing is not null)
        {
            notes.Add($"Empty cells are kept: {snapshot.Noun.Many} are compared by what they have. "
                + "Silhouettes and map put a segment's or everybody's mean in their place.");
        }

        if (snapshot.Quality is { IsShort: true, Asked: { } asked })
        {
            notes.Add($"{asked} segments were asked for and {snapshot.SegmentCount} found: the others would have been empty.");
        }

        if (snapshot.Quality.Clustering.UnassignedRows is > 0 and var unassigned)
        {
            var share = NumberText.Share((double)unassigned / snapshot.Features.Rows.Count);
            notes.Add($"{snapshot.Noun.Count(unassigned)} ({share}) belong to no segment. They stay in every list, as \"Unassigned\".");
        }

        return notes;
    }

    private static string? SampleNote(SegmentationSnapshot snapshot) => snapshot.Quality.Clustering.OfAlgorithm() switch
    {
        KMedoidsResult { IsSampled: true } found => Compared(snapshot, found.CandidateRows, "belong to the nearest medoid"),
        HierarchyResult { IsSampled: true } found => Compared(snapshot, found.Tree.Leaves.Count, "belong to the segment with the nearest middle"),
        DensityResult { IsSampled: true } found => Compared(snapshot, found.Rows.Length, "belong where the nearest of these belong"),
        _ => null,
    };

    private static string Compared(SegmentationSnapshot snapshot, int sample, string rest) =>
        $"{NumberText.Count(sample)} of {snapshot.Noun.Count(snapshot.Features.Rows.Count)} compared; the others {rest}.";
}
