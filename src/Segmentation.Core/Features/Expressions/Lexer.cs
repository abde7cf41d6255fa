using System.Globalization;
using System.Text;

namespace Segmentation.Core.Features.Expressions;

/// <summary>Cuts an expression into tokens.</summary>
internal static class Lexer
{
    private const string Quotes = "'\"[`";

    // The longer symbols first; the second of a pair is how it is passed on.
    private static readonly (string Written, string Symbol)[] s_symbols =
    [
        ("<>", "<>"), ("!=", "<>"), ("<=", "<="), (">=", ">="), ("==", "="),
        ("+", "+"), ("-", "-"), ("*", "*"), ("/", "/"), ("%", "%"), ("^", "^"),
        ("(", "("), (")", ")"), (",", ","), ("=", "="), ("<", "<"), (">", ">"),
    ];

    /// <summary>The tokens of <paramref name="text"/>, the last of kind <see cref="TokenKind.End"/>.</summary>
    /// <exception cref="ExpressionFault">A character that belongs to nothing, or a quote that is not closed.</exception>
    public static List<Token> Cut(string text)
    {
        var tokens = new List<Token>();
        for (var position = 0; position < text.Length;)
        {
            if (char.IsWhiteSpace(text[position]))
            {
                position++;
                continue;
            }

            var token = Next(text, position);
            tokens.Add(token);
            position = token.End;
        }

        tokens.Add(new Token(TokenKind.End, "", 0, text.Length, 0));
        return tokens;
    }

    /// <summary>What closes a quote that opens with <paramref name="quote"/>.</summary>
    public static char CloserOf(char quote) => quote == '[' ? ']' : quote;

    public static bool IsQuote(char character) => Quotes.Contains(character);

    public static bool BeginsWord(char character) => char.IsLetter(character) || character == '_';

    public static bool IsInWord(char character) => char.IsLetterOrDigit(character) || character == '_';

    private static Token Next(string text, int position)
    {
        var first = text[position];
        return IsQuote(first) ? Quoted(text, position)
            : BeginsWord(first) ? Word(text, position)
            : BeginsNumber(text, position) ? Number(text, position)
            : Symbol(text, position);
    }

    private static bool BeginsNumber(string text, int position) => char.IsAsciiDigit(text[position])
        || (text[position] == '.' && position + 1 < text.Length && char.IsAsciiDigit(text[position + 1]));

    private static Token Word(string text, int start)
    {
        var end = start;
        while (end < text.Length && IsInWord(text[end]))
        {
            end++;
        }

        return new Token(TokenKind.Word, text[start..end], 0, start, end - start);
    }

    private static Token Number(string text, int start)
    {
        var end = SkipDigits(text, start);
        if (end < text.Length && text[end] == '.')
        {
            end = SkipDigits(text, end + 1);
        }

        var exponent = end < text.Length && text[end] is 'e' or 'E' ? end + 1 : text.Length;
        exponent += exponent < text.Length && text[exponent] is '+' or '-' ? 1 : 0;
        if (exponent < text.Length && char.IsAsciiDigit(text[exponent]))
        {
            end = SkipDigits(text, exponent);
        }

        var digits = text.AsSpan(start, end - start);
        var value = double.Parse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture);
        return double.IsFinite(value)
            ? new Token(TokenKind.Number, "", value, start, end - start)
            : throw new ExpressionFault(start, end - start, "This number is too large to compute with.");
    }

    private static int SkipDigits(string text, int position)
    {
        while (position < text.Length && char.IsAsciiDigit(text[position]))
        {
            position++;
        }

        return position;
    }

    // A closing quote inside is written twice.
    private static Token Quoted(string text, int start)
    {
        var closer = CloserOf(text[start]);
        var kind = text[start] is '[' or '`' ? TokenKind.QuotedName : TokenKind.Text;
        var value = new StringBuilder();
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] != closer)
            {
                value.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == closer)
            {
                value.Append(text[i++]);
            }
            else
            {
                return new Token(kind, value.ToString(), 0, start, i + 1 - start);
            }
        }

        var what = kind == TokenKind.Text ? "This text" : "This column name";
        throw new ExpressionFault(start, text.Length - start, $"{what} is not closed: a {closer} is missing at its end.");
    }

    private static Token Symbol(string text, int start)
    {
        foreach (var (written, symbol) in s_symbols)
        {
            if (string.CompareOrdinal(text, start, written, 0, written.Length) == 0)
            {
                return new Token(TokenKind.Symbol, symbol, 0, start, written.Length);
            }
        }

        var hint = text[start] switch
        {
            ';' => "Arguments are separated by commas.",
            '&' or '|' => "Write and, or.",
            '!' => "Write not, or <> for different.",
            ']' or '\u201C' or '\u201D' or '\u2018' or '\u2019' => "Texts stand between ' and ', column names between [ and ].",
            _ => "Put column names with such characters in [brackets].",
        };
        var length = start + 1 < text.Length && char.IsSurrogatePair(text, start) ? 2 : 1;
        throw new ExpressionFault(start, length, $"{Shown(text.Substring(start, length))} means nothing here. {hint}");
    }

    private static string Shown(string character) => char.IsControl(character[0]) ? "This character" : character;
}
