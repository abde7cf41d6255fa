namespace Segmentation.Core.Numerics;

/// <summary>
/// A few single precision numbers that are worked on at once. Every width does the same arithmetic in each lane, so results do
/// not depend on the machine. A struct, so that a kernel is compiled for each width by itself.
/// </summary>
internal unsafe interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Numbers in one value.</summary>
    static abstract int Count { get; }

    static abstract TSelf Load(float* from);

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf Fill(float number);

    static abstract TSelf operator +(TSelf left, TSelf right);

    static abstract TSelf operator -(TSelf left, TSelf right);

    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>The product plus <paramref name="sum"/>, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf sum);

    static abstract TSelf Sqrt(TSelf number);

    static abstract TSelf Min(TSelf left, TSelf right);

    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>In each lane <paramref name="then"/> where left is less than right, else <paramref name="otherwise"/>.</summary>
    static abstract TSelf WhereLess(TSelf left, TSelf right, TSelf then, TSelf otherwise);

    /// <summary>The least number; of no meaning when one of them is not a number.</summary>
    static abstract float Least(TSelf numbers);

    /// <summary>Writes whole numbers from 0 to 255 as bytes.</summary>
    static abstract void StoreBytes(TSelf numbers, byte* to);
}
