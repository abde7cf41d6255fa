namespace Segmentation.Core.Features.Expressions;

/// <summary>An expression as it is written, before its names and kinds are known. Immutable.</summary>
/// <param name="Position">Its first character.</param>
/// <param name="Length">Its characters.</param>
internal abstract record Syntax(int Position, int Length)
{
    public int End => Position + Length;
}

internal sealed record NumberSyntax(double Value, int Position, int Length) : Syntax(Position, Length);

internal sealed record TextSyntax(string Value, int Position, int Length) : Syntax(Position, Length);

internal sealed record TruthSyntax(bool Value, int Position, int Length) : Syntax(Position, Length);

internal sealed record TodaySyntax(int Position, int Length) : Syntax(Position, Length);

internal sealed record ColumnSyntax(string Name, int Position, int Length) : Syntax(Position, Length);

// The function is in lower case; its name, as it is written, stands at the beginning.
internal sealed record CallSyntax(string Function, int NameLength, IReadOnlyList<Syntax> Arguments, int Position, int Length)
    : Syntax(Position, Length);

// The operator is - or not.
internal sealed record UnarySyntax(string Operator, Syntax Operand, int Position, int Length) : Syntax(Position, Length);

// The operator is a symbol, and, or or.
internal sealed record BinarySyntax(string Operator, Syntax Left, Syntax Right) : Syntax(Left.Position, Right.End - Left.Position);
