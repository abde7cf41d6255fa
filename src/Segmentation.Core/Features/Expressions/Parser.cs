namespace Segmentation.Core.Features.Expressions;

/// <summary>
/// Reads an expression by recursive descent. From loosest to tightest: or; and; not; comparison (one only); + -; * / %; the minus of a
/// number; ^, which binds to the right. So <c>-2^2</c> is -4, and <c>2^3^2</c> is 512.
/// </summary>
internal sealed class Parser
{
    private static readonly string[] s_comparisons = ["=", "<>", "<", "<=", ">", ">="];

    private readonly List<Token> _tokens;
    private int _place;
    private int _depth;
    private int _nodes;

    private Parser(List<Token> tokens) => _tokens = tokens;

    private Token Current => _tokens[_place];

    /// <summary>The tree of <paramref name="text"/>.</summary>
    /// <exception cref="ExpressionFault">It is no expression, or beyond the limits of <see cref="ExpressionLimits"/>.</exception>
    public static Syntax Parse(string text)
    {
        ThrowIfTooLong(text);
        var parser = new Parser(Lexer.Cut(text));
        if (parser.Current.Kind == TokenKind.End)
        {
            throw new ExpressionFault(text.Length, 0, "Nothing is written yet. Begin with a column or a function.");
        }

        var tree = parser.Or();
        return parser.Current.Kind == TokenKind.End ? tree : throw parser.Unexpected();
    }

    private static void ThrowIfTooLong(string text)
    {
        if (text.Length > ExpressionLimits.MaxLength)
        {
            throw new ExpressionFault(
                ExpressionLimits.MaxLength,
                text.Length - ExpressionLimits.MaxLength,
                $"This is {text.Length:N0} characters long, and an expression may have {ExpressionLimits.MaxLength:N0}. "
                + "Split it into two columns.");
        }
    }

    private Syntax Or() => Nested(() => Chain(And, "or"));

    private Syntax And() => Chain(Not, "and");

    private Syntax Not() => Current.IsWord("not") ? Prefix("not", Not) : Comparison();

    private Syntax Comparison()
    {
        var left = Sum();
        if (Array.Find(s_comparisons, Current.Is) is not { } comparison)
        {
            return left;
        }

        Take();
        var tree = Count(new BinarySyntax(comparison, left, Sum()));
        return Array.Exists(s_comparisons, Current.Is)
            ? throw new ExpressionFault(
                Current.Position, Current.Length, "Two comparisons in a row say nothing. Join them with and: 1 < x and x < 5.")
            : tree;
    }

    private Syntax Sum() => Chain(Product, "+", "-");

    private Syntax Product() => Chain(Signed, "*", "/", "%");

    private Syntax Signed()
    {
        if (Current.Is("+"))
        {
            Take();
            return Nested(Signed);
        }

        return Current.Is("-") ? Prefix("-", Signed) : Power();
    }

    private Syntax Power()
    {
        var left = Primary();
        if (!Current.Is("^"))
        {
            return left;
        }

        Take();
        return Count(new BinarySyntax("^", left, Nested(Signed)));
    }

    private Syntax Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Take();
                return Count(new NumberSyntax(token.Number, token.Position, token.Length));
            case TokenKind.Text:
                Take();
                return Count(new TextSyntax(token.Value, token.Position, token.Length));
            case TokenKind.QuotedName:
                Take();
                return Count(new ColumnSyntax(token.Value, token.Position, token.Length));
            case TokenKind.Word:
                return Word();
            case TokenKind.Symbol when token.Is("("):
                return Bracketed();
            default:
                throw Unexpected();
        }
    }

    private Syntax Bracketed()
    {
        var opening = Take();
        var inner = Or();
        Close(opening);
        return inner;
    }

    private Syntax Word()
    {
        var word = Take();
        if (Current.Is("("))
        {
            return Call(word);
        }

        return word.Value.ToLowerInvariant() switch
        {
            "today" => Count(new TodaySyntax(word.Position, word.Length)),
            "true" => Count(new TruthSyntax(true, word.Position, word.Length)),
            "false" => Count(new TruthSyntax(false, word.Position, word.Length)),
            "not" => throw new ExpressionFault(word.Position, word.Length, "Put this not and what follows it in brackets."),
            "and" or "or" => throw new ExpressionFault(word.Position, word.Length, $"Something is missing before '{word.Value}'."),
            _ => Count(new ColumnSyntax(word.Value, word.Position, word.Length)),
        };
    }

    private CallSyntax Call(Token name)
    {
        var opening = Take();
        var arguments = new List<Syntax>();
        if (!Current.Is(")"))
        {
            arguments.Add(Or());
            while (Current.Is(","))
            {
                Take();
                arguments.Add(Or());
            }
        }

        var closing = Close(opening);
        return Count(new CallSyntax(name.Value.ToLowerInvariant(), name.Length, arguments, name.Position, closing.End - name.Position));
    }

    private Token Close(Token opening)
    {
        if (Current.Is(")"))
        {
            return Take();
        }

        throw Current.Kind == TokenKind.End
            ? new ExpressionFault(opening.Position, 1, "This bracket is not closed: a ) is missing.")
            : Unexpected();
    }

    private Syntax Chain(Func<Syntax> operand, params ReadOnlySpan<string> operators)
    {
        var tree = operand();
        while (Operator(operators) is { } found)
        {
            Take();
            tree = Count(new BinarySyntax(found, tree, operand()));
        }

        return tree;
    }

    private string? Operator(ReadOnlySpan<string> operators)
    {
        foreach (var candidate in operators)
        {
            if (Current.Is(candidate) || Current.IsWord(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    private UnarySyntax Prefix(string sign, Func<Syntax> operand)
    {
        var token = Take();
        var tree = Nested(operand);
        return Count(new UnarySyntax(sign, tree, token.Position, tree.End - token.Position));
    }

    private Syntax Nested(Func<Syntax> inner)
    {
        if (++_depth > ExpressionLimits.MaxDepth)
        {
            throw new ExpressionFault(
                Current.Position, Current.Length, $"This is nested more than {ExpressionLimits.MaxDepth} deep. Split it into two columns.");
        }

        var tree = inner();
        _depth--;
        return tree;
    }

    private T Count<T>(T node)
        where T : Syntax => ++_nodes <= ExpressionLimits.MaxNodes
            ? node
            : throw new ExpressionFault(
                node.Position, node.Length, $"This has more than {ExpressionLimits.MaxNodes:N0} parts. Split it into two columns.");

    private Token Take() => _tokens[_place++];

    private ExpressionFault Unexpected() => Current.Kind == TokenKind.End
        ? new ExpressionFault(Current.Position, 0, "Something is missing at the end: a column, a number or a function.")
        : Current.Kind != TokenKind.Symbol
            ? new ExpressionFault(Current.Position, Current.Length, "An operator such as + or a comma is missing before this.")
            : new ExpressionFault(Current.Position, Current.Length, Current.Value switch
            {
                ")" => "This bracket closes nothing, or something is missing before it.",
                "," => "A comma separates arguments of a function; something is missing before it, or it stands outside of one.",
                var symbol => $"Something is missing before '{symbol}'.",
            });
}
