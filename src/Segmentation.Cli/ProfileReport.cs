using System.Globalization;
using System.Text;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;
using Segmentation.Core.Profiling.Actions;

namespace Segmentation.Cli;

/// <summary>What <c>segment profile</c> tells; its JSON is this record in camel case.</summary>
/// <param name="Clustered">Rows that took part.</param>
/// <param name="K">Number of segments.</param>
/// <param name="Segments">By number, the unassigned rows last.</param>
/// <param name="Effects">How much of each column the segments explain, largest first.</param>
/// <param name="Tree">A few rules that stand in for the segments.</param>
internal sealed record ProfileReport(
    int Clustered, int K, IReadOnlyList<ProfiledSegment> Segments, IReadOnlyList<EffectReport> Effects, TreeReport Tree)
{
    private const int TraitsInWords = 4;

    public static ProfileReport Of(SegmentationSnapshot snapshot, SegmentEvidence evidence, RuleSet rules)
    {
        var advice = evidence.Advise(snapshot.Profiles, snapshot.Recipe.Profiling.Actions ?? ActionTable.Default);
        return new ProfileReport(
            snapshot.Features.Rows.Count,
            snapshot.SegmentCount,
            [.. snapshot.Profiles.Select((profile, place) => ProfiledSegment.Of(snapshot, profile, evidence.Portraits[place], advice[place], rules))],
            [.. evidence.Effects.Select(effect => new EffectReport(effect.Column, effect.IsClustered, effect.IsCategory ? "cramersV" : "etaSquared", effect.Value))],
            TreeReport.Of(rules));
    }

    public string InWords(string name, RowNoun noun)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{name}: {K} {(K == 1 ? "segment" : "segments")} of {noun.Count(Clustered)}.");
        foreach (var segment in Segments)
        {
            var money = segment.Money?.Share is { } spent ? string.Create(CultureInfo.InvariantCulture, $", {spent:P1} of what is spent") : "";
            text.AppendLine(CultureInfo.InvariantCulture, $"{segment.Number}. {segment.Name}: {segment.Size:N0} ({segment.Share:P1}){money}");
            foreach (var trait in segment.Traits.Take(TraitsInWords))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"     {trait.Feature} {Words.Number(trait.Mean)} against {Words.Number(trait.Overall)} ({trait.StandardisedDifference:+0.00;-0.00;0} sd)");
            }

            text.Append(segment.Action is { } action ? $"     {action.Name}: {action.Reason}{Environment.NewLine}" : "");
            text.Append(segment.Rule is { } rule ? $"     Rule: {rule}{Environment.NewLine}" : "");
            text.Append(segment.Persona is { } persona ? $"     Stands for it: {persona.Id ?? $"row {persona.Row}"}{Environment.NewLine}" : "");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"The rules, {Tree.Leaves} in all, agree with the segments for {Tree.Fidelity:P1} of {noun.Many}.");
        var telling = Effects.Take(5).Select(effect => string.Create(CultureInfo.InvariantCulture, $"{effect.Column} {effect.Value:0.00}"));
        text.AppendLine(CultureInfo.InvariantCulture, $"What tells them apart (eta squared, Cramer's V; no test): {string.Join(", ", telling)}");
        return text.ToString();
    }
}

