using Segmentation.Core.Collections;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Figures;

/// <summary>One choice made otherwise.</summary>
/// <param name="Name">The choice.</param>
/// <param name="Share">How much of the segments is left, for people; a dash where that cannot be said.</param>
/// <param name="Words">The same in words.</param>
/// <param name="Detail">All digits.</param>
/// <param name="Style">CSS of its cell.</param>
public readonly record struct SensitivityCell(string Name, string Share, string Words, string Detail, string Style);

/// <summary>Which choices matter.</summary>
/// <param name="Sentence">The choice that matters most.</param>
/// <param name="Cells">Those that change most first.</param>
public sealed record SensitivityFigure(string Sentence, ValueList<SensitivityCell> Cells)
{
    private const double StrongestMix = 55;

    /// <summary>The figure of what was found so far.</summary>
    public static SensitivityFigure Of(IReadOnlyList<SensitivityResult> found)
    {
        ArgumentNullException.ThrowIfNull(found);
        var known = found.Where(result => result.Agreement is not null).OrderBy(result => result.Agreement).ToArray();
        return new SensitivityFigure(
            known.Length == 0 ? "" : Tell(known[0]),
            [.. known.Concat(found.Where(result => result.Agreement is null)).Select(Cell)]);
    }

    private static string Tell(SensitivityResult most) => most.Agreement > 0.95
        ? "None of these choices changes the segments much."
        : $"“{most.Variation.Name}” changes most: {NumberText.Share(Math.Max(0, most.Agreement!.Value))} agreement.";

    private static SensitivityCell Cell(SensitivityResult result)
    {
        if (result.Agreement is not { } agreement)
        {
            return new SensitivityCell(result.Variation.Name, "–", "not possible with these data", "", "");
        }

        var left = Math.Clamp(agreement, 0, 1);
        var mix = (1 - left) * StrongestMix;
        return new SensitivityCell(
            result.Variation.Name, NumberText.Share(left), Say(agreement), $"Adjusted Rand index {NumberText.Full(agreement)}",
            $"background:color-mix(in srgb,{Palette.HeatHigh} {NumberText.Css(mix)}%,{Palette.HeatMiddle})");
    }

    private static string Say(double agreement) => agreement switch
    {
        > 0.99 => "the same segments",
        > 0.9 => "nearly the same",
        > 0.65 => "mostly the same",
        > 0.3 => "partly other segments",
        _ => "quite other segments",
    };
}
