namespace Segmentation.Core.Features.Expressions;

/// <summary>Why an expression cannot be used, and where.</summary>
/// <param name="Position">The first character it is about, counted from 0; the text's length when something is missing at its end.</param>
/// <param name="Length">How many characters it is about; 0 at the end of the text.</param>
/// <param name="Message">A sentence or two for people.</param>
public sealed record ExpressionError(int Position, int Length, string Message);

/// <summary>Carries an error out of the depth of lexer, parser and binder; never leaves this folder.</summary>
internal sealed class ExpressionFault(int position, int length, string message) : Exception(message)
{
    public ExpressionError Error { get; } = new(position, length, message);
}
