using Segmentation.Core.Features;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Profiling;

/// <summary>What one column of the frame says about each group of rows.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Candidates">Per group one trait, or of categories one per category, in the same order in each group.</param>
/// <param name="Effect">How much of it the segments explain.</param>
internal sealed record ColumnEvidence(string Column, IReadOnlyList<IReadOnlyList<SegmentTrait>> Candidates, EffectSize Effect)
{
    /// <summary>What the column says about a group; of categories the one that stands for it there.</summary>
    public SegmentTrait TraitOf(int group) => Candidates[group].Count == 1 ? Candidates[group][0] : SegmentTrait.Representative(Candidates[group]);

    /// <summary>What it says about two groups; of categories the one in which they differ most, ties to the first.</summary>
    public SegmentContrast Contrast(int first, int second) => Candidates[first].Zip(Candidates[second], (left, right) => new SegmentContrast(left, right))
        .MaxBy(contrast => Math.Abs(contrast.Difference))!;

    /// <summary>The clustered columns in the order of the features, then all others that can tell something, in the frame's order.</summary>
    public static IReadOnlyList<ColumnEvidence> Of(
        DataFrame frame, Schema schema, FeatureSet features, GroupedRows rows, int threads, CancellationToken cancellationToken)
    {
        string[] clustered = [.. features.Columns.Select(feature => feature.Column).Distinct(StringComparer.Ordinal)];
        var others = frame.Columns.Where(column => IsTelling(column, schema)).Select(column => column.Name).Except(clustered, StringComparer.Ordinal);
        var columns = clustered.Concat(others).Select(name => (Column: frame[name], IsClustered: clustered.Contains(name))).ToArray();
        var numbers = columns.Where(entry => entry.Column is not TextColumn).ToArray();
        var moments = GroupMoments.Of([.. numbers.Select(entry => CellReaders.OfColumn(entry.Column, rows.Rows))], rows, threads, cancellationToken);
        var found = numbers.Zip(moments, (entry, ofColumn) => OfNumbers(entry.Column, entry.IsClustered, ofColumn, rows)).ToDictionary(entry => entry.Column);
        return [.. columns.Select(entry => entry.Column is TextColumn texts
            ? OfCategories(texts, entry.IsClustered, GroupCounts.Of(texts, rows, threads, cancellationToken), rows)
            : found[entry.Column.Name])];
    }

    // Texts differ from row to row, and what is ignored is a key or the same everywhere.
    private static bool IsTelling(DataColumn column, Schema schema) =>
        column.Type != ColumnType.Text && schema.RoleOf(column.Name) is not (ColumnRole.Identifier or ColumnRole.Ignored) && column.Missing.Count < column.Length;

    private static ColumnEvidence OfNumbers(DataColumn column, bool isClustered, GroupMoments moments, GroupedRows rows)
    {
        var total = moments.Counts.Sum();
        var traits = SegmentProfiler.TraitsOf(column.Name, SegmentProfiler.HoldsFlags(column, moments), moments);
        return new ColumnEvidence(
            column.Name,
            [.. traits.Select((trait, group) => new[] { new SegmentTrait(trait, column.Name, null, isClustered, moments.Counts[group], total) { IsDate = column is DateColumn } })],
            new EffectSize(column.Name, isClustered, IsCategory: false, EffectSize.EtaSquared(moments, rows.ClusterCount)));
    }

    private static ColumnEvidence OfCategories(TextColumn column, bool isClustered, GroupCounts counts, GroupedRows rows) => new(
        column.Name,
        [.. Enumerable.Range(0, rows.Groups).Select(group => counts.Categories.Select((_, place) => TraitOf(column, isClustered, counts, group, place)).ToArray())],
        new EffectSize(column.Name, isClustered, IsCategory: true, EffectSize.CramersV(counts, rows.ClusterCount), counts.IsPooled));

    private static SegmentTrait TraitOf(TextColumn column, bool isClustered, GroupCounts counts, int group, int category)
    {
        var groups = counts.Counts.Length / counts.Categories.Count;
        var (own, all) = (counts.InGroup(group), Enumerable.Range(0, groups).Sum(counts.InGroup));
        var overall = Enumerable.Range(0, groups).Sum(other => counts[other, category]) / (double)all;
        var share = own == 0 ? double.NaN : counts[group, category] / (double)own;
        var deviation = Math.Sqrt(overall * (1 - overall));
        var difference = own > 0 && deviation > 0 ? (share - overall) / deviation : 0;
        return new SegmentTrait(
            new Trait($"{column.Name} = {counts.Categories[category]}", share, overall, difference) { IsShare = true },
            column.Name, counts.Categories[category], isClustered, own, all);
    }
}
