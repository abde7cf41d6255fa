using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Segmentation.Core.Frame.IO;

/// <summary>What the plain numbers of a column look like, gathered cell by cell and independent of their order.</summary>
internal struct NumberShape
{
    private const double LargestExactInteger = 1L << 53;
    private const int DigitsOfExactIntegers = 15;
    private const int MostDigits = 63;

    // One bit per number of digits that came up, in front of the point and behind it.
    private ulong _wholes;
    private ulong _decimals;
    private bool _hasLeadingZeros;
    private bool _hasExponents;
    private bool _hasInexactIntegers;

    public NumberShape()
    {
    }

    public long Count { get; private set; }

    public readonly int MaxDecimals => MostDigits - BitOperations.LeadingZeroCount(_decimals | 1);

    public readonly bool IsInteger => MaxDecimals == 0 && !_hasExponents;

    /// <summary>Codes rather than numbers: as numbers they would lose leading zeros or digits.</summary>
    public readonly bool IsCode => IsInteger && (_hasInexactIntegers || (_hasLeadingZeros && !BitOperations.IsPow2(_wholes)));

    public readonly bool IsEightDigits => IsInteger && _wholes == 1UL << 8;

    /// <summary>Digits behind the point when all have as many, and any.</summary>
    public readonly int? Decimals => BitOperations.IsPow2(_decimals) && MaxDecimals > 0 && !_hasExponents ? MaxDecimals : null;

    public readonly int MinimumDigits => _hasLeadingZeros && BitOperations.IsPow2(_wholes) ? BitOperations.TrailingZeroCount(_wholes) : 1;

    /// <summary>Notes <paramref name="count"/> cells that hold one number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int whole, bool leadingZero, int decimals, double value, bool hasExponent, long count)
    {
        Count += count;
        _wholes |= 1UL << Math.Min(whole, MostDigits);
        _decimals |= 1UL << Math.Min(decimals, MostDigits);
        _hasLeadingZeros |= leadingZero && whole > 1;
        _hasExponents |= hasExponent;
        if (whole > DigitsOfExactIntegers)
        {
            _hasInexactIntegers |= decimals == 0 && !hasExponent && Math.Abs(value) > LargestExactInteger;
        }
    }

    public void Add(in NumberShape other)
    {
        Count += other.Count;
        _wholes |= other._wholes;
        _decimals |= other._decimals;
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

    private static ReadOnlySpan<double> PowersOfTen =>
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Parses a trimmed, finite number and notes how it is written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryParse(ReadOnlySpan<byte> text, ref NumberShape shape, out double value, long count = 1)
    {
        if (ShortNumber.TryParse(text, out var mantissa, out var whole, out var decimals))
        {
            value = mantissa / PowersOfTen[decimals];
            shape.Add(whole, text[0] == (byte)'0', decimals, value, hasExponent: false, count);
            return true;
        }

        return TryParseAny(text, ref shape, out value, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryParseAny(ReadOnlySpan<byte> text, ref NumberShape shape, out double value, long count)
    {
        var start = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        var mantissa = 0UL;
        var point = -1;
        var place = start;
        for (; place < text.Length; place++)
        {
            var digit = (uint)(text[place] - '0');
            if (digit <= 9)
            {
                mantissa = (mantissa * 10) + digit;   // wraps beyond 19 digits, where it is not used
            }
            else if (text[place] == (byte)'.' && point < 0)
            {
                point = place;
            }
            else
            {
                break;
            }
        }

        var whole = (point < 0 ? place : point) - start;
        var decimals = point < 0 ? 0 : place - point - 1;
        value = 0;
        if (whole + decimals == 0)
        {
            return false;
        }

        if (place == text.Length && whole + decimals <= MostDigits && mantissa <= ExactMantissa)
        {
            value = mantissa / PowersOfTen[decimals];
            value = text[0] == (byte)'-' ? -value : value;
            shape.Add(whole, text[start] == (byte)'0', decimals, value, hasExponent: false, count);
            return true;
        }

        return TryParseSlowly(text, place, text.Slice(start, whole), decimals, ref shape, out value, count);
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
