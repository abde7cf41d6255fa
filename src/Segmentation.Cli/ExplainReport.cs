using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Segmentation.Core.Features;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;
using Segmentation.Core.Profiling.Explanation;

namespace Segmentation.Cli;

/// <summary>What <c>segment explain</c> tells; its JSON is this record in camel case.</summary>
/// <param name="Customer">Whom it is about.</param>
/// <param name="Segment">The segment's number; 0 for none.</param>
/// <param name="RunnerUp">The next segment's number; null when there is no other.</param>
/// <param name="Margin">The sum of the contributions, in the algorithm's unit.</param>
/// <param name="Contributions">What each feature adds to the margin.</param>
/// <param name="SmallestChange">The smallest change of one feature that moves the customer; null when there is none.</param>
internal sealed record ExplainReport(
    string Customer,
    int Segment,
    int? RunnerUp,
    double Margin,
    IReadOnlyList<ContributionReport> Contributions,
    ChangeReport? SmallestChange)
{
    [JsonIgnore]
    public string Sentence { get; private init; } = "";

    public static ExplainReport Of(SegmentationSnapshot snapshot, int row, CancellationToken cancellationToken)
    {
        var explanation = snapshot.Explainer().Explain(snapshot.Features.Rows.PositionOf(row), cancellationToken);
        var text = new ExplanationText(NameOf, (_, value) => Value(value), $"the {snapshot.Noun.One}");
        return new ExplainReport(
            snapshot.NameOf(row),
            snapshot.NumberOf(explanation.Own),
            explanation.RunnerUp is { } other ? snapshot.NumberOf(other) : null,
            explanation.Margin,
            [.. explanation.Contributions.Select(ContributionReport.Of)],
            explanation.SmallestChange is { } change
                ? new ChangeReport(change.Feature, Plain(change.From), Plain(change.To), snapshot.NumberOf(change.Cluster))
                : null)
        {
            Sentence = text.Tell(explanation, snapshot.CallByName(row)),
        };

        string NameOf(byte label) => snapshot.FindProfile(snapshot.NumberOf(label))?.Name ?? SegmentProfile.UnassignedName;
    }

    public string InWords()
    {
        var text = new StringBuilder();
        text.AppendLine(Sentence);
        text.AppendLine(CultureInfo.InvariantCulture, $"Margin to the next segment: {Words.Number(Margin)}");
        foreach (var part in Contributions)
        {
            var means = part is { OwnMean: { } own, RunnerUpMean: { } other }
                ? $"  own mean {Words.Number(own)}, runner-up {Words.Number(other)}"
                : "";
            text.AppendLine(CultureInfo.InvariantCulture, $"  {Words.Number(part.Value),10}  {part.Feature} {part.Here}{means}");
        }

        return text.ToString();
    }

    internal static object? Plain(FeatureValue value) => value.Category ?? (object?)value.Number;

    private static string Value(FeatureValue value) => value.IsMissing ? "missing" : value.Category ?? Words.Number(value.Number);
}

/// <summary>What one feature adds to the margin.</summary>
/// <param name="Feature">The column.</param>
/// <param name="Value">Positive for the own segment, negative for the runner-up.</param>
/// <param name="Here">What the customer has; null when missing, or no column.</param>
/// <param name="OwnMean">The own segment's mean; of a category the share that has the customer's.</param>
/// <param name="RunnerUpMean">The runner-up's.</param>
internal sealed record ContributionReport(string Feature, double Value, object? Here, double? OwnMean, double? RunnerUpMean)
{
    public static ContributionReport Of(FeatureContribution part) =>
        new(part.Feature, part.Value, ExplainReport.Plain(part.Here), part.OwnMean, part.OtherMean);
}

/// <summary>A change that moves the customer.</summary>
/// <param name="Feature">The column.</param>
/// <param name="From">What the customer has.</param>
/// <param name="To">What it would take.</param>
/// <param name="Segment">The number of the segment that it leads to.</param>
internal sealed record ChangeReport(string Feature, object? From, object? To, int Segment);
