using System.Globalization;
using System.Text;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Hierarchy;

namespace Segmentation.Dashboard.Figures;

/// <summary>All lines of one colour: an SVG path in a box of 100 x 100.</summary>
public readonly record struct DendrogramLines(string Colour, string Path);

/// <summary>Where a segment's number stands below its branches, in per cent from the left.</summary>
public readonly record struct DendrogramMark(int Number, double At);

/// <summary>The top of a tree of merges, and where it is cut.</summary>
/// <param name="Lines">The branches below the cut in the colours of their segments, those above it in grey.</param>
/// <param name="Marks">The segments from left to right; none when there are too many to be written.</param>
/// <param name="CutAt">Where the cut lies, in per cent from the top: half way between the merges it separates.</param>
/// <param name="ClusterCount">Into how many segments it cuts.</param>
public sealed record DendrogramFigure(
    IReadOnlyList<DendrogramLines> Lines, IReadOnlyList<DendrogramMark> Marks, double CutAt, int ClusterCount)
{
    /// <summary>Branches that are drawn at least, where the tree has so many.</summary>
    public const int MinBranches = 40;

    private const int MaxMarks = 10;
    private const double Headroom = 1.06;

    private double[] Heights { get; init; } = [];

    private double Scale { get; init; }

    /// <summary>Most segments that the cut can be drawn to.</summary>
    public int MaxClusters => Math.Min(ClusteringOptions.MaxClusters, Heights.Length + 1);

    /// <summary>The figure of a tree that was cut.</summary>
    /// <param name="found">The tree and where it was cut.</param>
    /// <param name="numberOf">The number that the segment of a label goes by.</param>
    public static DendrogramFigure Of(HierarchyResult found, Func<byte, int> numberOf)
    {
        ArgumentNullException.ThrowIfNull(found);
        var top = found.Tree.Top(Math.Max(MinBranches, found.ClusterCount) - 1);
        double[] heights = [.. top.Merges.Select(merge => merge.Height)];
        var scale = heights.Length > 0 && heights[^1] > 0 ? heights[^1] * Headroom : 1;
        var numbers = top.Leaves.Select(leaf => numberOf(found.Labels[leaf.Row])).ToArray();
        var cut = (HeightAt(heights, found.ClusterCount) + HeightAt(heights, found.ClusterCount - 1)) / 2;
        return new DendrogramFigure(Drawn(top, numbers, scale, found.ClusterCount), MarksOf(numbers), 100 * (1 - (cut / scale)), found.ClusterCount)
        {
            Heights = heights,
            Scale = scale,
        };
    }

    /// <summary>The number of segments of a cut, by its place from the top, 0 to 1; never fewer than a segmentation has.</summary>
    public int CountAt(double share)
    {
        var height = (1 - share) * Scale;
        return Clamped(1 + Heights.Count(merge => merge > height));
    }

    /// <summary>The nearest number that the cut can have.</summary>
    public int Clamped(int count) => Math.Max(Math.Min(ClusteringOptions.MinClusters, MaxClusters), Math.Min(count, MaxClusters));

    // The height up to which so many clusters are left: the lowest of the last "count" merges, which are not made for fewer.
    private static double HeightAt(double[] heights, int count) =>
        count < 1 ? heights.DefaultIfEmpty(0).Last() * Headroom : count > heights.Length ? 0 : heights[^count];

    private static DendrogramLines[] Drawn(Dendrogram top, int[] numbers, double scale, int clusters)
    {
        var paths = new SortedDictionary<int, StringBuilder>();
        var nodes = top.Leaves.Select((_, leaf) => new Node((leaf + 0.5) * 100 / numbers.Length, 100, numbers[leaf])).ToList();
        for (var i = 0; i < top.Merges.Count; i++)
        {
            var (left, right) = (nodes[top.Merges[i].Left], nodes[top.Merges[i].Right]);
            var isMade = i <= top.Merges.Count - clusters;
            var node = new Node((left.X + right.X) / 2, 100 * (1 - (top.Merges[i].Height / scale)), isMade ? left.Number : 0);
            PathOf(left.Number).Append(CultureInfo.InvariantCulture, $"M{left.X:0.##} {left.Y:0.##}V{node.Y:0.##}");
            PathOf(right.Number).Append(CultureInfo.InvariantCulture, $"M{right.X:0.##} {right.Y:0.##}V{node.Y:0.##}");
            PathOf(node.Number).Append(CultureInfo.InvariantCulture, $"M{left.X:0.##} {node.Y:0.##}H{right.X:0.##}");
            nodes.Add(node);
        }

        return [.. paths.Select(path => new DendrogramLines(path.Key == 0 ? Palette.InkSoft : Palette.Segment(path.Key), path.Value.ToString()))];

        StringBuilder PathOf(int number)
        {
            if (!paths.TryGetValue(number, out var path))
            {
                paths.Add(number, path = new StringBuilder());
            }

            return path;
        }
    }

    private static DendrogramMark[] MarksOf(int[] numbers)
    {
        var marks = numbers.Select((number, leaf) => (number, leaf)).GroupBy(pair => pair.number)
            .Select(segment => new DendrogramMark(segment.Key, (segment.Average(pair => pair.leaf) + 0.5) * 100 / numbers.Length)).ToArray();
        return marks.Length > MaxMarks ? [] : marks;
    }

    /// <summary>A branch: where it ends, and its segment; 0 above the cut.</summary>
    private readonly record struct Node(double X, double Y, int Number);
}
