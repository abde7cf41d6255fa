using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Core.Numerics;

/// <summary>Eight numbers in a vector of 256 bits.</summary>
internal readonly unsafe struct Lanes256 : ILanes<Lanes256>
{
    private readonly Vector256<float> _lanes;

    private Lanes256(Vector256<float> lanes) => _lanes = lanes;

    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lanes256(Vector256<float> lanes) => new(lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Load(float* from) => Vector256.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Fill(float number) => Vector256.Create(number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator +(Lanes256 left, Lanes256 right) => left._lanes + right._lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator -(Lanes256 left, Lanes256 right) => left._lanes - right._lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 operator *(Lanes256 left, Lanes256 right) => left._lanes * right._lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 MultiplyAdd(Lanes256 left, Lanes256 right, Lanes256 sum) =>
        Vector256.FusedMultiplyAdd(left._lanes, right._lanes, sum._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Sqrt(Lanes256 number) => Vector256.Sqrt(number._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Min(Lanes256 left, Lanes256 right) => Vector256.MinNative(left._lanes, right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Max(Lanes256 left, Lanes256 right) => Vector256.MaxNative(left._lanes, right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 WhereLess(Lanes256 left, Lanes256 right, Lanes256 then, Lanes256 otherwise) =>
        Vector256.ConditionalSelect(Vector256.LessThan(left._lanes, right._lanes), then._lanes, otherwise._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Least(Lanes256 numbers) => Lanes128.Least(Vector128.MinNative(numbers._lanes.GetLower(), numbers._lanes.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes(Lanes256 numbers, byte* to)
    {
        for (var lane = 0; lane < Count; lane++)
        {
            to[lane] = (byte)numbers._lanes[lane];
        }
    }
}
