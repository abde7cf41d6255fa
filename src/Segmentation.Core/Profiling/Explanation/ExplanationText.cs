using Segmentation.Core.Features;

namespace Segmentation.Core.Profiling.Explanation;

/// <summary>An explanation in plain words.</summary>
/// <param name="name">What a label's segment is called.</param>
/// <param name="value">Writes a value of a column as people read it.</param>
/// <param name="it">What a row is called within a sentence, such as <c>the customer</c>.</param>
public sealed class ExplanationText(Func<byte, string> name, Func<string, FeatureValue, string> value, string it)
{
    private const int MostReasons = 3;
    private const double LeastShare = 0.1;

    /// <summary>
    /// One to three sentences: why the row is where it is, what speaks against it, and the smallest change that would move it.
    /// </summary>
    /// <param name="explanation">What is told.</param>
    /// <param name="who">Whom it is about, as a sentence begins with it.</param>
    public string Tell(SegmentExplanation explanation, string who)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return string.Join(" ", new[] { Why(explanation, who), But(explanation), Change(explanation) }.Where(sentence => sentence.Length > 0));
    }

    /// <summary>The smallest change as a sentence; what to know where there is none.</summary>
    public string Change(SegmentExplanation explanation)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return explanation switch
        {
            { RunnerUp: null } => "",
            { SmallestChange: { Feature: var feature } change } =>
                $"With {feature} {value(feature, change.RoundTo)} instead of {value(feature, change.From)} {it} would be in {name(change.Cluster)}.",
            { Margin: < 0 } => "",
            _ => $"No change of one feature alone, within what the data holds, would move {it}.",
        };
    }

    private string Why(SegmentExplanation explanation, string who)
    {
        var own = explanation.IsUnassigned ? "no segment" : name(explanation.Own);
        if (explanation.RunnerUp is not { } next)
        {
            return explanation.IsUnassigned
                ? $"{who} belongs to no segment: nothing is known of it that could be compared."
                : $"{who} is in {own}, the only segment.";
        }

        return (explanation.IsUnassigned, explanation.Margin >= 0) switch
        {
            (true, true) => $"{who} belongs to no segment: {name(next)} is nearest, but too far away{Because(explanation)}.",
            (true, false) => $"{who} belongs to no segment: {name(next)} is near, but it is not dense enough around {it}.",
            (false, true) => $"{who} is in {own} and not in {name(next)}{Because(explanation)}.",
            _ => $"{who} is in {own} although it lies nearer to {name(next)}: it is at the border of both, and came in with its neighbours.",
        };
    }

    private string Because(SegmentExplanation explanation)
    {
        string[] reasons = [.. Strongest(explanation, sign: 1).Select(Say)];
        return reasons.Length == 0 ? "" : $" because of {List(reasons)}";
    }

    private string But(SegmentExplanation explanation)
    {
        string[] reasons = [.. Strongest(explanation, sign: -1).Select(reason => reason.Feature)];
        return explanation is { IsUnassigned: false, RunnerUp: { } other, Margin: >= 0 } && reasons.Length > 0
            ? $"{Capital(List(reasons))} {(reasons.Length == 1 ? "speaks" : "speak")} for {name(other)}."
            : "";
    }

    private static IEnumerable<FeatureContribution> Strongest(SegmentExplanation explanation, int sign)
    {
        var most = explanation.Contributions.Max(part => Math.Abs(part.Value));
        return explanation.Contributions
            .Where(part => part.Value * sign > 0 && Math.Abs(part.Value) >= LeastShare * most)
            .OrderByDescending(part => part.Value * sign)
            .Take(MostReasons);
    }

    private string Say(FeatureContribution part) => part.IsColumn ? $"{part.Feature} {value(part.Feature, part.Here)}" : part.Feature;

    private static string List(string[] items) => items.Length == 1 ? items[0] : $"{string.Join(", ", items[..^1])} and {items[^1]}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
