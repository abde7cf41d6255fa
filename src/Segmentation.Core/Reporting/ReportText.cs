using System.Globalization;
using Segmentation.Core.Frame;
using Segmentation.Core.Profiling;

namespace Segmentation.Core.Reporting;

/// <summary>Names and numbers as a report writes them.</summary>
internal static class ReportText
{
    private const int LongestName = 80;
    private const double NeedsSeparators = 10_000;

    // Cohen 1988 calls differences of 0.2, 0.5 and 0.8 standard deviations small, medium and large.
    private const double Small = 0.2;
    private const double Large = 0.8;

    /// <summary>Three significant digits, but no whole ones lost; thousands separated from 10,000 on, so that years stay years.</summary>
    public static string Number(double value)
    {
        if (!double.IsFinite(value))
        {
            return "–";
        }

        var size = Math.Abs(value);
        if (size is >= 1e15 or (< 1e-6 and > 0))
        {
            return value.ToString("G3", CultureInfo.InvariantCulture);
        }

        var decimals = size == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 8);
        return Math.Round(value, decimals).ToString(size < NeedsSeparators ? "0.########" : "#,0", CultureInfo.InvariantCulture);
    }

    /// <summary>How many.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share of 0 to 1 in per cent.</summary>
    public static string Share(double share) =>
        (100 * share).ToString(share is > 0 and < 0.1 ? "0.0" : "0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A place in a drawing.</summary>
    public static string At(double place) => place.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A name of the file that is not longer than a page is wide.</summary>
    public static string Name(string name)
    {
        var length = Math.Min(name.Length, LongestName);
        return name.Length <= LongestName ? name : name[..(char.IsHighSurrogate(name[length - 1]) ? length - 1 : length)] + "…";
    }

    /// <summary>A trait in words: <c>Income much higher: 86.5 against 60.6</c>.</summary>
    public static string Trait(Trait trait, bool isShare)
    {
        var direction = trait.StandardisedDifference > 0 ? "higher" : "lower";
        var word = Math.Abs(trait.StandardisedDifference) switch
        {
            < Small => "about average",
            < Large => direction,
            _ => $"much {direction}",
        };
        return $"{Name(trait.Feature)} {word}: {Mean(trait.Mean, isShare)} against {Mean(trait.OverallMean, isShare)}";
    }

    /// <summary>A mean, or the share of a category.</summary>
    public static string Mean(double mean, bool isShare) => double.IsNaN(mean) ? "–" : isShare ? Share(mean) : Number(mean);

    /// <summary>What kind of column it is, in a word.</summary>
    public static string Type(ColumnType type) => type switch
    {
        ColumnType.Integer => "whole numbers",
        ColumnType.Number => "numbers",
        ColumnType.Date => "dates",
        ColumnType.Boolean => "yes or no",
        ColumnType.Category => "categories",
        _ => "text",
    };
}
