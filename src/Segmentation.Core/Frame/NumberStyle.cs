using System.Globalization;
using System.Text;

namespace Segmentation.Core.Frame;

/// <summary>Where a file writes the sign of a negative number.</summary>
public enum NegativeSign
{
    /// <summary>In front of everything: <c>-$ 5</c>.</summary>
    BeforePrefix,

    /// <summary>Between prefix and digits: <c>$ -5</c>.</summary>
    AfterPrefix,

    /// <summary>As brackets around everything: <c>($ 5)</c>.</summary>
    Parentheses,
}

/// <summary>How a file writes the numbers of a column, so that an export can write them alike.</summary>
/// <param name="DecimalSeparator">Point or comma.</param>
/// <param name="GroupSeparator">Between thousands; empty for none.</param>
/// <param name="Prefix">In front of the number, such as <c>"R$ "</c>.</param>
/// <param name="Suffix">Behind the number, such as <c>" %"</c>; the value of <c>12 %</c> is 12.</param>
/// <param name="Decimals">Digits after the separator when all cells have as many; null writes as many as are needed.</param>
/// <param name="MinimumDigits">Whole digits to pad to with zeros, for codes such as <c>00042</c>.</param>
public sealed record NumberStyle(
    char DecimalSeparator = '.',
    string GroupSeparator = "",
    string Prefix = "",
    string Suffix = "",
    int? Decimals = null,
    int MinimumDigits = 1)
{
    // Beyond this many zeros the scientific notation reads better, and no file writes them out.
    private const int LongestPlainExponent = 25;

    /// <summary>Invariant, as many digits as are needed.</summary>
    public static NumberStyle Plain { get; } = new();

    /// <summary>Where the minus of a negative number stands.</summary>
    public NegativeSign NegativeSign { get; init; }

    /// <summary>Writes <paramref name="value"/> in this style. Without <see cref="Decimals"/> it reads back as the same number.</summary>
    public string Format(double value)
    {
        var text = Decimals is { } decimals
            ? value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : Shortest(value);
        return this == Plain || text.Contains('E', StringComparison.Ordinal) ? text : Dress(text);
    }

    private static string Shortest(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        if (mark < 0)
        {
            return text;
        }

        var exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (Math.Abs(exponent) > LongestPlainExponent)
        {
            return text;
        }

        return Expand(text[0] == '-' ? "-" : "", text[..mark].Replace(".", "", StringComparison.Ordinal).TrimStart('-'), exponent);
    }

    private static string Expand(string sign, string digits, int exponent) =>
        exponent < 0 ? sign + "0." + new string('0', -exponent - 1) + digits
        : digits.Length <= exponent + 1 ? sign + digits.PadRight(exponent + 1, '0')
        : sign + digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];

    private string Dress(string text)
    {
        var negative = text[0] == '-';
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = text[(negative ? 1 : 0)..(point < 0 ? text.Length : point)].PadLeft(MinimumDigits, '0');
        var number = new StringBuilder(text.Length + Prefix.Length + Suffix.Length + 8);
        number.Append(negative && NegativeSign == NegativeSign.BeforePrefix ? "-" : "");
        number.Append(negative && NegativeSign == NegativeSign.Parentheses ? "(" : "");
        number.Append(Prefix);
        number.Append(negative && NegativeSign == NegativeSign.AfterPrefix ? "-" : "");
        AppendGrouped(number, whole);
        if (point >= 0)
        {
            number.Append(DecimalSeparator).Append(text, point + 1, text.Length - point - 1);
        }

        number.Append(Suffix);
        return number.Append(negative && NegativeSign == NegativeSign.Parentheses ? ")" : "").ToString();
    }

    private void AppendGrouped(StringBuilder target, string whole)
    {
        for (var i = 0; i < whole.Length; i++)
        {
            if (i > 0 && (whole.Length - i) % 3 == 0)
            {
                target.Append(GroupSeparator);
            }

            target.Append(whole[i]);
        }
    }
}
