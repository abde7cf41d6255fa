using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Segmentation.Core.Numerics;

/// <summary>Four numbers in a vector of 128 bits.</summary>
internal readonly unsafe struct Lanes128 : ILanes<Lanes128>
{
    private readonly Vector128<float> _lanes;

    private Lanes128(Vector128<float> lanes) => _lanes = lanes;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lanes128(Vector128<float> lanes) => new(lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Load(float* from) => Vector128.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Fill(float number) => Vector128.Create(number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator +(Lanes128 left, Lanes128 right) => left._lanes + right._lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator -(Lanes128 left, Lanes128 right) => left._lanes - right._lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 operator *(Lanes128 left, Lanes128 right) => left._lanes * right._lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 MultiplyAdd(Lanes128 left, Lanes128 right, Lanes128 sum) =>
        Vector128.FusedMultiplyAdd(left._lanes, right._lanes, sum._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Sqrt(Lanes128 number) => Vector128.Sqrt(number._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Min(Lanes128 left, Lanes128 right) => Vector128.MinNative(left._lanes, right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 Max(Lanes128 left, Lanes128 right) => Vector128.MaxNative(left._lanes, right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128 WhereLess(Lanes128 left, Lanes128 right, Lanes128 then, Lanes128 otherwise) =>
        Vector128.ConditionalSelect(Vector128.LessThan(left._lanes, right._lanes), then._lanes, otherwise._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Least(Lanes128 numbers)
    {
        var two = Vector128.MinNative(numbers._lanes, Vector128.Shuffle(numbers._lanes, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MinNative(two, Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes(Lanes128 numbers, byte* to)
    {
        for (var lane = 0; lane < Count; lane++)
        {
            to[lane] = (byte)numbers._lanes[lane];
        }
    }
}
