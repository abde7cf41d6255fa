using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Segmentation.Core.Frame.IO;

/// <summary>
/// Parses unsigned numbers of one to eight characters, which most cells are, all characters at once in the bytes of one
/// 64-bit integer (the digit arithmetic is Lemire's, 2018).
/// </summary>
internal static class ShortNumber
{
    private const int Most = 8;
    private const ulong Zeros = 0x3030303030303030;
    private const ulong Points = 0x2E2E2E2E2E2E2E2E;
    private const ulong Ones = 0x0101010101010101;
    private const ulong HighBits = 0x8080808080808080;

    /// <summary>True for digits with at most one point.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="digits">All digits as one whole number.</param>
    /// <param name="whole">Digits in front of the point.</param>
    /// <param name="decimals">Digits behind it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryParse(ReadOnlySpan<byte> text, out ulong digits, out int whole, out int decimals)
    {
        (digits, whole, decimals) = (0, text.Length, 0);
        if (text.Length is 0 or > Most)
        {
            return false;
        }

        var bytes = Load(text);
        var count = text.Length;
        var difference = bytes ^ Points;
        var found = (difference - Ones) & ~difference & HighBits;
        var point = BitOperations.TrailingZeroCount(found) / 8;
        if (point < count)
        {
            var front = (1UL << (8 * point)) - 1;
            bytes = (bytes & front) | ((bytes >> 8) & ~front);
            count--;
            (whole, decimals) = (point, count - point);
        }

        if (count == 0)
        {
            return false;
        }

        // Zeros in front make it eight digits.
        bytes = count == Most ? bytes : (bytes << (8 * (Most - count))) | (Zeros >> (8 * count));
        if ((((bytes + 0x4646464646464646) | (bytes - Zeros)) & HighBits) != 0)
        {
            return false;
        }

        digits = Value(bytes - Zeros);
        return true;
    }

    /// <summary>Up to eight bytes, the first in the lowest byte; two loads that may overlap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Load(ReadOnlySpan<byte> text)
    {
        if (text.Length == Most)
        {
            return BinaryPrimitives.ReadUInt64LittleEndian(text);
        }

        if (text.Length >= 4)
        {
            ulong start = BinaryPrimitives.ReadUInt32LittleEndian(text);
            ulong end = BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]);
            return start | (end << (8 * (text.Length - 4)));
        }

        var value = text.Length > 0 ? text[0] : 0UL;
        value |= text.Length > 1 ? (ulong)text[1] << 8 : 0;
        return value | (text.Length > 2 ? (ulong)text[2] << 16 : 0);
    }

    // Pairs, then fours, then all eight digits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Value(ulong digits)
    {
        const ulong EveryFourth = 0x000000FF000000FF;
        const ulong HundredAndMillion = 100 + (1_000_000UL << 32);
        const ulong OneAndTenThousand = 1 + (10_000UL << 32);
        digits = (digits * 10) + (digits >> 8);
        return (((digits & EveryFourth) * HundredAndMillion) + (((digits >> 16) & EveryFourth) * OneAndTenThousand)) >> 32;
    }
}
