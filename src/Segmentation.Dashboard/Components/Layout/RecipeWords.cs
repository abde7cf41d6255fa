using System.Globalization;
using Segmentation.Core.Features;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Figures;

namespace Segmentation.Dashboard.Components.Layout;

/// <summary>A picture's recipe in one line of words.</summary>
public static class RecipeWords
{
    /// <summary><c>k-means, k 5, 3 features, standard scaling · seed 1</c>.</summary>
    public static string Of(SegmentationSnapshot snapshot)
    {
        var features = snapshot.Features.Columns.Select(column => column.Column).Distinct().Count();
        var components = snapshot.Features.Components is { Scores.Columns: var used } ? $" as {NumberText.Count(used, "component", "components")}" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{AlgorithmWords.NameOf(snapshot.Recipe.Clustering)}, k {snapshot.SegmentCount}, {features} {(features == 1 ? "feature" : "features")}{components}, {Of(snapshot.Recipe.Features.Scaling)} · seed {snapshot.Recipe.Clustering.Seed}");
    }

    /// <summary>How far the picture can be relied on, or what is being done about it: "exact (the preview was 0.3 % off)".</summary>
    public static string Precision(SegmentationSnapshot snapshot, string? activity) => (snapshot, activity) switch
    {
        ({ IsPreview: true }, null) => "preview",
        ({ IsPreview: true }, _) => $"preview, all {NumberText.Count(snapshot.Features.Rows.Count)} {snapshot.Noun.Many} follow",
        (_, not null) => activity,
        ({ PreviewError: { } error }, _) => string.Create(CultureInfo.InvariantCulture, $"exact (the preview was {100 * Math.Max(0, error):0.0} % off)"),
        _ => "exact",
    };

    private static string Of(Scaling scaling) => scaling switch
    {
        Scaling.Standard => "standard scaling",
        Scaling.Robust => "robust scaling",
        Scaling.MinMax => "min-max scaling",
        _ => "no scaling",
    };
}