/// <summary>One segment.</summary>
/// <param name="Number">1 for the largest; 0 for the unassigned rows, which are told last.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Size">Rows in it.</param>
/// <param name="Share">Of the clustered rows, 0 to 1.</param>
/// <param name="Note">What a person noted in the recipe; null for nothing.</param>
/// <param name="Traits">Clustered columns first, then others; strongest first within both. One per column.</param>
/// <param name="Money">What its rows spent; null where no column says.</param>
/// <param name="Persona">The real row nearest to its centre.</param>
/// <param name="Typical">Rows of the file, from 1, that are typical as well.</param>
/// <param name="Action">What to do with it; null for the unassigned.</param>
/// <param name="Rule">The rule that stands in for it, as a sentence; null where it has none of its own.</param>
internal sealed record ProfiledSegment(
    int Number,
    string Name,
    int Size,
    double Share,
    string? Note,
    IReadOnlyList<TraitReport> Traits,
    SegmentMoney? Money,
    PersonaReport? Persona,
    IReadOnlyList<int> Typical,
    ActionReport? Action,
    string? Rule)
{
    public static ProfiledSegment Of(
        SegmentationSnapshot snapshot, SegmentProfile profile, SegmentPortrait portrait, ActionAdvice? advice, RuleSet rules) => new(
        profile.Number,
        profile.Name,
        profile.Size,
        profile.Share,
        profile.Label?.Note,
        [.. portrait.Traits.Where(trait => !double.IsNaN(trait.Trait.Mean)).Select(TraitReport.Of)],
        portrait.Money is { } money && !double.IsNaN(money.Mean) ? money : null,
        portrait.Personas.Nearest is { } row ? PersonaReport.Of(snapshot, row) : null,
        [.. portrait.Personas.Typical.Select(typical => typical + 1)],
        advice is null ? null : new ActionReport(ActionWords.NameOf(advice.Action), advice.Rule, advice.Reason),
        rules.Sentence(profile.Number));
}

/// <summary>What sets a segment apart in one column.</summary>
/// <param name="Feature">The column, or <c>Column = category</c>.</param>
/// <param name="Clustered">Whether the segments were made by it.</param>
/// <param name="Mean">Of the segment, in the file's unit; a share from 0 to 1; of dates days since 0001-01-01.</param>
/// <param name="Overall">Of all.</param>
/// <param name="StandardisedDifference">In standard deviations of all, divisor n.</param>
/// <param name="Lift">Of a share, how many times that of all.</param>
/// <param name="Points">Of a share, the difference in percentage points.</param>
internal sealed record TraitReport(string Feature, bool Clustered, double Mean, double Overall, double StandardisedDifference, double? Lift, double? Points)
{
    public static TraitReport Of(SegmentTrait trait) =>
        new(trait.Feature, trait.IsClustered, trait.Trait.Mean, trait.Trait.OverallMean, trait.Difference, trait.Lift, trait.Points);
}

/// <summary>A real row.</summary>
/// <param name="Row">Of the file, from 1, its header not counted.</param>
/// <param name="Id">Its identifier as the file writes it; null where the file has none.</param>
/// <param name="Values">What it holds in the clustered columns, as the file writes it.</param>
internal sealed record PersonaReport(int Row, string? Id, IReadOnlyDictionary<string, string> Values)
{
    public static PersonaReport Of(SegmentationSnapshot snapshot, int row)
    {
        var frame = snapshot.Data.Frame;
        return new PersonaReport(
            row + 1,
            snapshot.Schema.Identifier is { } name && frame.TryGetColumn(name, out var identifier) ? identifier.Format(row) : null,
            snapshot.Features.Columns.Select(feature => feature.Column).Distinct(StringComparer.Ordinal)
                .ToDictionary(column => column, column => frame[column].Format(row), StringComparer.Ordinal));
    }
}

/// <summary>A suggestion.</summary>
/// <param name="Name">What to do.</param>
/// <param name="Rule">The rule that says so, from 1; null when none holds.</param>
/// <param name="Reason">The rule in words, and the numbers.</param>
internal sealed record ActionReport(string Name, int? Rule, string Reason);

/// <summary>How much of a column the segments explain.</summary>
/// <param name="Column">The column.</param>
/// <param name="Clustered">Whether the segments were made by it.</param>
/// <param name="Measure"><c>etaSquared</c> or <c>cramersV</c>.</param>
/// <param name="Value">0 to 1.</param>
internal sealed record EffectReport(string Column, bool Clustered, string Measure, double Value);
