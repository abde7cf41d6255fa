using System.Globalization;
using System.Text;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;

namespace Segmentation.Dashboard.Figures;

/// <summary>One segment's line through the features.</summary>
/// <param name="Number">The segment.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Path">An SVG path.</param>
/// <param name="Dots">The same points as lines of no length, which round caps make dots of one size whatever the scale.</param>
public sealed record FeatureLine(int Number, string Name, string Path, string Dots);

/// <summary>What the charts of lines have in common: the features that set segments apart most, and points along them.</summary>
public static class FeatureLines
{
    /// <summary>Differences beyond so many standard deviations are drawn at the edge.</summary>
    public const double Widest = 3;

    /// <summary>Places of at most <paramref name="most"/> features, those of the greatest differences, in the order of the features.</summary>
    public static int[] Choose(IReadOnlyList<SegmentProfile> profiles, int most)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return [.. Enumerable.Range(0, profiles[0].Traits.Count)
            .OrderByDescending(place => profiles.Max(profile => Math.Abs(profile.Traits[place].StandardisedDifference))).Take(most).Order()];
    }

    /// <summary>How many standard deviations the axis reaches to either side: enough for all, from 1 to <see cref="Widest"/>, in halves.</summary>
    public static double Reach(IReadOnlyList<SegmentProfile> profiles, int[] places)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        var most = profiles.SelectMany(profile => places.Select(place => Math.Abs(profile.Traits[place].StandardisedDifference))).DefaultIfEmpty(0).Max();
        return Math.Clamp(Math.Ceiling(most * 2) / 2, 1, Widest);
    }

    /// <summary>A path through points; <paramref name="isClosed"/> leads it back to the first.</summary>
    public static string Path(IEnumerable<(double X, double Y)> points, bool isClosed = false)
    {
        ArgumentNullException.ThrowIfNull(points);
        var path = new StringBuilder();
        foreach (var (x, y) in points)
        {
            path.Append(path.Length == 0 ? 'M' : 'L').Append(CultureInfo.InvariantCulture, $"{NumberText.Css(x)} {NumberText.Css(y)}");
        }

        return path.Append(isClosed && path.Length > 0 ? "Z" : "").ToString();
    }

    /// <summary>Points as lines of no length.</summary>
    public static string Dots(IEnumerable<(double X, double Y)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return string.Concat(points.Select(point => $"M{NumberText.Css(point.X)} {NumberText.Css(point.Y)}h0"));
    }

    /// <summary>A line of one segment.</summary>
    internal static FeatureLine Line(SegmentProfile profile, (double X, double Y)[] points, bool isClosed = false) =>
        new(profile.Number, profile.Name, Path(points, isClosed), Dots(points));
}

/// <summary>Features from top to bottom, each segment's standardised means as a line that winds down them.</summary>
/// <param name="Features">Names, from the top.</param>
/// <param name="Lines">In a view of 100 x 24 for each feature; the average of all is at 50.</param>
/// <param name="Reach">How many standard deviations the edges stand for.</param>
public sealed record SnakeFigure(IReadOnlyList<string> Features, IReadOnlyList<FeatureLine> Lines, double Reach)
{
    /// <summary>Height of a feature.</summary>
    public const int RowHeight = 24;

    private const int MostFeatures = 24;

    /// <summary>The figure of a picture's profiles.</summary>
    public static SnakeFigure Of(SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var places = FeatureLines.Choose(snapshot.Profiles, MostFeatures);
        var reach = FeatureLines.Reach(snapshot.Profiles, places);
        return new SnakeFigure(
            [.. places.Select(place => snapshot.Features.Columns[place].Name)],
            [.. snapshot.Profiles.Select(profile => FeatureLines.Line(profile, [.. places.Select((place, row) =>
                (50 + (50 * Math.Clamp(profile.Traits[place].StandardisedDifference / reach, -1, 1)), (row + 0.5) * RowHeight))]))],
            reach);
    }
}

/// <summary>Features around a circle, each segment's standardised means as a closed line. The average of all is the middle ring.</summary>
/// <param name="Axes">Name and where it stands, in a view of -100 to 100 both ways.</param>
/// <param name="Lines">One per segment.</param>
/// <param name="Reach">How many standard deviations the rim stands for.</param>
public sealed record RadarFigure(IReadOnlyList<RadarAxis> Axes, IReadOnlyList<FeatureLine> Lines, double Reach)
{
    /// <summary>Fewer axes enclose nothing.</summary>
    public const int FewestFeatures = 3;

    /// <summary>Radius of the rim.</summary>
    public const double Rim = 60;

    private const int MostFeatures = 10;

    /// <summary>The figure of a picture's profiles; null with fewer than <see cref="FewestFeatures"/> features.</summary>
    public static RadarFigure? Of(SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var places = FeatureLines.Choose(snapshot.Profiles, MostFeatures);
        if (places.Length < FewestFeatures)
        {
            return null;
        }

        var reach = FeatureLines.Reach(snapshot.Profiles, places);
        return new RadarFigure(
            [.. places.Select((place, axis) => RadarAxis.Of(snapshot.Features.Columns[place].Name, At(axis, places.Length, Rim), At(axis, places.Length, Rim + 8)))],
            [.. snapshot.Profiles.Select(profile => FeatureLines.Line(profile, [.. places.Select((place, axis) =>
                At(axis, places.Length, Rim * (1 + Math.Clamp(profile.Traits[place].StandardisedDifference / reach, -1, 1)) / 2))], isClosed: true))],
            reach);
    }

    private static (double X, double Y) At(int axis, int axes, double radius)
    {
        var angle = (2 * Math.PI * axis / axes) - (Math.PI / 2);
        return (radius * Math.Cos(angle), radius * Math.Sin(angle));
    }
}

/// <summary>One axis of a radar chart.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="X">Where it ends.</param>
/// <param name="Y">Where it ends.</param>
/// <param name="LabelX">Where its name stands.</param>
/// <param name="LabelY">Where its name stands.</param>
/// <param name="Anchor">Which end of the name stands there.</param>
public sealed record RadarAxis(string Feature, double X, double Y, double LabelX, double LabelY, string Anchor)
{
    internal static RadarAxis Of(string feature, (double X, double Y) end, (double X, double Y) label) =>
        new(feature, end.X, end.Y, label.X, label.Y, label.X > 5 ? "start" : label.X < -5 ? "end" : "middle");
}
