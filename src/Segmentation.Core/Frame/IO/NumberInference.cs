using System.Text;

namespace Segmentation.Core.Frame.IO;

/// <summary>A column of texts read as numbers in one style.</summary>
/// <param name="Reading">One number per distinct text.</param>
/// <param name="Shape">How many digits they have.</param>
/// <param name="Style">How the file writes them.</param>
internal sealed record NumberReading(CodeReading<double> Reading, NumberShape Shape, NumberStyle Style);

/// <summary>
/// Reads a column's distinct texts as numbers the way people write them: with a currency or a percent sign, thousands in
/// groups, a decimal comma, negatives in brackets. The whole column has one style, the one that fits most of its cells.
/// </summary>
internal sealed class NumberInference
{
    private readonly PresentTexts _texts;
    private readonly char _decimalSeparator;
    private readonly CodeReading<double> _reading;
    private readonly Dictionary<string, long> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<NumberStyle, long> _styles = [];
    private long _plain;
    private (char? Group, string Prefix, string Suffix, bool IsNegative, NegativeSign Sign, NumberStyle Style)? _lastStyle;
    private NumberShape _shape = new();
    private string _unit = "";
    private long _misfits;

    private NumberInference(PresentTexts texts, char decimalSeparator)
    {
        (_texts, _decimalSeparator) = (texts, decimalSeparator);
        _reading = new CodeReading<double>([.. texts.States], new double[texts.States.Length]);
    }

    /// <summary>The numbers, or null when more than one in a hundred values is none.</summary>
    /// <param name="texts">The column.</param>
    /// <param name="prefersComma">Reads <c>1,234</c> as one and a bit when the column does not tell.</param>
    public static NumberReading? Read(PresentTexts texts, bool prefersComma)
    {
        if (texts.Present == 0 || !StartsLikeNumbers(texts))
        {
            return null;
        }

        var point = new NumberInference(texts, '.').Read();
        var comma = new NumberInference(texts, ',').Read();
        var best = comma._misfits < point._misfits || (comma._misfits == point._misfits && prefersComma && comma._shape.MaxDecimals > 0 && point._shape.MaxDecimals == 0)
            ? comma
            : point;
        return best._shape.Count > 0 && PresentTexts.IsTolerable(best._misfits, best._misfits + best._shape.Count)
            ? new NumberReading(best._reading, best._shape, best.Style())
            : null;
    }

    /// <summary>True for a text that is a number in some style, although not as programs write it.</summary>
    public static bool IsStyled(string text) =>
        StyledNumber.TrySplit(text, out var number)
        && (SeparatedDigits.TryParse(text.AsSpan()[number.Core], '.', out _) || SeparatedDigits.TryParse(text.AsSpan()[number.Core], ',', out _));

    // A look at a few texts spares columns of names the whole work.
    private static bool StartsLikeNumbers(PresentTexts texts)
    {
        const int Looks = 200;
        var (looked, digits) = (0, 0);
        for (var code = 0; code < texts.States.Length && looked < Looks; code++)
        {
            if (texts.States[code] == CellState.Fits)
            {
                looked++;
                digits += texts.Cells.Texts[code].IndexOfAnyInRange((byte)'0', (byte)'9') >= 0 ? 1 : 0;
            }
        }

        return digits * 2 >= looked;
    }

    private NumberInference Read()
    {
        CountUnits();
        Span<char> buffer = stackalloc char[64];
        for (var code = 0; code < _reading.States.Length; code++)
        {
            if (_reading.States[code] == CellState.Fits && PresentTexts.IsTolerable(_misfits, _texts.Present))
            {
                _reading.States[code] = ReadText(code, buffer);
                _misfits += _reading.States[code] == CellState.Misfit ? _texts.Cells.Counts[code] : 0;
            }
        }

        if (_plain > 0)
        {
            CountStyle(NumberStyle.Plain, _plain);
        }

        return this;
    }

