using Segmentation.Core.Features;
using Segmentation.Core.Numerics;

namespace Segmentation.Dashboard.Figures;

/// <summary>One component in the scree plot, in a field of <see cref="ComponentsFigure.Width"/> x <see cref="ComponentsFigure.Height"/>.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Share">Its share of the differences, for people.</param>
/// <param name="Together">That of all up to it.</param>
/// <param name="X">Left edge of its bar.</param>
/// <param name="BarHeight">Height of its bar.</param>
/// <param name="LineY">Where the line of what all hold together passes, from above.</param>
public readonly record struct ScreeBar(int Number, string Share, string Together, double X, double BarHeight, double LineY);

/// <summary>One feature's part in the components.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Cells">One per component shown.</param>
public sealed record LoadingRow(string Feature, IReadOnlyList<LoadingCell> Cells);

/// <summary>One loading.</summary>
/// <param name="Text">For people.</param>
/// <param name="Detail">All digits.</param>
/// <param name="Style">CSS of its cell.</param>
public readonly record struct LoadingCell(string Text, string Detail, string Style);

/// <summary>Along which directions customers differ most, and what these are made of.</summary>
/// <param name="Fit">The components.</param>
/// <param name="Bars">The scree plot.</param>
/// <param name="Rows">The loadings, features that take part most first.</param>
/// <param name="Sentence">How many hold most.</param>
public sealed record ComponentsFigure(PrincipalComponents Fit, IReadOnlyList<ScreeBar> Bars, IReadOnlyList<LoadingRow> Rows, string Sentence)
{
    /// <summary>Most components that are drawn as bars.</summary>
    public const int MaxBars = 15;

    /// <summary>Most components in the table of loadings.</summary>
    public const int MaxShown = 6;

    /// <summary>Most features in the table of loadings.</summary>
    public const int MaxFeatures = 40;

    /// <summary>Units from left to right.</summary>
    public const int Width = 300;

    /// <summary>Units from top to bottom: all the differences there are.</summary>
    public const int Height = 120;

    /// <summary>The share that counts as most.</summary>
    public const double Most = 0.8;

    // More rows than this change the directions by less than an eye sees.
    private const int FitRows = 50_000;

    // Text must still be readable on the colour, in both themes.
    private const double StrongestMix = 55;

    /// <summary>The figure of <paramref name="features"/>; null where missing values are kept, of which there are no components.</summary>
    public static ComponentsFigure? Of(FeatureSet features)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.Missing is not null)
        {
            return null;
        }

        var matrix = features.Matrix;
        var fit = features.Components?.Fit
            ?? PrincipalComponents.Fit(matrix.Rows <= FitRows ? matrix : matrix.Take(RowSample.Draw(matrix.Rows, FitRows, seed: 1)));
        return new ComponentsFigure(fit, [.. BarsOf(fit)], RowsOf(features, fit), Tell(fit));
    }

    /// <summary>The line of what components hold together, as points of an SVG polyline.</summary>
    public string Line => string.Join(' ', Bars.Select(bar => $"{NumberText.Css(bar.X + (BarWidth / 2))},{NumberText.Css(bar.LineY)}"));

    /// <summary>The width of a bar.</summary>
    public double BarWidth => Slot * 0.7;

    private double Slot => (double)Width / Math.Max(4, Bars.Count);

    private static IEnumerable<ScreeBar> BarsOf(PrincipalComponents fit)
    {
        var count = Math.Min(MaxBars, fit.Count);
        var slot = (double)Width / Math.Max(4, count);
        var together = 0.0;
        for (var component = 0; component < count; component++)
        {
            var share = fit.ExplainedRatios[component];
            together += share;
            yield return new ScreeBar(
                component + 1, NumberText.Share(share), NumberText.Share(Math.Min(1, together)), (component * slot) + (slot * 0.15), share * Height, (1 - together) * Height);
        }
    }

    private static LoadingRow[] RowsOf(FeatureSet features, PrincipalComponents fit)
    {
        var shown = Math.Min(MaxShown, fit.Count);
        double Part(int feature) => Enumerable.Range(0, shown).Sum(component => fit.Variances[component] * Math.Pow(fit.Loadings(component)[feature], 2));
        return [.. Enumerable.Range(0, features.Columns.Count).OrderByDescending(Part).Take(MaxFeatures).Select(feature => new LoadingRow(
            features.Columns[feature].Name,
            [.. Enumerable.Range(0, shown).Select(component => Cell(fit.Loadings(component)[feature]))]))];
    }

    private static LoadingCell Cell(double loading)
    {
        var end = loading < 0 ? Palette.HeatLow : Palette.HeatHigh;
        var mix = Math.Min(1, Math.Abs(loading)) * StrongestMix;
        return new LoadingCell(
            loading.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture).Replace('-', '−'),
            NumberText.Full(loading),
            $"background:color-mix(in srgb,{end} {NumberText.Css(mix)}%,{Palette.HeatMiddle})");
    }

    private static string Tell(PrincipalComponents fit)
    {
        if (fit.Rank == 0)
        {
            return "Nothing differs: there are no directions.";
        }

        var together = 0.0;
        var enough = fit.ExplainedRatios.TakeWhile(share => (together += share) < Most).Count() + 1;
        var held = NumberText.Share(Math.Min(1, fit.ExplainedRatios.Take(enough).Sum()));
        return enough == 1
            ? $"The first of {NumberText.Count(fit.Count, "component", "components")} holds {held} of the differences."
            : $"The first {enough} of {fit.Count} components hold {held} of the differences.";
    }
}
