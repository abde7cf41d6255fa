namespace Segmentation.Core.Frame.IO;

/// <summary>The cells of one column that became missing although they held something, and the issues that say so.</summary>
internal sealed class MisfitCollector(string column)
{
    private readonly Dictionary<int, string> _rows = [];
    private (int Row, string Text)? _firstMisfit;
    private (int Row, string Text)? _firstInfinite;
    private (int Row, string Text)? _firstError;
    private long _infinite;
    private long _errors;

    public IReadOnlyDictionary<int, string> Rows => _rows;

    public long Misfits { get; private set; }

    public void Add(int row, string text, CellState state)
    {
        _rows.Add(row, text);
        if (state == CellState.Infinite)
        {
            _infinite++;
            _firstInfinite ??= (row, text);
        }
        else
        {
            Misfits++;
            _firstMisfit ??= (row, text);
        }
    }

    public void CountFormulaError(int row, string text)
    {
        if (MissingTokens.IsFormulaError(text))
        {
            _errors++;
            _firstError ??= (row, text);
        }
    }

    public void Report(IssueCollector issues, string wanted)
    {
        Report(issues, DataIssueKind.Misfit, Misfits, _firstMisfit, $"not {wanted}");
        Report(issues, DataIssueKind.Infinite, _infinite, _firstInfinite, "infinite");
        Report(issues, DataIssueKind.FormulaError, _errors, _firstError, "errors of a formula");
    }

    private void Report(IssueCollector issues, DataIssueKind kind, long count, (int Row, string Text)? first, string what)
    {
        if (first is var (row, text))
        {
            var cells = count == 1 ? "1 cell is" : $"{count:N0} cells are";
            var example = IssueCollector.Shorten(text);
            issues.Add(kind, column, count, text, row, $"In '{column}' {cells} {what}, such as '{example}'{{0}}. Counted as missing; the export keeps what was there.");
        }
    }
}