    private void CountUnits()
    {
        Span<char> buffer = stackalloc char[64];
        for (var code = 0; code < _reading.States.Length; code++)
        {
            if (_reading.States[code] == CellState.Fits && MayHaveUnit(_texts.Cells.Texts[code])
                && TryDecode(code, buffer, out var text) && StyledNumber.TrySplit(text, out var number) && UnitOf(text, number) is { Length: > 0 } unit)
            {
                _units[unit] = _units.GetValueOrDefault(unit) + _texts.Cells.Counts[code];
            }
        }

        _unit = _units.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => pair.Key).FirstOrDefault("");
    }

    // A unit stands at one end, and digits at the other.
    private static bool MayHaveUnit(ReadOnlySpan<byte> text) => !char.IsAsciiDigit((char)text[0]) || !char.IsAsciiDigit((char)text[^1]);

    private CellState ReadText(int code, Span<char> buffer)
    {
        var count = _texts.Cells.Counts[code];
        var bytes = _texts.Cells.Texts[code];
        if (_unit.Length == 0 && (_decimalSeparator == '.' || IsWhole(bytes)) && PlainNumber.TryParse(bytes, ref _shape, out _reading.Values[code], count))
        {
            _plain += count;
            return CellState.Fits;
        }

        if (!TryDecode(code, buffer, out var text) || !StyledNumber.TrySplit(text, out var number)
            || !SeparatedDigits.TryParse(text[number.Core], _decimalSeparator, out var digits) || !HasColumnsUnit(text, number, digits))
        {
            return MissingTokens.IsInfinite(_texts.Cells.Texts.GetString(code)) ? CellState.Infinite : CellState.Misfit;
        }

        _reading.Values[code] = number.IsNegative ? -digits.Value : digits.Value;
        _shape.Add(digits.Whole, digits.LeadingZero, digits.Decimals, digits.Value, hasExponent: false, count);
        CountStyle(StyleOf(text, number, digits), count);
        return CellState.Fits;
    }

    // A few digits are the same number whatever the decimal separator.
    private static bool IsWhole(ReadOnlySpan<byte> text) => text.Length < 16 && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    // A bare number beside amounts of one currency is such an amount; beside percentages it may be a fraction.
    private bool HasColumnsUnit(ReadOnlySpan<char> text, in StyledNumber number, in SeparatedDigits digits)
    {
        var unit = UnitOf(text, number);
        return unit == _unit || (unit.Length == 0 && (_unit != "%" || digits.Value == 0));
    }

    private bool TryDecode(int code, Span<char> buffer, out ReadOnlySpan<char> text)
    {
        var bytes = _texts.Cells.Texts[code];
        text = bytes.Length <= buffer.Length ? buffer[..Encoding.UTF8.GetChars(bytes, buffer)] : [];
        return text.Length > 0;
    }

    private static string UnitOf(ReadOnlySpan<char> text, in StyledNumber number)
    {
        var prefix = text[number.Prefix].Trim();
        var suffix = text[number.Suffix].Trim();
        return prefix.IsEmpty ? suffix.ToString() : suffix.IsEmpty ? prefix.ToString() : $"{prefix} {suffix}";
    }

    // Neighbouring cells are mostly alike, and then no new style is made.
    private NumberStyle StyleOf(ReadOnlySpan<char> text, in StyledNumber number, in SeparatedDigits digits)
    {
        var (prefix, suffix) = (number.Prefix, number.Suffix);
        if (_lastStyle is { } last && last.Group == digits.Group && last.IsNegative == number.IsNegative && last.Sign == number.Sign
            && text[prefix].SequenceEqual(last.Prefix) && text[suffix].SequenceEqual(last.Suffix))
        {
            return last.Style;
        }

        var style = new NumberStyle(_decimalSeparator, digits.Group?.ToString() ?? "", text[prefix].ToString(), text[suffix].ToString())
        {
            NegativeSign = number.IsNegative ? number.Sign : NegativeSign.BeforePrefix,
        };
        _lastStyle = (digits.Group, style.Prefix, style.Suffix, number.IsNegative, number.Sign, style);
        return style;
    }

    private void CountStyle(NumberStyle style, long count) => _styles[style] = _styles.GetValueOrDefault(style) + count;

    // Each trait by majority of the cells that can show it: only large numbers have groups, only negative ones a sign.
    private NumberStyle Style()
    {
        var decimals = _shape.Decimals;
        var affixes = Most(_styles, _ => true, style => (style.Prefix, style.Suffix));
        return new NumberStyle(
            _decimalSeparator,
            Most(_styles, style => style.GroupSeparator.Length > 0, style => style.GroupSeparator) ?? "",
            affixes.Prefix ?? "",
            affixes.Suffix ?? "",
            decimals,
            _shape.MinimumDigits)
        {
            NegativeSign = Most(_styles, style => style.NegativeSign != NegativeSign.BeforePrefix, style => style.NegativeSign),
        };
    }

    private static TTrait? Most<TTrait>(Dictionary<NumberStyle, long> styles, Func<NumberStyle, bool> shows, Func<NumberStyle, TTrait> trait) =>
        styles.Where(pair => shows(pair.Key)).GroupBy(pair => trait(pair.Key)).OrderByDescending(group => group.Sum(pair => pair.Value))
            .Select(group => group.Key).FirstOrDefault();
}
