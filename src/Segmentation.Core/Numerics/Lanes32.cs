using System.Runtime.CompilerServices;

namespace Segmentation.Core.Numerics;

/// <summary>One number: what the vectors are tested against, and what remains where there are none.</summary>
internal readonly unsafe struct Lanes32 : ILanes<Lanes32>
{
    private readonly float _lane;

    private Lanes32(float lane) => _lane = lane;

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lanes32(float lane) => new(lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes32 Load(float* from) => *from;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes32 Fill(float number) => number;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes32 operator +(Lanes32 left, Lanes32 right) => left._lane + right._lane;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes32 operator -(Lanes32 left, Lanes32 right) => left._lane - right._lane;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes32 operator *(Lanes32 left, Lanes32 right) => left._lane * right._lane;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes32 MultiplyAdd(Lanes32 left, Lanes32 right, Lanes32 sum) => MathF.FusedMultiplyAdd(left._lane, right._lane, sum._lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes32 Sqrt(Lanes32 number) => MathF.Sqrt(number._lane);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes32 Min(Lanes32 left, Lanes32 right) => left._lane < right._lane ? left : right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes32 Max(Lanes32 left, Lanes32 right) => left._lane > right._lane ? left : right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes32 WhereLess(Lanes32 left, Lanes32 right, Lanes32 then, Lanes32 otherwise) => left._lane < right._lane ? then : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Least(Lanes32 numbers) => numbers._lane;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes(Lanes32 numbers, byte* to) => *to = (byte)numbers._lane;
}
