namespace Segmentation.Core.Features.Expressions;

internal enum TokenKind
{
    Number,
    Text,
    Word,
    QuotedName,
    Symbol,
    End,
}

/// <summary>A piece of an expression's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The word, the name or text without quotes, the symbol in its first spelling.</param>
/// <param name="Number">The number; 0 of anything else.</param>
/// <param name="Position">Its first character.</param>
/// <param name="Length">Its characters, quotes included.</param>
internal readonly record struct Token(TokenKind Kind, string Value, double Number, int Position, int Length)
{
    public int End => Position + Length;

    public bool Is(string symbol) => Kind == TokenKind.Symbol && Value == symbol;

    public bool IsWord(string keyword) => Kind == TokenKind.Word && Value.Equals(keyword, StringComparison.OrdinalIgnoreCase);
}
