using Segmentation.Core.Features.Expressions;
using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Figures;

/// <summary>What an expression gives for a few rows, or why it gives nothing.</summary>
/// <param name="Error">What is wrong; null when it can be computed.</param>
/// <param name="Gives">What kind of column it makes, in words; empty when there is an error.</param>
/// <param name="Kind">What it gives; null when there is an error.</param>
/// <param name="Columns">The columns it looks at, with the rows of the preview.</param>
/// <param name="Result">Its values; null when there is an error.</param>
public sealed record ExpressionPreview(
    ExpressionError? Error, string Gives, ValueKind? Kind, IReadOnlyList<DataColumn> Columns, DataColumn? Result)
{
    /// <summary>Rows that a preview shows.</summary>
    public const int Rows = 8;

    /// <summary>Nothing is written.</summary>
    public static ExpressionPreview Empty { get; } = new(null, "", null, [], null);

    /// <summary>The part of the text before the error, the part it is about, and the rest.</summary>
    public (string Before, string Wrong, string After) Mark(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Error is null || Error.Position > text.Length)
        {
            return (text, "", "");
        }

        var end = Math.Min(text.Length, Error.Position + Error.Length);
        return (text[..Error.Position], text[Error.Position..end], text[end..]);
    }

    /// <summary>What <paramref name="text"/> gives.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="scope">What it may speak of; the first rows are enough.</param>
    public static ExpressionPreview Of(string text, ExpressionScope scope)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(scope);
        if (string.IsNullOrWhiteSpace(text))
        {
            return Empty;
        }

        return CompiledExpression.TryCompile(text, scope, out var expression, out var error)
            ? new ExpressionPreview(
                null,
                Words(expression.Kind),
                expression.Kind,
                [.. expression.Columns.Select(name => scope.Frame[name])],
                expression.Evaluate("Result", threads: 1).Column)
            : new ExpressionPreview(error, "", null, [], null);
    }

    private static string Words(ValueKind kind) => kind switch
    {
        ValueKind.Number => "numbers",
        ValueKind.Date => "dates",
        ValueKind.Truth => "yes or no",
        _ => "categories or texts",
    };
}
