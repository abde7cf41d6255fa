using Segmentation.Core.Collections;
using Segmentation.Core.Features.Selection;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Figures;

/// <summary>Something to be said about a feature, and which columns could go for it.</summary>
/// <param name="Sentence">What was found.</param>
/// <param name="Columns">The columns it is about; taking one out mends it.</param>
public sealed record SelectionHint(string Sentence, IReadOnlyList<string> Columns);

/// <summary>Features that say the same twice, or nothing.</summary>
/// <param name="Hints">What was found, pairs first.</param>
/// <param name="More">How many more there are than are listed.</param>
public sealed record SelectionFigure(IReadOnlyList<SelectionHint> Hints, int More)
{
    private const int MaxHints = 12;

    // An agreement under this is no longer "most".
    private const double Half = 0.5;

    /// <summary>The figure of what <paramref name="snapshot"/> clustered.</summary>
    public static SelectionFigure Of(SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var columns = snapshot.Features.Columns.ToDictionary(column => column.Name, column => column.Column, StringComparer.Ordinal);
        SelectionHint[] hints =
        [
            .. NearDuplicates.Find(snapshot.Features).Select(pair => new SelectionHint(
                $"{Short(pair.Left)} and {Short(pair.Right)} say about the same: their correlation is {NumberText.Rounded(pair.Correlation)}. Together they count double.",
                [columns[pair.Left], columns[pair.Right]])),
            .. NearConstants.Find(snapshot.Cleaning.Frame, snapshot.Features).Select(found => new SelectionHint(
                $"{Short(found.Column)} is {Short(found.Value)} in {NumberText.Share(found.Share)} of the rows and hardly tells them apart.", [found.Column])),
        ];
        return new SelectionFigure([.. hints.Take(MaxHints)], Math.Max(0, hints.Length - MaxHints));
    }

    /// <summary>What a search for the few columns found, in a sentence; empty when it found nothing.</summary>
    public static string Tell(ValueList<FeatureSubset> found, int all) => FewestFeatures.Suggest(found) switch
    {
        null => "",
        { Columns.Count: var count } when count == all => "All columns are needed.",
        { Agreement: < Half } subset => $"No few of the {all} columns keep the segments: {Names(subset)} come nearest, with {Agreement(subset)} agreement.",
        var subset => $"{Names(subset)} alone {(subset.Columns.Count == 1 ? "keeps" : "keep")} most of the segments: {Agreement(subset)} agreement with all {all} columns.",
    };

    /// <summary>How much a subset keeps, for people.</summary>
    public static string Agreement(FeatureSubset subset)
    {
        ArgumentNullException.ThrowIfNull(subset);
        return NumberText.Share(Math.Clamp(subset.Agreement, 0, 1));
    }

    private static string Names(FeatureSubset subset)
    {
        string[] names = [.. subset.Columns.Select(Short)];
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    private static string Short(string text) => CutText.To(text, 40);
}
