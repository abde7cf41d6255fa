using System.Runtime.CompilerServices;
using Segmentation.Core.Exploring;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Session;

/// <summary>Coded frames, shared by all tabs that look at the same file and forgotten with it.</summary>
public sealed class CodedFrames
{
    private readonly ConditionalWeakTable<DataFrame, CodedFrame> _frames = [];

    /// <summary>The frame, coded as far as somebody has looked at it.</summary>
    public CodedFrame Of(DataFrame frame) => _frames.GetValue(frame, static key => new CodedFrame(key));
}

/// <summary>The pieces of work that make up what Explore shows: each from what was found before it.</summary>
internal static class ExploreSteps
{
    /// <summary>Most segments that columns are shown by.</summary>
    public const int MostSegments = 12;

    // Columns that are counted before the page hears of them, so that a wide file shows its first ones at once.
    public const int Batch = 12;

    private const int SuggestedPairs = 20;
    private const int SuggestedScatter = 4;

    /// <summary>The rows that are looked at; the columns come later.</summary>
    public static ExploreBase Begin(CodedFrame frame, SegmentationSnapshot snapshot, bool includesSetAside) =>
        new(frame, includesSetAside ? RowMask.All(frame.Frame.Rows) : RowMask.Of(snapshot.Cleaning.SetAside.Kept), []);

    /// <summary>A few more columns.</summary>
    public static ExploreBase Extend(ExploreBase known, SegmentationSnapshot snapshot, int threads, CancellationToken token)
    {
        string[] next = [.. known.Frame.Frame.Columns.Skip(known.Columns.Count).Take(Batch).Select(column => column.Name)];
        var overviews = ColumnSurvey.Overviews(
            known.Frame, next, known.Rows, snapshot.Recipe.Cleaning, snapshot.Cleaning.Outliers, threads, token);
        return known with { Columns = [.. known.Columns, .. overviews] };
    }

    public static ExploreSelection Select(ExploreBase all, SegmentationSnapshot snapshot, RowFilter filter, int threads, CancellationToken token)
    {
        if (filter.IsEmpty)
        {
            return new ExploreSelection(filter, all.Rows, 0, [.. all.Columns.Select(column => column.All)]);
        }

        var segments = filter.RefersToSegments ? snapshot.SegmentsOfRows() : null;
        var found = filter.Evaluate(all.Frame.Frame, segments, threads, token);
        var rows = found.Matching.And(all.Rows);
        var statistics = ColumnSurvey.Statistics(all.Frame, all.Columns, [rows], threads, token);
        return new ExploreSelection(filter, rows, found.Unknown, [.. statistics.Select(parts => parts[0])]);
    }

    public static ExploreSegments Divide(ExploreBase all, ExploreSelection selection, SegmentationSnapshot snapshot, int threads, CancellationToken token)
    {
        var groups = snapshot.SegmentsOfRows();
        int[] shown = [.. Enumerable.Range(0, Math.Min(MostSegments, groups.Numbers.Count))];
        RowMask[] masks = [.. shown.Select(group => groups.MaskOf(group).And(selection.Rows))];
        var statistics = ColumnSurvey.Statistics(all.Frame, all.Columns, masks, threads, token);
        return new ExploreSegments([.. shown.Select(group => groups.Numbers[group])], statistics, groups.Numbers.Count - shown.Length);
    }

    /// <summary>The columns of the map of pairs: chosen, or those that say something, the features first.</summary>
    public static IReadOnlyList<ColumnOverview> PairColumns(ExploreBase all, SegmentationSnapshot snapshot, ExploreQuery query) => query.PairColumns is { } chosen
        ? [.. chosen.Select(all.Find).OfType<ColumnOverview>().Take(AssociationMatrix.MaxColumns)]
        : [.. Ordered(all, snapshot).Where(column => column.Axis.Slots.Count > 1 && RoleOf(snapshot, column) is not (ColumnRole.Identifier or ColumnRole.Ignored))
            .Take(SuggestedPairs)];

    /// <summary>The columns of the scatter matrix: chosen, or the first features that are numbers.</summary>
    public static IReadOnlyList<ColumnOverview> ScatterColumns(ExploreBase all, SegmentationSnapshot snapshot, ExploreQuery query) => query.ScatterColumns is { } chosen
        ? [.. chosen.Select(all.Find).OfType<ColumnOverview>().Take(ScatterGrid.MaxColumns)]
        : [.. PairColumns(all, snapshot, query with { PairColumns = null }).Where(column => column.Axis.Kind == AxisKind.Numbers).Take(SuggestedScatter)];

    /// <summary>The pair that is looked at closely: chosen, or the strongest.</summary>
    public static (ColumnOverview First, ColumnOverview Second)? Pair(ExploreBase all, AssociationMatrix matrix, ExploreQuery query)
    {
        var strongest = matrix.Pairs.Where(pair => pair.Value is not null).MaxBy(pair => pair.Strength);
        var pair = query.Pair ?? (strongest is null ? null : new ColumnPair(strongest.First, strongest.Second));
        return pair is not null && all.Find(pair.First) is { } first && all.Find(pair.Second) is { } second ? (first, second) : null;
    }

    private static IEnumerable<ColumnOverview> Ordered(ExploreBase all, SegmentationSnapshot snapshot)
    {
        var features = snapshot.Features.Columns.Select(feature => feature.Column).ToHashSet(StringComparer.Ordinal);
        return all.Columns.OrderByDescending(column => features.Contains(column.Column));
    }

    private static ColumnRole RoleOf(SegmentationSnapshot snapshot, ColumnOverview column) => snapshot.Schema.RoleOf(column.Column);
}
