using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;

namespace Segmentation.Dashboard.Figures;

/// <summary>A segment's row of a chart of spreads; places are per cent of the column's range.</summary>
/// <param name="Number">The segment.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Low">Where the line to the left ends: 5 % of the values are lower.</param>
/// <param name="LowerQuartile">Where the box begins.</param>
/// <param name="Median">Where its middle is.</param>
/// <param name="UpperQuartile">Where it ends.</param>
/// <param name="High">Where the line to the right ends.</param>
/// <param name="Density">An area in a view of 100 x 100, as an SVG path.</param>
/// <param name="Text">The median, for people.</param>
/// <param name="Detail">All five numbers.</param>
public sealed record SpreadRow(
    int Number, string Name, double Low, double LowerQuartile, double Median, double UpperQuartile, double High, string Density, string Text, string Detail);

/// <summary>How a column's values lie in each segment: boxes and densities of numbers, bars of categories.</summary>
/// <param name="Column">Its name.</param>
/// <param name="From">The lower end of the range, for people.</param>
/// <param name="To">The upper end.</param>
/// <param name="Rows">One per segment that has values; empty for categories.</param>
/// <param name="Categories">Bars of shares, a group per category; null for numbers.</param>
public sealed record SpreadFigure(string Column, string From, string To, IReadOnlyList<SpreadRow> Rows, ProfileFigure? Categories)
{
    private const int MostCategories = 12;

    /// <summary>The figure of a column's spread in a picture.</summary>
    public static SpreadFigure Of(ColumnSpread spread, SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(spread);
        ArgumentNullException.ThrowIfNull(snapshot);
        var column = snapshot.Cleaning.Frame[spread.Column];
        if (spread.Spreads.Count == 0)
        {
            return new SpreadFigure(spread.Column, "", "", [], new ProfileFigure([], [], BarsOf(spread, snapshot)));
        }

        // All alike in height: the highest density of all fills its row.
        var peak = spread.Spreads.Max(segment => segment.Density.Max());
        return new SpreadFigure(
            spread.Column,
            Text(spread.From, column),
            Text(spread.To, column),
            [.. snapshot.Profiles.Zip(spread.Spreads).Where(pair => pair.Second.Count > 0).Select(pair => RowOf(pair.First, pair.Second, spread, peak, column))],
            null);
    }

    private static SpreadRow RowOf(SegmentProfile profile, SegmentSpread segment, ColumnSpread range, double peak, DataColumn column)
    {
        double At(double value) => range.To > range.From ? Math.Clamp(100 * (value - range.From) / (range.To - range.From), 0, 100) : 50;
        return new SpreadRow(
            profile.Number, profile.Name, At(segment.Low), At(segment.LowerQuartile), At(segment.Median), At(segment.UpperQuartile), At(segment.High),
            Area(segment.Density, peak),
            Text(segment.Median, column),
            $"median {Text(segment.Median, column)}, half between {Text(segment.LowerQuartile, column)} and {Text(segment.UpperQuartile, column)}, nine in ten between {Text(segment.Low, column)} and {Text(segment.High, column)}");
    }

    private static string Area(IReadOnlyList<double> density, double peak) => FeatureLines.Path(
        [(0, 100), .. density.Select((share, bin) => ((bin + 0.5) * 100 / density.Count, peak > 0 ? 100 - (96 * Smooth(density, bin) / peak) : 100)), (100, 100)], isClosed: true);

    // Half of a bin's share and a quarter of each neighbour's.
    private static double Smooth(IReadOnlyList<double> density, int bin) =>
        (density[bin] / 2) + (density[Math.Max(0, bin - 1)] / 4) + (density[Math.Min(density.Count - 1, bin + 1)] / 4);

    private static IReadOnlyList<FeatureBars> BarsOf(ColumnSpread spread, SegmentationSnapshot snapshot)
    {
        var longest = spread.Shares.SelectMany(shares => shares).Where(share => !double.IsNaN(share)).DefaultIfEmpty(1).Max();
        return [.. spread.Categories.Take(MostCategories).Select((category, place) =>
        {
            var overall = snapshot.Profiles.Zip(spread.Shares, (profile, shares) => double.IsNaN(shares[place]) ? 0 : profile.Share * shares[place]).Sum();
            return new FeatureBars(category, NumberText.Share(overall), overall / longest, [.. snapshot.Profiles.Zip(spread.Shares, (profile, shares) => new FeatureBar(
                profile.Number, profile.Name,
                double.IsNaN(shares[place]) ? "–" : NumberText.Share(shares[place]),
                double.IsNaN(shares[place]) ? "no value" : NumberText.Share(shares[place]),
                0, double.IsNaN(shares[place]) ? 0 : shares[place] / longest))]);
        })];
    }

    private static string Text(double value, DataColumn column) => column is DateColumn
        ? new DateTime((long)Math.Round(value) * TimeSpan.TicksPerDay).ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture)
        : ValueText.Rounded(value, column);
}
