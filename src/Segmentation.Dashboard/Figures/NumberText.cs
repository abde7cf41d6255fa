using System.Globalization;

namespace Segmentation.Dashboard.Figures;

/// <summary>Numbers as people read them: three significant digits, thousands separators, no exponent unless it cannot be helped.</summary>
public static class NumberText
{
    private const int Digits = 3;
    private const double Largest = 1e15;
    private const double Smallest = 1e-6;

    /// <summary>A measured value, rounded to three significant digits.</summary>
    public static string Rounded(double value)
    {
        var size = Math.Abs(value);
        if (size is 0 || !double.IsFinite(value))
        {
            return size is 0 ? "0" : "–";
        }

        if (size is >= Largest or < Smallest)
        {
            return value.ToString("G3", CultureInfo.InvariantCulture);
        }

        var decimals = Digits - 1 - (int)Math.Floor(Math.Log10(size));
        if (decimals >= 0)
        {
            return Math.Round(value, Math.Min(decimals, 15), MidpointRounding.AwayFromZero).ToString("#,0.########", CultureInfo.InvariantCulture);
        }

        var step = Math.Pow(10, -decimals);
        return (Math.Round(value / step, MidpointRounding.AwayFromZero) * step).ToString("N0", CultureInfo.InvariantCulture);
    }

    /// <summary>All digits that the number has, with thousands separators.</summary>
    public static string Full(double value) => Math.Abs(value) is >= Largest or (> 0 and < Smallest)
        ? value.ToString("R", CultureInfo.InvariantCulture)
        : value.ToString("#,0.###############", CultureInfo.InvariantCulture);

    /// <summary>How many, exactly.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>How many of what: <c>1 customer</c>, <c>2,400 customers</c>.</summary>
    public static string Count(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";

    /// <summary>A share of 0 to 1 in per cent: whole from 10 %, one decimal below, and never 0 % or 100 % for what is not.</summary>
    public static string Share(double share) => (share * 100) switch
    {
        0 => "0 %",
        < 0.1 => "under 0.1 %",
        < 9.95 => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %",
        >= 99.5 and < 100 => "over 99 %",
        var percent => percent.ToString("0", CultureInfo.InvariantCulture) + " %",
    };

    /// <summary>A number for a style or a path, whatever the culture.</summary>
    public static string Css(double value) => Math.Round(value, 3).ToString(CultureInfo.InvariantCulture);
}
