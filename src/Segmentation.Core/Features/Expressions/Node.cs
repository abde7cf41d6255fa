using Segmentation.Core.Frame;

namespace Segmentation.Core.Features.Expressions;

/// <summary>A part of an expression whose names and kinds are known. Immutable, and used by several threads at once.</summary>
internal abstract class Node
{
    public abstract ValueKind Kind { get; }
}

/// <summary>
/// A part that gives cells of type <typeparamref name="T"/>: doubles for numbers, ticks for dates, codes for texts, and 0 or 1 for truth.
/// </summary>
internal abstract class Node<T>(ValueKind kind) : Node
    where T : struct, IEquatable<T>
{
    public override ValueKind Kind => kind;

    /// <summary>Fills <paramref name="cells"/> with the values of as many rows from <paramref name="start"/> on, at most a tile of them.</summary>
    public abstract void Fill(int start, Span<T> cells, Workspace workspace);
}

/// <summary>What stands in a missing cell.</summary>
internal static class Missing
{
    public const double Number = double.NaN;

    /// <summary>The ticks of <see cref="DateTime.MinValue"/>.</summary>
    public const long Date = 0;

    public const int Text = TextColumn.MissingCode;

    public const byte Truth = 2;

    public static T Of<T>()
        where T : struct => typeof(T) == typeof(double) ? (T)(object)Number
            : typeof(T) == typeof(long) ? (T)(object)Date
            : typeof(T) == typeof(int) ? (T)(object)Text
            : (T)(object)Truth;
}

internal sealed class ConstantNode<T>(ValueKind kind, T value) : Node<T>(kind)
    where T : struct, IEquatable<T>
{
    public T Value => value;

    public override void Fill(int start, Span<T> cells, Workspace workspace) => cells.Fill(value);
}

internal sealed class NumberColumnNode(NumberColumn column) : Node<double>(ValueKind.Number)
{
    public override void Fill(int start, Span<double> cells, Workspace workspace) => column.Values.Slice(start, cells.Length).CopyTo(cells);
}

internal sealed class DateColumnNode(DateColumn column) : Node<long>(ValueKind.Date)
{
    public override void Fill(int start, Span<long> cells, Workspace workspace)
    {
        var values = column.Values.Slice(start, cells.Length);
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = values[i].Ticks;
        }
    }
}

internal sealed class TruthColumnNode(TextColumn column) : Node<byte>(ValueKind.Truth)
{
    public override void Fill(int start, Span<byte> cells, Workspace workspace)
    {
        var codes = column.Codes.Slice(start, cells.Length);
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = codes[i] == TextColumn.MissingCode ? Missing.Truth : (byte)codes[i];
        }
    }
}
