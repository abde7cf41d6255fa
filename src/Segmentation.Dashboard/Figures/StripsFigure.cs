using Segmentation.Core.Exploring;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Figures;

/// <summary>One segment's rows in a column.</summary>
/// <param name="Number">The segment.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Path">Its bars as an SVG path in a field of <see cref="HistogramFigure.Width"/> x <see cref="HistogramFigure.Height"/>.</param>
/// <param name="Text">Its mean or its most frequent category.</param>
/// <param name="Detail">More figures, in a sentence.</param>
public sealed record Strip(int Number, string Name, string Path, string Text, string Detail);

/// <summary>A column by segment: small bars one above the other, each on its own scale.</summary>
public sealed record StripsFigure(IReadOnlyList<Strip> Strips)
{
    /// <summary>The figure of a column.</summary>
    /// <param name="snapshot">Whose segments they are.</param>
    /// <param name="overview">The column over all rows.</param>
    /// <param name="numbers">The segments.</param>
    /// <param name="parts">One for each of them.</param>
    public static StripsFigure Of(SegmentationSnapshot snapshot, ColumnOverview overview, IReadOnlyList<int> numbers, IReadOnlyList<ColumnStatistics> parts)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(overview);
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(parts);
        var column = snapshot.Data.Frame[overview.Column];
        return new StripsFigure(
        [
            .. numbers.Zip(parts).Where(entry => entry.Second.Rows > 0).OrderBy(entry => entry.First).Select(entry => new Strip(
                entry.First,
                snapshot.FindProfile(entry.First)?.Name ?? $"Segment {entry.First}",
                HistogramFigure.Bars([.. entry.Second.Counts.DefaultIfEmpty()]),
                StatisticsWords.Typical(overview.Axis, entry.Second, column),
                $"{snapshot.FindProfile(entry.First)?.Name}: {StatisticsWords.Summary(overview.Axis, entry.Second, column)}")),
        ]);
    }
}
