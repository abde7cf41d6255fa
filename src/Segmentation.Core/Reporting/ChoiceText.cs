using System.Globalization;
using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Verdicts;
using Segmentation.Core.Features;
using Segmentation.Core.Pipeline;

namespace Segmentation.Core.Reporting;

/// <summary>The choices of a recipe, what was chosen, and why.</summary>
internal static class ChoiceText
{
    /// <summary>One line per choice that made a difference: the choice, its value, the reason.</summary>
    public static IEnumerable<string[]> Of(ReportFacts facts)
    {
        var snapshot = facts.Snapshot;
        var recipe = snapshot.Recipe;
        var (features, cleaning, clustering) = (recipe.Features, recipe.Cleaning, recipe.Clustering);
        var who = features.Chosen is null ? "All columns that look like features, as suggested." : "Chosen by hand.";
        yield return ["Features", Columns(snapshot), who];
        foreach (var left in snapshot.Features.LeftOut)
        {
            yield return ["Left out", ReportText.Name(left.Column), $"It {left.Reason}."];
        }

        yield return ["Scaling", features.Scaling.ToString(), Reason(features.Scaling)];
        var exceptions = cleaning.MissingByColumn.Count > 0 ? "; some columns have rules of their own" : "";
        yield return ["Missing values", Say(cleaning.Missing), $"As the ledger says, column by column{exceptions}."];
        yield return ["Outliers", Say(cleaning.Outliers), "As the ledger says, column by column."];
        yield return ["Algorithm", Name(clustering), When(clustering.Algorithm)];
        yield return ["Number of segments", Number(snapshot.SegmentCount), WhySoMany(facts)];
        yield return ["Seed", Number(clustering.Seed), "The same seed, file and choices give the same segments again."];
    }

    /// <summary>An algorithm as people know it.</summary>
    public static string Name(ClusteringOptions options) => options.Algorithm switch
    {
        ClusteringAlgorithm.KMeans => "k-means",
        ClusteringAlgorithm.KMedoids => "k-medoids",
        ClusteringAlgorithm.GaussianMixture => "Gaussian mixture",
        ClusteringAlgorithm.Hierarchy => $"{options.Linkage} linkage",
        ClusteringAlgorithm.Hdbscan => "HDBSCAN",
        ClusteringAlgorithm.KPrototypes => "k-prototypes",
        _ => "bisecting k-means",
    };

    private static string When(ClusteringAlgorithm algorithm) => algorithm switch
    {
        ClusteringAlgorithm.KMeans => "Segments lie around their means.",
        ClusteringAlgorithm.KMedoids => "Segments lie around real, typical rows, and few extreme values pull none of them away.",
        ClusteringAlgorithm.GaussianMixture => "Segments may overlap and be stretched.",
        ClusteringAlgorithm.Hierarchy => "Segments are branches of a tree of ever smaller groups.",
        ClusteringAlgorithm.Hdbscan => "Segments are dense regions of any shape, and what lies between belongs to none.",
        ClusteringAlgorithm.KPrototypes => "Segments lie around means of numbers and frequent categories.",
        _ => "Segments were found by splitting in two, again and again.",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string WhySoMany(ReportFacts facts)
    {
        if (facts.Snapshot.Recipe.Clustering.Algorithm.FindsCount())
        {
            return "Found, not chosen: so many dense groups stand apart.";
        }

        var all = ClusterVerdicts.Of(facts.Curve, ClusterEvidence.None);
        var verdicts = all.Where(verdict => verdict.State != VerdictState.Pending).ToList();
        var who = facts.Snapshot.Recipe.Clustering.ClusterCount is null ? "Chosen automatically." : "Chosen by hand.";
        return verdicts.Count == 0 ? who : $"{who} {VerdictSummary.Of(verdicts)}";
    }

    private static string Columns(SegmentationSnapshot snapshot)
    {
        var choices = (snapshot.Recipe.Features.Chosen ?? []).DistinctBy(choice => choice.Column)
            .ToDictionary(choice => choice.Column, StringComparer.Ordinal);
        return string.Join(", ", snapshot.Features.Columns.Select(column => column.Column).Distinct().Select(column =>
            ReportText.Name(column) + (choices.TryGetValue(column, out var choice) ? Details(choice) : "")));
    }

    private static string Details(FeatureChoice choice) =>
        (choice.Log ? " (logarithm)" : "") + (choice.Weight == 1 ? "" : $" (weight {ReportText.Number(choice.Weight)})");

    private static string Reason(Scaling scaling) => scaling switch
    {
        Scaling.Standard => "Every number counts alike: mean 0, standard deviation 1.",
        Scaling.Robust => "Every number counts alike, and outliers less: median 0, interquartile range 1.",
        Scaling.MinMax => "Every number runs from 0 to 1.",
        _ => "Numbers count as they are: those with large units count most.",
    };

    private static string Say(MissingRule rule) => rule.Action switch
    {
        MissingAction.SetAside => "rows set aside",
        MissingAction.Keep => "kept; rows are compared by what they have",
        MissingAction.Constant => $"filled with {ReportText.Name(rule.Constant ?? "")}",
        _ => $"filled with the {rule.Action.ToString().ToLowerInvariant()}",
    };

    private static string Say(OutlierOptions options) => options.Rule == OutlierRule.None
        ? "not looked for"
        : $"{options.Rule}, threshold {ReportText.Number(options.Threshold)}, {Say(options.Action)}";

    private static string Say(OutlierAction action) => action switch
    {
        OutlierAction.Flag => "only counted",
        OutlierAction.SetAside => "set aside",
        _ => "capped",
    };
}
