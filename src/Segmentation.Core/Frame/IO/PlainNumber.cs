using System.Globalization;

namespace Segmentation.Core.Frame.IO;

/// <summary>What the plain numbers of a column look like, gathered cell by cell and independent of their order.</summary>
internal struct NumberShape
{
    private const long LargestExactInteger = 1L << 53;

    private int _minDecimals;
    private int _minWhole;
    private int _maxWhole;
    private bool _hasLeadingZeros;
    private bool _hasExponents;
    private bool _hasInexactIntegers;

    public NumberShape() => (_minDecimals, _minWhole) = (int.MaxValue, int.MaxValue);

    public long Count { get; private set; }

    public int MaxDecimals { get; private set; }

    public readonly bool IsInteger => MaxDecimals == 0 && !_hasExponents;

    /// <summary>Codes rather than numbers: as numbers they would lose leading zeros or digits.</summary>
    public readonly bool IsCode => IsInteger && (_hasInexactIntegers || (_hasLeadingZeros && _minWhole != _maxWhole));

    public readonly bool IsEightDigits => IsInteger && _minWhole == 8 && _maxWhole == 8;

    public readonly int? Decimals => _minDecimals == MaxDecimals && MaxDecimals > 0 && !_hasExponents ? MaxDecimals : null;

    public readonly int MinimumDigits => _hasLeadingZeros && _minWhole == _maxWhole ? _minWhole : 1;

    /// <summary>Notes <paramref name="count"/> cells that hold one number.</summary>
    public void Add(int whole, bool leadingZero, int decimals, double value, bool hasExponent, long count)
    {
        Count += count;
        _minDecimals = Math.Min(_minDecimals, decimals);
        MaxDecimals = Math.Max(MaxDecimals, decimals);
        _minWhole = Math.Min(_minWhole, whole);
        _maxWhole = Math.Max(_maxWhole, whole);
        _hasLeadingZeros |= leadingZero && whole > 1;
        _hasExponents |= hasExponent;
        _hasInexactIntegers |= decimals == 0 && !hasExponent && Math.Abs(value) > LargestExactInteger;
    }

    public void Add(in NumberShape other)
    {
        Count += other.Count;
        _minDecimals = Math.Min(_minDecimals, other._minDecimals);
        MaxDecimals = Math.Max(MaxDecimals, other.MaxDecimals);
        _minWhole = Math.Min(_minWhole, other._minWhole);
        _maxWhole = Math.Max(_maxWhole, other._maxWhole);
        _hasLeadingZeros |= other._hasLeadingZeros;
        _hasExponents |= other._hasExponents;
        _hasInexactIntegers |= other._hasInexactIntegers;
    }
}

/// <summary>Parses numbers as programs write them: sign, digits, point, digits, exponent. Nothing else around them.</summary>
internal static class PlainNumber
{
    // A mantissa below 2^53 and a power of ten up to 10^22 are both exact, so their quotient is rounded once (Clinger 1990).
    private const ulong ExactMantissa = 1UL << 53;
    private const int MostDigits = 18;

    private static readonly double[] s_powersOfTen = [.. Enumerable.Range(0, 23).Select(power => double.Parse($"1e{power}", CultureInfo.InvariantCulture))];

    /// <summary>Parses a trimmed, finite number and notes how it is written.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, ref NumberShape shape, out double value, long count = 1)
    {
        var start = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        var mantissa = 0UL;
        var place = Digits(text, start, ref mantissa);
        var whole = place - start;
        var decimals = 0;
        if (place < text.Length && text[place] == (byte)'.')
        {
            var end = Digits(text, place + 1, ref mantissa);
            decimals = end - place - 1;
            place = end;
        }

        value = 0;
        if (whole + decimals == 0)
        {
            return false;
        }

        if (place == text.Length && whole + decimals <= MostDigits && mantissa <= ExactMantissa)
        {
            value = mantissa / s_powersOfTen[decimals];
            value = text[0] == (byte)'-' ? -value : value;
            shape.Add(whole, text[start] == (byte)'0', decimals, value, hasExponent: false, count);
            return true;
        }

        return TryParseSlowly(text, place, text.Slice(start, whole), decimals, ref shape, out value, count);
    }

    private static int Digits(ReadOnlySpan<byte> text, int place, ref ulong mantissa)
    {
        for (; place < text.Length; place++)
        {
            var digit = (uint)(text[place] - '0');
            if (digit > 9)
            {
                break;
            }

            mantissa = (mantissa * 10) + digit;   // wraps beyond 19 digits, where it is not used
        }

        return place;
    }

    private static bool TryParseSlowly(
        ReadOnlySpan<byte> text, int end, ReadOnlySpan<byte> whole, int decimals, ref NumberShape shape, out double value, long count)
    {
        value = 0;
        var hasExponent = end < text.Length;
        if (hasExponent && text[end] is not ((byte)'e' or (byte)'E'))
        {
            return false;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out value) || !double.IsFinite(value))
        {
            return false;
        }

        shape.Add(whole.Length, whole.StartsWith((byte)'0'), decimals, value, hasExponent, count);
        return true;
    }
}
