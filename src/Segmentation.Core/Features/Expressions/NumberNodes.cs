using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Segmentation.Core.Features.Expressions;

/// <summary>Computes a tile of numbers from two; what is no finite number becomes missing.</summary>
internal delegate void NumberKernel(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> cells);

internal sealed class BinaryNumberNode(Node<double> left, Node<double> right, NumberKernel kernel) : Node<double>(ValueKind.Number)
{
    public override void Fill(int start, Span<double> cells, Workspace workspace)
    {
        left.Fill(start, cells, workspace);
        var others = workspace.Borrow<double>(cells.Length);
        right.Fill(start, others, workspace);
        kernel(cells, others, cells);
        workspace.Return();
        NumberKernels.DropInfinite(cells);
    }
}

internal sealed class UnaryNumberNode(Node<double> operand, Func<double, double> function) : Node<double>(ValueKind.Number)
{
    public override void Fill(int start, Span<double> cells, Workspace workspace)
    {
        operand.Fill(start, cells, workspace);
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = function(cells[i]);
        }

        NumberKernels.DropInfinite(cells);
    }
}

internal static class NumberKernels
{
    /// <summary>The kernel of an operator.</summary>
    public static NumberKernel Of(string symbol) => symbol switch
    {
        "+" => TensorPrimitives.Add,
        "-" => TensorPrimitives.Subtract,
        "*" => TensorPrimitives.Multiply,
        "/" => TensorPrimitives.Divide,
        "%" => (left, right, cells) => Each(left, right, cells, Remainder),
        _ => (left, right, cells) => Each(left, right, cells, Power),
    };

    public static void Least(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> cells) => Each(left, right, cells, Math.Min);

    public static void Greatest(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> cells) => Each(left, right, cells, Math.Max);

    // What is finite less itself is 0, and infinity less itself is no number.
    public static void DropInfinite(Span<double> cells)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(cells);
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = vectors[i] - vectors[i] + vectors[i];
        }

        for (var i = vectors.Length * Vector<double>.Count; i < cells.Length; i++)
        {
            cells[i] = cells[i] - cells[i] + cells[i];
        }
    }

    /// <summary>Rounds half away from zero; negative digits round to tens, hundreds...</summary>
    public static double Round(double value, int digits)
    {
        if (digits >= 0)
        {
            return Math.Round(value, digits, MidpointRounding.AwayFromZero);
        }

        var unit = Math.Pow(10, -digits);
        return Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit;
    }

    // With the divisor's sign, as in spreadsheets: -1 % 7 is 6.
    private static double Remainder(double left, double right)
    {
        var rest = left % right;
        return rest != 0 && rest < 0 != right < 0 ? rest + right : rest;
    }

    // A missing cell stays missing, also to the power of 0.
    private static double Power(double left, double right) =>
        double.IsNaN(left) || double.IsNaN(right) ? Missing.Number : Math.Pow(left, right);

    private static void Each(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> cells, Func<double, double, double> function)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = function(left[i], right[i]);
        }
    }
}
