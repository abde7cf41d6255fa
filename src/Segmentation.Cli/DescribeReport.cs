using System.Globalization;
using System.Text;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;

namespace Segmentation.Cli;

/// <summary>What <c>segment describe</c> tells; its JSON is this record in camel case.</summary>
/// <param name="Rows">Rows of the file, without the header.</param>
/// <param name="Dialect">How the file writes its table.</param>
/// <param name="Columns">In the file's order.</param>
/// <param name="Issues">What is noteworthy, the gravest first.</param>
internal sealed record DescribeReport(int Rows, Dialect Dialect, IReadOnlyList<ColumnReport> Columns, IReadOnlyList<IssueReport> Issues)
{
    public static DescribeReport Of(Dataset data) => new(
        data.Frame.Rows,
        data.Dialect,
        [.. data.Frame.Columns.Select(column => ColumnReport.Of(column, data.Schema.RoleOf(column.Name)))],
        [.. data.Issues.Select(issue => new IssueReport(issue.Kind, issue.Column, issue.Count, issue.Example, issue.Line))]);

    public string InWords(Dataset data)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{data.Name}: {Rows:N0} rows, {Columns.Count:N0} columns.");
        foreach (var column in Columns)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {column.Name}: {column.Type}, {column.Role}; {column.Missing:N0} missing, {column.Distinct:N0} distinct{RangeOf(column)}");
        }

        foreach (var issue in data.Issues)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  ! {issue.Message}");
        }

        return text.ToString();
    }

    private static string RangeOf(ColumnReport column) => column switch
    {
        { Min: double least, Max: double most } => $"; {Words.Number(least)} to {Words.Number(most)}, mean {Words.Number(column.Mean)}",
        { Min: { } least, Max: { } most } => $"; {least} to {most}",
        _ => "",
    };
}

/// <summary>Something in the data that a person should know of.</summary>
internal sealed record IssueReport(DataIssueKind Kind, string? Column, long Count, string? Example, long? Line);
