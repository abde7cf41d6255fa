using System.Runtime.Intrinsics;

namespace Segmentation.Core.Numerics;

/// <summary>
/// Sums whose order depends on nothing but the number of terms: eight running sums, folded in halves, and the terms left over one by one.
/// A library's may begin where the memory happens to be aligned, and then the last digits differ from run to run.
/// </summary>
internal static class OrderedSums
{
    /// <summary>The sum of all numbers; 0 for none.</summary>
    public static double Sum(ReadOnlySpan<double> numbers)
    {
        var lanes = Vector512<double>.Zero;
        var i = 0;
        for (; i <= numbers.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            lanes += Vector512.Create(numbers[i..]);
        }

        var sum = Vector512.Sum(lanes);
        for (; i < numbers.Length; i++)
        {
            sum += numbers[i];
        }

        return sum;
    }

    /// <summary>The sum of the products, pair by pair. <paramref name="right"/> is at least as long as <paramref name="left"/>.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var lanes = Vector512<double>.Zero;
        var i = 0;
        for (; i <= left.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            lanes += Vector512.Create(left[i..]) * Vector512.Create(right[i..]);
        }

        var sum = Vector512.Sum(lanes);
        for (; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }

    /// <summary>The Euclidean distance of two points. <paramref name="right"/> is at least as long as <paramref name="left"/>.</summary>
    public static double Distance(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var lanes = Vector512<double>.Zero;
        var i = 0;
        for (; i <= left.Length - Vector512<double>.Count; i += Vector512<double>.Count)
        {
            var differences = Vector512.Create(left[i..]) - Vector512.Create(right[i..]);
            lanes += differences * differences;
        }

        var sum = Vector512.Sum(lanes);
        for (; i < left.Length; i++)
        {
            sum += (left[i] - right[i]) * (left[i] - right[i]);
        }

        return Math.Sqrt(sum);
    }

    /// <summary>The Euclidean length of a vector.</summary>
    public static double Norm(ReadOnlySpan<double> vector) => Math.Sqrt(Dot(vector, vector));
}
