namespace Segmentation.Core.Features.Expressions;

/// <summary>One of two values by a condition; missing where the condition is.</summary>
internal sealed class IfNode<T>(Node<byte> condition, Node<T> then, Node<T> otherwise) : Node<T>(then.Kind)
    where T : struct, IEquatable<T>
{
    public override void Fill(int start, Span<T> cells, Workspace workspace)
    {
        then.Fill(start, cells, workspace);
        var others = workspace.Borrow<T>(cells.Length);
        var truths = workspace.Borrow<byte>(cells.Length);
        otherwise.Fill(start, others, workspace);
        condition.Fill(start, truths, workspace);
        var missing = Missing.Of<T>();
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = truths[i] switch { 1 => cells[i], 0 => others[i], _ => missing };
        }

        workspace.Return();
        workspace.Return();
    }
}

/// <summary>The first value, or the second where the first is missing.</summary>
internal sealed class CoalesceNode<T>(Node<T> first, Node<T> second) : Node<T>(first.Kind)
    where T : struct, IEquatable<T>
{
    public override void Fill(int start, Span<T> cells, Workspace workspace)
    {
        first.Fill(start, cells, workspace);
        var others = workspace.Borrow<T>(cells.Length);
        second.Fill(start, others, workspace);
        var missing = Missing.Of<T>();
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = cells[i].Equals(missing) ? others[i] : cells[i];
        }

        workspace.Return();
    }
}
