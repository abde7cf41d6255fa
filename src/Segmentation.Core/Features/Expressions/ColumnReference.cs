namespace Segmentation.Core.Features.Expressions;

/// <summary>How a column is named in an expression.</summary>
public static class ColumnReference
{
    private static readonly HashSet<string> s_words =
        FunctionInfo.Keywords.Select(keyword => keyword.Word).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The name as it is where it is a word (letters, digits and _, no digit in front) that means nothing else; in [brackets] otherwise, in
    /// which a closing bracket is written twice. An expression may also name it in `backticks`, in which a backtick is written twice.
    /// </summary>
    public static string To(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.Length > 0 && Lexer.BeginsWord(column[0]) && column.All(Lexer.IsInWord) && !s_words.Contains(column)
            ? column
            : $"[{column.Replace("]", "]]", StringComparison.Ordinal)}]";
    }

    /// <summary>The names by which an expression speaks of columns, as it writes them, each once; none when it cannot be read.</summary>
    public static IReadOnlyList<string> In(string expression) =>
        [.. Tokens(expression).Select(token => token.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>
    /// The expression with <paramref name="column"/> under its new name wherever it speaks of it, in upper or lower case; as it was when it
    /// cannot be read.
    /// </summary>
    public static string Rename(string expression, string column, string name)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return Tokens(expression).Where(token => token.Name.Equals(column, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(token => token.Position)
            .Aggregate(expression, (text, token) => string.Concat(text.AsSpan(0, token.Position), To(name), text.AsSpan(token.End)));
    }

    private static List<ColumnSyntax> Tokens(string expression)
    {
        var found = new List<ColumnSyntax>();
        try
        {
            Gather(Parser.Parse(expression), found);
        }
        catch (ExpressionFault)
        {
            // What cannot be read speaks of nothing.
        }

        return found;
    }

    private static void Gather(Syntax syntax, List<ColumnSyntax> found)
    {
        switch (syntax)
        {
            case ColumnSyntax column:
                found.Add(column);
                break;
            case UnarySyntax unary:
                Gather(unary.Operand, found);
                break;
            case BinarySyntax binary:
                Gather(binary.Left, found);
                Gather(binary.Right, found);
                break;
            case CallSyntax call:
                foreach (var argument in call.Arguments)
                {
                    Gather(argument, found);
                }

                break;
            default:
                break;
        }
    }
}
