using System.Globalization;

namespace Segmentation.Core.Frame.IO;

/// <summary>A number as people write it, taken apart: sign, unit, digits and separators.</summary>
internal readonly record struct StyledNumber(bool IsNegative, NegativeSign Sign, Range Prefix, Range Core, Range Suffix)
{
    private static readonly HashSet<string> s_units = new(StringComparer.Ordinal)
    {
        "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "CAD", "AUD", "NZD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN", "TRY", "RUB",
        "UAH", "INR", "IDR", "MYR", "SGD", "HKD", "TWD", "KRW", "THB", "VND", "PHP", "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "ZAR", "NGN",
        "EGP", "ILS", "SAR", "AED", "KES", "MAD", "PKR", "BDT", "ISK", "kr", "kr.", "zł", "Kč", "Ft", "Fr.", "Rs", "Rs.", "lei", "руб.", "%",
    };

    /// <summary>The unit in a prefix or suffix: a currency's sign or code, or the percent sign. False for any other text.</summary>
    public static bool IsUnit(ReadOnlySpan<char> affix)
    {
        var unit = affix.Trim();
        if (unit.IsEmpty || s_units.GetAlternateLookup<ReadOnlySpan<char>>().Contains(unit))
        {
            return true;
        }

        var signs = 0;
        foreach (var character in unit)
        {
            var isSign = char.GetUnicodeCategory(character) == UnicodeCategory.CurrencySymbol;
            signs += isSign ? 1 : 0;
            if (!isSign && !char.IsAsciiLetterUpper(character))
            {
                return false;
            }
        }

        return signs == 1 && unit.Length <= 4;
    }

    /// <summary>Takes a trimmed text apart; false when it is no number with at most a unit around it.</summary>
    public static bool TrySplit(ReadOnlySpan<char> text, out StyledNumber number)
    {
        number = default;
        var (start, end) = (0, text.Length);
        var inParentheses = end > 2 && text[0] == '(' && text[^1] == ')';
        if (inParentheses)
        {
            (start, end) = (1, end - 1);
        }

        var leadingSign = TakeSign(text, ref start, end);
        var prefix = start;
        while (start < end && !StartsDigits(text[start..end]) && !IsSign(text[start]))
        {
            start++;
        }

        var prefixEnd = start;
        var innerSign = TakeSign(text, ref start, end);
        var core = start;
        var coreEnd = end;
        while (coreEnd > core && !char.IsAsciiDigit(text[coreEnd - 1]))
        {
            coreEnd--;
        }

        var signs = (inParentheses ? 1 : 0) + (leadingSign is null ? 0 : 1) + (innerSign is null ? 0 : 1);
        if (coreEnd == core || signs > 1 || !IsUnit(text[prefix..prefixEnd]) || !IsUnit(text[coreEnd..end]))
        {
            return false;
        }

        var style = inParentheses ? NegativeSign.Parentheses : innerSign is null || prefixEnd == prefix ? NegativeSign.BeforePrefix : NegativeSign.AfterPrefix;
        number = new StyledNumber(inParentheses || leadingSign == '-' || innerSign == '-', style, prefix..prefixEnd, core..coreEnd, coreEnd..end);
        return true;
    }

    private static bool IsSign(char character) => character is '-' or '+' or '\u2212';

    private static bool StartsDigits(ReadOnlySpan<char> text) =>
        char.IsAsciiDigit(text[0]) || (text.Length > 1 && text[0] is '.' or ',' && char.IsAsciiDigit(text[1]));

    private static char? TakeSign(ReadOnlySpan<char> text, ref int start, int end)
    {
        if (start >= end || !IsSign(text[start]))
        {
            return null;
        }

        var sign = text[start++];
        while (start < end && text[start] == ' ')
        {
            start++;
        }

        return sign == '+' ? '+' : '-';
    }
}

/// <summary>The digits of a number read with one choice of decimal separator.</summary>
/// <param name="Value">Never negative.</param>
/// <param name="Group">What stands between thousands; null when nothing does.</param>
/// <param name="Whole">Digits in front of the decimal separator.</param>
/// <param name="Decimals">Digits behind it.</param>
/// <param name="LeadingZero">Whether the first digit is a zero.</param>
internal readonly record struct SeparatedDigits(double Value, char? Group, int Whole, int Decimals, bool LeadingZero)
{
    private const int MostDigits = 40;

    /// <summary>Reads digits with thousands in groups of three and at most one decimal separator.</summary>
    public static bool TryParse(ReadOnlySpan<char> core, char decimalSeparator, out SeparatedDigits digits)
    {
        digits = default;
        var point = core.LastIndexOf(decimalSeparator);
        var whole = point < 0 ? core : core[..point];
        var fraction = point < 0 ? [] : core[(point + 1)..];
        Span<char> plain = stackalloc char[MostDigits];
        if (core.Length >= MostDigits || fraction.ContainsAnyExceptInRange('0', '9') || (point >= 0 && fraction.IsEmpty)
            || !TryJoin(whole, plain, out var length, out var group) || group == decimalSeparator)
        {
            return false;
        }

        plain[length] = '.';
        fraction.CopyTo(plain[(length + 1)..]);
        var text = plain[..(length + (point < 0 ? 0 : 1 + fraction.Length))];
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        digits = new SeparatedDigits(value, group, length, fraction.Length, length > 0 && plain[0] == '0');
        return true;
    }

    private static bool IsGroup(char character) => character is ',' or '.' or ' ' or '\'' or '\u2019' or '\u00A0' or '\u202F';

    // A first group of one to three digits that is no zero, then groups of exactly three, all after the same separator.
    private static bool TryJoin(ReadOnlySpan<char> whole, Span<char> target, out int length, out char? group)
    {
        (length, group) = (0, null);
        var run = 0;
        foreach (var character in whole)
        {
            if (char.IsAsciiDigit(character))
            {
                target[length++] = character;
                run++;
                continue;
            }

            var isFirst = group is null;
            if (!IsGroup(character) || (!isFirst && group != character) || (isFirst ? run is < 1 or > 3 || target[0] == '0' : run != 3))
            {
                return false;
            }

            (group, run) = (character, 0);
        }

        return group is null || run == 3;
    }
}
