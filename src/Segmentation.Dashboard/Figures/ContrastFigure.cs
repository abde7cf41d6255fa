using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;

namespace Segmentation.Dashboard.Figures;

/// <summary>One column of two segments side by side.</summary>
/// <param name="Feature">The column, or a category of it.</param>
/// <param name="First">The mean or share of the left segment, for people.</param>
/// <param name="Second">Of the right one.</param>
/// <param name="Difference">The difference with its sign, in standard deviations.</param>
/// <param name="Length">Length of the bar, 0 to 100; it points to the segment that has more.</param>
/// <param name="IsFirstHigher">Whether that is the left one.</param>
/// <param name="IsClustered">Whether the segments were made by it.</param>
public sealed record ContrastRow(string Feature, string First, string Second, string Difference, double Length, bool IsFirstHigher, bool IsClustered);

/// <summary>Two segments side by side, the largest difference first.</summary>
/// <param name="First">The left one.</param>
/// <param name="Second">The right one.</param>
/// <param name="Rows">A row per column.</param>
/// <param name="Sentence">The largest differences in words.</param>
public sealed record ContrastFigure(SegmentProfile First, SegmentProfile Second, IReadOnlyList<ContrastRow> Rows, string Sentence)
{
    /// <summary>Differences of so many standard deviations get the full bar.</summary>
    public const double FullBar = 3;

    private const int MostRows = 40;

    /// <summary>The figure of two segments by their places among the profiles.</summary>
    public static ContrastFigure Of(SegmentationSnapshot snapshot, SegmentEvidence evidence, int first, int second)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(evidence);
        var contrasts = evidence.Compare(first, second);
        var (left, right) = (snapshot.Profiles[first], snapshot.Profiles[second]);
        var large = contrasts.Where(contrast => Math.Abs(contrast.Difference) >= SegmentTrait.MinDifference).Take(3)
            .Select(contrast => $"{(contrast.Difference > 0 ? "higher" : "lower")} {ColumnWords.Of(contrast.First.Column)}{(contrast.First.Category is { } category ? $" ({category})" : "")}").ToArray();
        return new ContrastFigure(
            left,
            right,
            [.. contrasts.Take(MostRows).Select(contrast => RowOf(contrast, snapshot))],
            large.Length == 0
                ? "Nothing in the file tells these two apart by half a standard deviation."
                : $"Compared with {right.Name}, {left.Name} has {(large.Length == 1 ? large[0] : $"{string.Join(", ", large[..^1])} and {large[^1]}")}.");
    }

    private static ContrastRow RowOf(SegmentContrast contrast, SegmentationSnapshot snapshot) => new(
        contrast.First.Feature,
        TraitLine.Mean(contrast.First, snapshot.Data.Frame),
        TraitLine.Mean(contrast.Second, snapshot.Data.Frame),
        TraitLine.Signed(contrast.Difference),
        100 * Math.Min(1, Math.Abs(contrast.Difference) / FullBar),
        contrast.Difference > 0,
        contrast.First.IsClustered);
}
