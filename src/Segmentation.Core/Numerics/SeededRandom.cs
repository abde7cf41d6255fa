using System.Numerics;

namespace Segmentation.Core.Numerics;

/// <summary>
/// xoshiro256** (Blackman and Vigna 2018), seeded through SplitMix64. The same seed gives the same sequence on every
/// machine and runtime, which <see cref="Random"/> does not promise. Not for secrets.
/// </summary>
public sealed class SeededRandom
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    /// <summary>A sequence of its own for each pair of <paramref name="seed"/> and <paramref name="stream"/>.</summary>
    public SeededRandom(int seed, int stream = 0)
    {
        var state = ((ulong)(uint)seed << 32) | (uint)stream;
        (_s0, _s1, _s2, _s3) = (SplitMix(ref state), SplitMix(ref state), SplitMix(ref state), SplitMix(ref state));
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var shifted = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= shifted;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A whole number in [0, <paramref name="exclusiveMaximum"/>), without modulo bias.</summary>
    public int Next(int exclusiveMaximum)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exclusiveMaximum);
        var bound = (ulong)exclusiveMaximum;
        ulong high;
        ulong low;
        do
        {
            high = Math.BigMul(NextBits(), bound, out low);
        }
        while (low < (ulong.MaxValue - bound + 1) % bound);   // Lemire 2019

        return (int)high;
    }

    /// <summary>A standard normal number (Marsaglia's polar method; the second of the pair is dropped).</summary>
    public double NextNormal()
    {
        double u;
        double s;
        do
        {
            u = (2 * NextDouble()) - 1;
            var v = (2 * NextDouble()) - 1;
            s = (u * u) + (v * v);
        }
        while (s is >= 1 or 0);

        return u * Math.Sqrt(-2 * Math.Log(s) / s);
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
