using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;

namespace Segmentation.Dashboard.Figures;

/// <summary>One axis of parallel coordinates, in its own unit.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="Low">What its lower end stands for, for people.</param>
/// <param name="High">What its upper end stands for.</param>
public sealed record ParallelAxis(string Feature, string Low, string High);

/// <summary>Features side by side, each in its own unit: a strong line per segment through its means, faint ones through typical customers.</summary>
/// <param name="Axes">From the left.</param>
/// <param name="Means">Per segment the line of its means, in a view of 100 x 100.</param>
/// <param name="Customers">Lines of real customers, with the number of their segment.</param>
public sealed record ParallelFigure(IReadOnlyList<ParallelAxis> Axes, IReadOnlyList<FeatureLine> Means, IReadOnlyList<FeatureLine> Customers)
{
    private const int MostFeatures = 10;

    /// <summary>The figure of a picture.</summary>
    /// <param name="snapshot">The picture.</param>
    /// <param name="evidence">Who is typical; null draws means alone.</param>
    public static ParallelFigure Of(SegmentationSnapshot snapshot, SegmentEvidence? evidence)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var places = FeatureLines.Choose(snapshot.Profiles, MostFeatures);
        var features = places.Select(place => snapshot.Features.Columns[place]).ToArray();
        var means = snapshot.Profiles.Select(profile => places.Select(place => profile.Traits[place].Mean).ToArray()).ToArray();
        var customers = snapshot.Profiles.SelectMany((profile, place) => RowsOf(evidence, place)
            .Select(row => (Profile: profile, Values: features.Select(feature => ValueAt(snapshot, feature, row)).ToArray()))).ToArray();
        var scales = features.Select((_, axis) => ScaleOf(means.Concat(customers.Select(customer => customer.Values)).Select(values => values[axis]))).ToArray();
        return new ParallelFigure(
            [.. features.Select((feature, axis) => new ParallelAxis(feature.Name, Text(snapshot, feature, scales[axis].Low), Text(snapshot, feature, scales[axis].High)))],
            [.. snapshot.Profiles.Select((profile, place) => FeatureLines.Line(profile, Points(means[place], scales)))],
            [.. customers.Select(customer => FeatureLines.Line(customer.Profile, Points(customer.Values, scales)))]);
    }

    private static IEnumerable<int> RowsOf(SegmentEvidence? evidence, int place) =>
        evidence?.Portraits[place].Personas is { Nearest: { } nearest } personas ? personas.Typical.Prepend(nearest) : [];

    private static double ValueAt(SegmentationSnapshot snapshot, FeatureColumn feature, int row) => snapshot.Cleaning.Frame[feature.Column] switch
    {
        NumberColumn numbers => numbers[row],
        TextColumn texts => texts[row] == feature.Category ? 1 : 0,
        _ => double.NaN,
    };

    // A cell without a value lies in the middle.
    private static (double X, double Y)[] Points(double[] values, (double Low, double High)[] scales) =>
        [.. values.Select((value, axis) => (
            (axis + 0.5) * 100 / scales.Length,
            scales[axis] is var (low, high) && high > low && !double.IsNaN(value) ? 100 - (100 * (value - low) / (high - low)) : 50.0))];

    private static (double Low, double High) ScaleOf(IEnumerable<double> values)
    {
        var present = values.Where(value => !double.IsNaN(value)).ToArray();
        return present.Length == 0 ? (0, 0) : (present.Min(), present.Max());
    }

    private static string Text(SegmentationSnapshot snapshot, FeatureColumn feature, double value) => feature.IsIndicator
        ? NumberText.Share(value)
        : ValueText.Rounded(value, snapshot.Data.Frame.TryGetColumn(feature.Column, out var column) ? column : null);
}
