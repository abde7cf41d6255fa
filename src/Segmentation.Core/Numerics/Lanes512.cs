using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Segmentation.Core.Numerics;

/// <summary>Sixteen numbers in a vector of 512 bits.</summary>
internal readonly unsafe struct Lanes512 : ILanes<Lanes512>
{
    private readonly Vector512<float> _lanes;

    private Lanes512(Vector512<float> lanes) => _lanes = lanes;

    public static int Count => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator Lanes512(Vector512<float> lanes) => new(lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Load(float* from) => Vector512.Load(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Fill(float number) => Vector512.Create(number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator +(Lanes512 left, Lanes512 right) => left._lanes + right._lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator -(Lanes512 left, Lanes512 right) => left._lanes - right._lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 operator *(Lanes512 left, Lanes512 right) => left._lanes * right._lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 MultiplyAdd(Lanes512 left, Lanes512 right, Lanes512 sum) =>
        Vector512.FusedMultiplyAdd(left._lanes, right._lanes, sum._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Sqrt(Lanes512 number) => Vector512.Sqrt(number._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Min(Lanes512 left, Lanes512 right) => Vector512.MinNative(left._lanes, right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Max(Lanes512 left, Lanes512 right) => Vector512.MaxNative(left._lanes, right._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 WhereLess(Lanes512 left, Lanes512 right, Lanes512 then, Lanes512 otherwise) =>
        Vector512.ConditionalSelect(Vector512.LessThan(left._lanes, right._lanes), then._lanes, otherwise._lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Least(Lanes512 numbers) => Lanes256.Least(Vector256.MinNative(numbers._lanes.GetLower(), numbers._lanes.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes(Lanes512 numbers, byte* to)
    {
        if (Avx512F.IsSupported)
        {
            Vector128.Store(Avx512F.ConvertToVector128Byte(Vector512.ConvertToInt32(numbers._lanes)), to);
            return;
        }

        for (var lane = 0; lane < Count; lane++)
        {
            to[lane] = (byte)numbers._lanes[lane];
        }
    }
}
