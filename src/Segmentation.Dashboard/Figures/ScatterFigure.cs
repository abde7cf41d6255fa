using Segmentation.Core.Clustering;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;

namespace Segmentation.Dashboard.Figures;

/// <summary>The customers as points: where they lie, and, moment by moment, whose segment they are in.</summary>
/// <param name="Points">The coordinates; the same instance as long as features and axes stay.</param>
/// <param name="Note">Which customers are drawn, in a sentence.</param>
public sealed record ScatterFigure(ScatterPoints Points, string Note)
{
    /// <summary>The label of a point that is set aside.</summary>
    public const byte NoSegment = byte.MaxValue;

    /// <summary>The label of a point that was clustered and is in no segment.</summary>
    public const byte Unassigned = 254;

    /// <summary>Added to the label of a point that stands out; labels from here on cannot be marked.</summary>
    public const byte Mark = 128;

    /// <summary>What must be known of a view by whoever looks at it.</summary>
    public const string Caution =
        "Who lies near whom can be trusted; distances between groups, and how large a group looks, mean little here.";

    private const int HoverFeatures = 6;
    private const int MostLabels = 120;

    /// <summary>The points of <paramref name="space"/> along <paramref name="axes"/>.</summary>
    /// <param name="space">Who is drawn.</param>
    /// <param name="axes">What the axes show.</param>
    /// <param name="noun">What a point is called.</param>
    /// <param name="isTitled">Whether the axes are named; components mean nothing to most people.</param>
    public static ScatterFigure Of(ScatterSpace space, ScatterAxes axes, RowNoun noun, bool isTitled = true)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(axes);
        string Title(ScatterAxis axis) => axes.IsSpace ? ScatterSpace.ShortTitle(axis) : isTitled || axis.Column is not null ? space.Title(axis) : "";
        var points = new ScatterPoints(space.Coordinates(axes.X), space.Coordinates(axes.Y), axes.Z is { } z ? space.Coordinates(z) : null)
        {
            XTitle = Title(axes.X),
            YTitle = Title(axes.Y),
            ZTitle = axes.Z is { } depth ? Title(depth) : "",
        };
        return new ScatterFigure(points, NoteOf(space, noun) + ComponentsOf(space, axes));
    }

    /// <summary>The label of a segment's points by its number; null when nothing is asked for.</summary>
    public static int? LabelOf(int? segment) => segment == SegmentProfile.Unassigned ? Unassigned : segment - 1;

    /// <summary>The same labels with <see cref="Mark"/> added to those of customers who could as well belong to the next segment.</summary>
    public static byte[] Marked(ScatterSpace space, SegmentationSnapshot snapshot)
    {
        var labels = Labels(space, snapshot);
        var near = snapshot.Margins.AreBorderline(space.Positions);
        for (var i = 0; i < near.Length; i++)
        {
            labels[i] += near[i] && labels[i] < Mark ? Mark : (byte)0;
        }

        return labels;
    }

    /// <summary>The labels without marks.</summary>
    public static byte[] Unmarked(byte[] labels) =>
        Array.ConvertAll(labels, label => label is >= Mark and < Unassigned ? (byte)(label - Mark) : label);

    /// <summary>The number of each point's segment, less 1; <see cref="Unassigned"/>, and <see cref="NoSegment"/> for those set aside.</summary>
    public static byte[] Labels(ScatterSpace space, SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(snapshot);
        var labels = new byte[space.Rows.Length];
        var clustered = snapshot.Quality.Clustering.Labels;
        for (var i = 0; i < space.Positions.Length; i++)
        {
            var label = clustered[space.Positions[i]];
            // Beyond so many segments colours have repeated several times, and so may labels.
            labels[i] = label == ClusteringResult.Unassigned ? Unassigned : (byte)((snapshot.Numbers[label] - 1) % MostLabels);
        }

        labels.AsSpan(space.Positions.Length).Fill(NoSegment);
        return labels;
    }

    /// <summary>A few lines about one customer, with values as the file has them.</summary>
    public static string Describe(SegmentationSnapshot snapshot, int row)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var frame = snapshot.Data.Frame;
        var name = snapshot.Schema.Identifier is { } identifier && frame.TryGetColumn(identifier, out var column)
            ? $"{identifier} {Short(column.Format(row))}"
            : $"Row {NumberText.Count(row + 1)}";
        var segment = snapshot.SegmentOf(row) is { } number
            ? snapshot.ProfileOf(number).Name
            : $"Set aside: {snapshot.Cleaning.SetAside.ReasonOf(row)}";
        var values = snapshot.Features.Columns.Select(feature => feature.Column).Distinct().Take(HoverFeatures)
            .Select(feature => $"{Short(feature)}: {Short(frame[feature].Format(row))}");
        return string.Join('\n', [name, segment, .. values]);
    }

    private static string Short(string text) => CutText.To(text, 60);

    // What the titles in space have no room for.
    private static string ComponentsOf(ScatterSpace space, ScatterAxes axes) => axes.Z is { } z
        ? string.Concat(new[] { axes.X, axes.Y, z }.Where(axis => axis.Component is not null).Distinct().Select(axis => $" {space.Title(axis)}."))
        : "";

    private static string NoteOf(ScatterSpace space, RowNoun noun)
    {
        var drawn = space.Positions.Length < space.Clustered
            ? $"{NumberText.Count(space.Positions.Length)} of {noun.Count(space.Clustered)} drawn, a fixed sample"
            : $"All {noun.Count(space.Clustered)} drawn";
        if (space.View is not null)
        {
            return $"{drawn}. {Caution}";
        }

        return space.SetAside.Length == 0 ? drawn + "." : $"{drawn}; set aside in grey.";
    }
}
