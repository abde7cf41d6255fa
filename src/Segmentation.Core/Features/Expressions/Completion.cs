namespace Segmentation.Core.Features.Expressions;

/// <summary>What a candidate is.</summary>
public enum CompletionKind
{
    /// <summary>A column.</summary>
    Column,

    /// <summary>A function.</summary>
    Function,

    /// <summary>A word of the language.</summary>
    Keyword,
}

/// <summary>Something that may come next.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Label">What a list shows: the column's name, the function's signature, the word.</param>
/// <param name="Insert">What is written: a column in brackets where its name needs them, a function with its opening bracket.</param>
/// <param name="Detail">What kind of column it is, or the function or word in one sentence.</param>
public sealed record CompletionItem(CompletionKind Kind, string Label, string Insert, string Detail);

/// <summary>What may come next, and what it replaces.</summary>
/// <param name="Start">The first character that is replaced.</param>
/// <param name="Length">How many characters are replaced, up to the caret.</param>
/// <param name="Items">The candidates, the likeliest first.</param>
public sealed record CompletionList(int Start, int Length, IReadOnlyList<CompletionItem> Items)
{
    /// <summary>The text with an item written, and where the caret then is.</summary>
    public (string Text, int Caret) Accept(string text, CompletionItem item)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(item);
        return (string.Concat(text.AsSpan(0, Start), item.Insert, text.AsSpan(Start + Length)), Start + item.Insert.Length);
    }
}

/// <summary>Proposes how an expression may go on.</summary>
public static class Completion
{
    /// <summary>Most candidates.</summary>
    public const int MaxItems = 50;

    /// <summary>
    /// The candidates for the word that ends at <paramref name="caret"/>: columns, then functions, then words; those that begin with it
    /// before those that contain it, case aside. Only columns inside [ or `; nothing inside a text or a number.
    /// </summary>
    public static CompletionList At(string text, int caret, ExpressionScope scope)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)caret, (uint)text.Length, nameof(caret));
        var word = WordAt(text, caret);
        return new CompletionList(word.Start, caret - word.Start, word.State switch
        {
            State.InName => Ranked(Columns(scope), word.Typed),
            State.Free => Ranked(Columns(scope), word.Typed, Functions(), Keywords()),
            _ => [],
        });
    }

    private static IEnumerable<CompletionItem> Columns(ExpressionScope scope) => scope.Frame.Columns.Select(column =>
        new CompletionItem(CompletionKind.Column, column.Name, ColumnReference.To(column.Name), $"column, {KindOf(column)}"));

    private static string KindOf(Frame.DataColumn column) => column.Type switch
    {
        Frame.ColumnType.Date => "dates",
        Frame.ColumnType.Boolean => "yes or no",
        _ when column.IsNumeric => "numbers",
        _ => "texts",
    };

    private static IEnumerable<CompletionItem> Functions() => FunctionInfo.All.Select(function =>
        new CompletionItem(CompletionKind.Function, function.Signature, $"{function.Name}(", function.Sentence));

    private static IEnumerable<CompletionItem> Keywords() => FunctionInfo.Keywords.Select(keyword =>
        new CompletionItem(CompletionKind.Keyword, keyword.Word, keyword.Word, keyword.Sentence));

    private static CompletionItem[] Ranked(IEnumerable<CompletionItem> first, string typed, params IEnumerable<CompletionItem>[] others) =>
    [
        .. others.Prepend(first).SelectMany(items => items)
            .Select(item => (Item: item, Rank: RankOf(item, typed)))
            .Where(found => found.Rank >= 0).OrderBy(found => found.Rank).Select(found => found.Item).Take(MaxItems),
    ];

    private static int RankOf(CompletionItem item, string typed)
    {
        var name = item.Kind == CompletionKind.Function ? item.Insert.AsSpan()[..^1] : item.Label;
        return name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? 0 : name.Contains(typed, StringComparison.OrdinalIgnoreCase) ? 1 : -1;
    }

    private enum State
    {
        Free,
        InName,
        Closed,
    }

    // Reads from the beginning, because only that tells what an apostrophe opens or closes.
    private static (State State, int Start, string Typed) WordAt(string text, int caret)
    {
        for (var position = 0; position < caret;)
        {
            var start = position;
            if (Lexer.IsQuote(text[position]))
            {
                position = AfterQuote(text, position, caret);
                if (position > caret)
                {
                    return text[start] is '[' or '`' ? (State.InName, start, text[(start + 1)..caret]) : (State.Closed, caret, "");
                }
            }
            else if (Lexer.IsInWord(text[position]))
            {
                position = AfterWord(text, position, caret);
                if (position == caret)
                {
                    return Lexer.BeginsWord(text[start]) ? (State.Free, start, text[start..caret]) : (State.Closed, caret, "");
                }
            }
            else
            {
                position++;
            }
        }

        return (State.Free, caret, "");
    }

    private static int AfterWord(string text, int start, int caret)
    {
        while (start < caret && Lexer.IsInWord(text[start]))
        {
            start++;
        }

        return start;
    }

    // Beyond the caret when it stands before the closing quote.
    private static int AfterQuote(string text, int start, int caret)
    {
        var closer = Lexer.CloserOf(text[start]);
        var end = start + 1;
        while (end < caret && (text[end] != closer || (end + 1 < caret && text[end + 1] == closer)))
        {
            end += text[end] == closer ? 2 : 1;
        }

        return end < caret ? end + 1 : caret + 1;
    }
}
