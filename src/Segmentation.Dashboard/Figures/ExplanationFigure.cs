using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;
using Segmentation.Core.Profiling.Explanation;

namespace Segmentation.Dashboard.Figures;

/// <summary>Why one customer, real or imagined, belongs to a segment: a sentence, and a bar per feature.</summary>
/// <param name="Sentence">The answer in plain words.</param>
/// <param name="Segment">The segment's number.</param>
/// <param name="SegmentName">Its name.</param>
/// <param name="RunnerUp">The next segment's name; null when there is none.</param>
/// <param name="Margin">The sum of all bars.</param>
/// <param name="Bars">The strongest feature first, whatever it speaks for; what belongs to none last.</param>
public sealed record ExplanationFigure(
    string Sentence, int Segment, string SegmentName, string? RunnerUp, string Margin, IReadOnlyList<ExplanationBar> Bars)
{
    private const int LongestNumber = 12;

    /// <summary>The figure of an explanation.</summary>
    /// <param name="snapshot">The segmentation.</param>
    /// <param name="explanation">What was found about somebody.</param>
    /// <param name="who">Whom it is about, as a sentence begins with it.</param>
    public static ExplanationFigure Of(SegmentationSnapshot snapshot, SegmentExplanation explanation, string who)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(explanation);
        var text = new ExplanationText(Name, (column, value) => Say(value, snapshot.Data.Frame, column), $"the {snapshot.Noun.One}");
        var most = explanation.Contributions.Max(part => Math.Abs(part.Value));
        var bars = explanation.Contributions
            .OrderBy(part => !part.IsColumn).ThenByDescending(part => Math.Abs(part.Value))
            .Select(part => Bar(part, most, snapshot.Data.Frame));
        return new ExplanationFigure(
            text.Tell(explanation, who),
            snapshot.NumberOf(explanation.Own),
            Name(explanation.Own),
            explanation.RunnerUp is { } other ? Name(other) : null,
            Signed(explanation.Margin),
            [.. bars]);

        string Name(byte label) => snapshot.FindProfile(snapshot.NumberOf(label))?.Name ?? SegmentProfile.UnassignedName;
    }

    private static ExplanationBar Bar(FeatureContribution part, double most, DataFrame frame) => new(
        part.Feature,
        part.Value >= 0,
        most > 0 ? Math.Abs(part.Value) / most : 0,
        Signed(part.Value),
        part.IsColumn ? Say(part.Here, frame, part.Feature) : "",
        Mean(part.OwnMean, part, frame),
        Mean(part.OtherMean, part, frame));

    private static string Mean(double? mean, FeatureContribution part, DataFrame frame) => mean switch
    {
        null => "",
        { } share when part.Here.Category is not null => $"{NumberText.Share(share)} have it",
        { } number => ValueText.RoundedMean(number, part.Feature, ColumnOf(frame, part.Feature)),
    };

    // A border that is rounded for reading would be another border: all digits, unless nobody could read them.
    private static string Say(FeatureValue value, DataFrame frame, string column)
    {
        if (value.Number is not { } number)
        {
            return value.Category ?? "missing";
        }

        var full = ValueText.Full(number, ColumnOf(frame, column));
        return full.Length <= LongestNumber ? full : ValueText.Rounded(number, ColumnOf(frame, column));
    }

    private static DataColumn? ColumnOf(DataFrame frame, string name) => frame.TryGetColumn(name, out var column) ? column : null;

    private static string Signed(double value) => $"{(value < 0 ? "−" : "+")}{NumberText.Rounded(Math.Abs(value))}";
}

/// <summary>One feature's bar.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="IsFor">Whether it speaks for the own segment.</param>
/// <param name="Length">How long it is, 1 for the longest.</param>
/// <param name="Text">The contribution, with its sign.</param>
/// <param name="Here">What the customer has.</param>
/// <param name="OwnMean">The own segment's mean, or how many there have the customer's category; empty when not known.</param>
/// <param name="OtherMean">The same of the runner-up.</param>
public sealed record ExplanationBar(string Feature, bool IsFor, double Length, string Text, string Here, string OwnMean, string OtherMean);
