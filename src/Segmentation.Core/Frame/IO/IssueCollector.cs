using System.Globalization;

namespace Segmentation.Core.Frame.IO;

/// <summary>Gathers what is noteworthy while a file is read. Lines are filled in at the end, when all rows they are asked for are known.</summary>
internal sealed class IssueCollector
{
    private const int LongestExample = 100;

    // The gravest first: what may have put cells in the wrong place, then lost values, then what is only good to know.
    private static readonly DataIssueKind[] s_gravity =
    [
        DataIssueKind.UnclosedQuote, DataIssueKind.BadEncoding, DataIssueKind.ShortRow, DataIssueKind.LongRow, DataIssueKind.AmbiguousDates,
        DataIssueKind.Misfit, DataIssueKind.Infinite, DataIssueKind.FormulaError, DataIssueKind.RepeatedName, DataIssueKind.UnnamedColumn,
        DataIssueKind.EmptyColumn, DataIssueKind.ConstantColumn, DataIssueKind.LongCell,
    ];

    private readonly List<Draft> _drafts = [];

    /// <summary>Notes an issue. <paramref name="message"/> may hold <c>{0}</c>, which becomes " on line 7" or nothing.</summary>
    public void Add(DataIssueKind kind, string? column, long count, string? example, int? row, string message)
    {
        lock (_drafts)
        {
            _drafts.Add(new Draft(kind, column, count, example, row, null, message));
        }
    }

    /// <summary>Notes an issue whose line is known.</summary>
    public void AddAtLine(DataIssueKind kind, string? column, long count, string? example, long? line, string message)
    {
        lock (_drafts)
        {
            _drafts.Add(new Draft(kind, column, count, example, null, line, message));
        }
    }

    /// <summary>The issues, the gravest first, then in the columns' order.</summary>
    /// <param name="columns">Names of the columns in their order.</param>
    /// <param name="linesOf">The lines of some rows, both ascending.</param>
    public IReadOnlyList<DataIssue> Build(IReadOnlyList<string> columns, Func<IReadOnlyList<int>, IReadOnlyList<long>> linesOf)
    {
        var rows = _drafts.Where(draft => draft.Row is not null).Select(draft => draft.Row!.Value).Distinct().Order().ToList();
        var lines = rows.Count == 0 ? [] : rows.Zip(linesOf(rows)).ToDictionary(pair => pair.First, pair => pair.Second);
        var places = columns.Select((name, place) => (name, place)).ToDictionary(pair => pair.name, pair => pair.place, StringComparer.Ordinal);
        return [.. _drafts
            .OrderBy(draft => Array.IndexOf(s_gravity, draft.Kind))
            .ThenBy(draft => draft.Column is null ? -1 : places.GetValueOrDefault(draft.Column, int.MaxValue))
            .Select(draft => draft.ToIssue(draft.Row is { } row ? lines[row] : draft.Line))];
    }

    /// <summary>"1 cell", "2 cells".</summary>
    public static string Count(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");

    /// <summary>A text short enough to stand in a sentence.</summary>
    public static string Shorten(string text) => text.Length <= LongestExample ? text : text[..(LongestExample - 1)] + "…";

    private sealed record Draft(DataIssueKind Kind, string? Column, long Count, string? Example, int? Row, long? Line, string Message)
    {
        public DataIssue ToIssue(long? line)
        {
            var where = line is null ? "" : string.Create(CultureInfo.InvariantCulture, $" on line {line:N0}");
            return new DataIssue(Kind, Column, Count, Example is null ? null : Shorten(Example), line, Message.Replace("{0}", where, StringComparison.Ordinal));
        }
    }
}
