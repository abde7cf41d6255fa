namespace Segmentation.Core.Features.Expressions;

/// <summary>Which of less, equal and greater make a comparison true.</summary>
internal readonly record struct Comparison(bool Less, bool Equal, bool Greater)
{
    public static Comparison Of(string symbol) => symbol switch
    {
        "=" => new(false, true, false),
        "<>" => new(true, false, true),
        "<" => new(true, false, false),
        "<=" => new(true, true, false),
        ">" => new(false, false, true),
        _ => new(false, true, true),
    };
}

/// <summary>Compares cells of one type; missing when either is.</summary>
internal sealed class CompareNode<T>(Node<T> left, Node<T> right, Comparison comparison) : Node<byte>(ValueKind.Truth)
    where T : struct, IEquatable<T>, System.Numerics.IComparisonOperators<T, T, bool>
{
    private readonly byte _less = comparison.Less ? (byte)1 : (byte)0;
    private readonly byte _equal = comparison.Equal ? (byte)1 : (byte)0;
    private readonly byte _greater = comparison.Greater ? (byte)1 : (byte)0;

    public override void Fill(int start, Span<byte> cells, Workspace workspace)
    {
        var first = workspace.Borrow<T>(cells.Length);
        var second = workspace.Borrow<T>(cells.Length);
        left.Fill(start, first, workspace);
        right.Fill(start, second, workspace);
        var missing = Missing.Of<T>();
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = first[i].Equals(missing) || second[i].Equals(missing) ? Missing.Truth
                : first[i] < second[i] ? _less
                : first[i] > second[i] ? _greater
                : _equal;
        }

        workspace.Return();
        workspace.Return();
    }
}

/// <summary>
/// Joins truths by Kleene's rules: what is decided whatever a missing cell holds is decided, so false and missing is false, true or
/// missing is true.
/// </summary>
internal sealed class LogicNode(Node<byte> left, Node<byte> right, bool isAnd) : Node<byte>(ValueKind.Truth)
{
    public override void Fill(int start, Span<byte> cells, Workspace workspace)
    {
        var decisive = isAnd ? (byte)0 : (byte)1;
        left.Fill(start, cells, workspace);
        var others = workspace.Borrow<byte>(cells.Length);
        right.Fill(start, others, workspace);
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = cells[i] == decisive || others[i] == decisive ? decisive : Math.Max(cells[i], others[i]);
        }

        workspace.Return();
    }
}

internal sealed class NotNode(Node<byte> operand) : Node<byte>(ValueKind.Truth)
{
    public override void Fill(int start, Span<byte> cells, Workspace workspace)
    {
        operand.Fill(start, cells, workspace);
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = cells[i] == Missing.Truth ? Missing.Truth : (byte)(1 - cells[i]);
        }
    }
}

internal sealed class IsMissingNode<T>(Node<T> operand) : Node<byte>(ValueKind.Truth)
    where T : struct, IEquatable<T>
{
    public override void Fill(int start, Span<byte> cells, Workspace workspace)
    {
        var values = workspace.Borrow<T>(cells.Length);
        operand.Fill(start, values, workspace);
        var missing = Missing.Of<T>();
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = values[i].Equals(missing) ? (byte)1 : (byte)0;
        }

        workspace.Return();
    }
}
