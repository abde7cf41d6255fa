using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Profiling;

namespace Segmentation.Dashboard.Figures;

/// <summary>One cell of the heat map.</summary>
/// <param name="Text">The segment's mean, for people.</param>
/// <param name="Detail">The same with all digits, the overall mean and the difference.</param>
/// <param name="Style">Its background: blue below the average of all, red above, pale at it.</param>
public readonly record struct HeatCell(string Text, string Detail, string Style);

/// <summary>One segment's row of the heat map.</summary>
public sealed record HeatRow(int Number, string Name, IReadOnlyList<HeatCell> Cells);

/// <summary>One bar: a segment's mean of a feature.</summary>
/// <param name="Number">The segment.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Text">The mean, for people.</param>
/// <param name="Detail">All digits.</param>
/// <param name="Start">Where the bar begins, 0 to 1 of the scale.</param>
/// <param name="Length">How long it is, in the same unit.</param>
public readonly record struct FeatureBar(int Number, string Name, string Text, string Detail, double Start, double Length);

/// <summary>The means of one feature in its own unit.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="Overall">The mean of all, for people.</param>
/// <param name="OverallAt">Where the line of the overall mean stands, 0 to 1 of the scale.</param>
/// <param name="Bars">One per segment.</param>
public sealed record FeatureBars(string Feature, string Overall, double OverallAt, IReadOnlyList<FeatureBar> Bars);

/// <summary>How the segments differ, feature by feature.</summary>
/// <param name="Features">Names, in order.</param>
/// <param name="Rows">The heat map: standardised means, a row per segment.</param>
/// <param name="Bars">The same means in their own units, a group per feature.</param>
public sealed record ProfileFigure(IReadOnlyList<string> Features, IReadOnlyList<HeatRow> Rows, IReadOnlyList<FeatureBars> Bars)
{
    /// <summary>Differences of so many standard deviations get the full colour.</summary>
    public const double FullColour = 2;

    /// <summary>With more features than this the cells are narrow and show colour alone.</summary>
    public const int MaxWideFeatures = 10;

    // More of the colour would make the number in the cell hard to read.
    private const double StrongestMix = 50;

    /// <summary>Whether cells are too narrow for numbers.</summary>
    public bool IsDense => Features.Count > MaxWideFeatures;

    /// <summary>The figure of <paramref name="profiles"/>, whose traits stand in the order of <paramref name="features"/>, with the units of <paramref name="frame"/>.</summary>
    public static ProfileFigure Of(IReadOnlyList<SegmentProfile> profiles, IReadOnlyList<FeatureColumn> features, DataFrame? frame = null)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        ArgumentNullException.ThrowIfNull(features);
        // Shares of categories have no unit but per cent.
        DataColumn? UnitOf(FeatureColumn feature) => feature.IsNumber && frame is not null && frame.TryGetColumn(feature.Column, out var column) ? column : null;
        return new ProfileFigure(
            features.Select(feature => feature.Name).ToArray(),
            profiles.Select(profile => new HeatRow(
                profile.Number, profile.Name, profile.Traits.Select((trait, place) => Cell(trait, features[place].IsIndicator, UnitOf(features[place]))).ToArray())).ToArray(),
            features.Select((feature, place) => BarsOf(profiles, place, feature.IsIndicator, UnitOf(feature))).ToArray());
    }

    /// <summary>The bars as the heat map's text alternative begins: what sets each segment apart most.</summary>
    public static string Summary(IReadOnlyList<SegmentProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(profiles);
        return string.Join(" ", profiles.Select(profile => profile.Strongest(1).FirstOrDefault() is { Feature: not null } trait
            ? $"{profile.Name}: {trait.Feature} {SegmentWords.Compare(trait.StandardisedDifference)}."
            : ""));
    }

    private static HeatCell Cell(Trait trait, bool isShare, DataColumn? unit)
    {
        var strength = Math.Min(1, Math.Abs(trait.StandardisedDifference) / FullColour) * StrongestMix;
        var colour = trait.StandardisedDifference < 0 ? Palette.HeatLow : Palette.HeatHigh;
        return new HeatCell(
            Text(trait.Mean, trait.Feature, isShare, unit),
            $"{trait.Feature}: {ValueText.FullMean(trait.Mean, trait.Feature, unit)}, of all {ValueText.FullMean(trait.OverallMean, trait.Feature, unit)}, {Signed(trait.StandardisedDifference)} standard deviations",
            $"background:color-mix(in srgb,{colour} {NumberText.Css(strength)}%,{Palette.HeatMiddle})");
    }

    private static FeatureBars BarsOf(IReadOnlyList<SegmentProfile> profiles, int place, bool isShare, DataColumn? unit)
    {
        var traits = profiles.Select(profile => profile.Traits[place]).ToArray();
        var overall = traits[0].OverallMean;
        // Bars begin at zero, as lengths must, whatever the range of the means.
        var means = traits.Select(trait => double.IsNaN(trait.Mean) ? overall : trait.Mean).ToArray();
        var low = Math.Min(0, Math.Min(overall, means.Min()));
        var high = Math.Max(0, Math.Max(overall, means.Max()));
        double At(double value) => high > low && !double.IsNaN(value) ? (value - low) / (high - low) : 0;
        return new FeatureBars(
            traits[0].Feature,
            Text(overall, traits[0].Feature, isShare, unit),
            At(overall),
            traits.Select((trait, cluster) => new FeatureBar(
                profiles[cluster].Number,
                profiles[cluster].Name,
                Text(trait.Mean, trait.Feature, isShare, unit),
                ValueText.FullMean(trait.Mean, trait.Feature, unit),
                At(Math.Min(0, trait.Mean)),
                At(Math.Max(0, trait.Mean)) - At(Math.Min(0, trait.Mean)))).ToArray());
    }

    private static string Text(double mean, string feature, bool isShare, DataColumn? unit) =>
        double.IsNaN(mean) ? "–" : isShare ? NumberText.Share(mean) : ValueText.RoundedMean(mean, feature, unit);

    private static string Signed(double difference) => (difference > 0 ? "+" : "") + NumberText.Rounded(difference);
}
