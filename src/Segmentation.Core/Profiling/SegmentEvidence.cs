using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Profiling.Actions;

namespace Segmentation.Core.Profiling;

/// <summary>What is known of one segment beyond its profile.</summary>
/// <param name="Traits">Of every column that can tell something, one each: the clustered ones first, then the others, strongest first within both.</param>
/// <param name="Money">What its rows spent; null where no column says.</param>
/// <param name="Personas">Customers that stand for it; none for the unassigned.</param>
public sealed record SegmentPortrait(IReadOnlyList<SegmentTrait> Traits, SegmentMoney? Money, Personas Personas);

/// <summary>How two segments differ in one column.</summary>
/// <param name="First">What the column says about one.</param>
/// <param name="Second">About the other.</param>
public sealed record SegmentContrast(SegmentTrait First, SegmentTrait Second)
{
    /// <summary>How much higher the first is, in standard deviations of all clustered rows; 0 where one has no value.</summary>
    public double Difference => double.IsNaN(First.Trait.Mean) || double.IsNaN(Second.Trait.Mean) ? 0 : First.Difference - Second.Difference;
}

/// <summary>All that the file says about its segments, other columns than the clustered ones included. Made from aggregates; immutable.</summary>
/// <param name="Portraits">In the order of the profiles: the clusters, then the unassigned if there are any.</param>
/// <param name="Effects">How much of each column the segments explain, largest first.</param>
/// <param name="Meanings">What columns mean, guessed or chosen, in the frame's order.</param>
/// <param name="MoneyColumns">The columns that together are what a customer spent; empty where there is none.</param>
public sealed record SegmentEvidence(
    IReadOnlyList<SegmentPortrait> Portraits,
    IReadOnlyList<EffectSize> Effects,
    IReadOnlyList<KeyValuePair<string, ColumnMeaning>> Meanings,
    IReadOnlyList<string> MoneyColumns)
{
    private IReadOnlyList<ColumnEvidence> Columns { get; init; } = [];

    /// <summary>Looks at every column of <paramref name="frame"/> once.</summary>
    /// <param name="frame">The cleaned frame.</param>
    /// <param name="schema">What its columns are for.</param>
    /// <param name="features">What was clustered.</param>
    /// <param name="quality">The clustering.</param>
    /// <param name="chosen">What a person says columns mean.</param>
    /// <param name="threads">0 for one per core; changes the time taken and nothing else.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static SegmentEvidence Of(
        DataFrame frame,
        Schema schema,
        FeatureSet features,
        ClusterQuality quality,
        ValueMap<ColumnMeaning> chosen,
        int threads = 0,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(quality);
        var rows = GroupedRows.Of(features, quality);
        var columns = ColumnEvidence.Of(frame, schema, features, rows, threads, cancellationToken);
        var meanings = ColumnMeanings.Of(frame, schema, chosen);
        var moneyColumns = ColumnMeanings.MoneyColumns(frame, meanings);
        var money = moneyColumns.Count == 0 ? null : SegmentMoney.Of(frame, moneyColumns, rows);
        var personas = Personas.Of(features, quality.Clustering, threads, cancellationToken);
        return new SegmentEvidence(
            [.. Enumerable.Range(0, rows.Groups).Select(group => new SegmentPortrait(
                TraitsOf(columns, group), money?[group], group < personas.Count ? personas[group] : new Personas(null, [])))],
            EffectSize.Rank(columns.Select(column => column.Effect)),
            meanings,
            moneyColumns) { Columns = columns };
    }

    /// <summary>How two segments differ, column by column, the largest difference first; ties keep the columns' order.</summary>
    /// <param name="first">The place of one among the portraits.</param>
    /// <param name="second">The place of the other.</param>
    public IReadOnlyList<SegmentContrast> Compare(int first, int second) =>
        [.. Columns.Select(column => column.Contrast(first, second)).OrderByDescending(contrast => Math.Abs(contrast.Difference))];

    /// <summary>What to do with each segment by <paramref name="table"/>; null for the unassigned.</summary>
    /// <param name="profiles">Those that this is about.</param>
    /// <param name="table">The rules.</param>
    public IReadOnlyList<ActionAdvice?> Advise(IReadOnlyList<SegmentProfile> profiles, ActionTable table)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        var segments = profiles.Count(profile => !profile.IsUnassigned);
        return [.. profiles.Zip(Portraits, (profile, portrait) =>
            profile.IsUnassigned ? null : ActionAdvice.Of(portrait.Traits, profile.Share, segments, Meanings, table))];
    }

    private static IReadOnlyList<SegmentTrait> TraitsOf(IReadOnlyList<ColumnEvidence> columns, int group)
    {
        var traits = columns.Select(column => column.TraitOf(group)).ToArray();
        return [.. SegmentTrait.Rank(traits.Where(trait => trait.IsClustered)), .. SegmentTrait.Rank(traits.Where(trait => !trait.IsClustered))];
    }
}
