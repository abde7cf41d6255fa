using System.Globalization;
using Segmentation.Core.Features.Expressions;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;

namespace Segmentation.Core.Features;

/// <summary>What a person should know of a derived column.</summary>
internal static class DerivedIssues
{
    /// <param name="wanted">The name that was asked for.</param>
    /// <param name="evaluated">What was made.</param>
    /// <param name="risks">Why rows may have no result.</param>
    public static IEnumerable<DataIssue> Of(string wanted, EvaluatedColumn evaluated, IReadOnlyList<string> risks)
    {
        var column = evaluated.Column;
        var shown = IssueCollector.Shorten(column.Name);
        if (column.Name != wanted)
        {
            yield return new DataIssue(
                DataIssueKind.RepeatedName, column.Name, 1, null, null,
                $"There is a column '{IssueCollector.Shorten(wanted)}' already; the derived one is called '{shown}'.");
        }

        if (evaluated.Undefined > 0)
        {
            yield return new DataIssue(
                DataIssueKind.UndefinedResult, column.Name, evaluated.Undefined, null, null,
                $"The derived column '{shown}' has no result in {Rows(evaluated.Undefined)} although all values are there: {Reason(risks)}.");
        }

        if (ColumnFacts.IsEmpty(column))
        {
            yield return new DataIssue(
                DataIssueKind.EmptyColumn, column.Name, column.Length, null, null,
                $"The derived column '{shown}' has no value in any row; it is ignored.");
        }
        else if (ColumnFacts.IsConstant(column))
        {
            var value = column.Format(0);
            yield return new DataIssue(
                DataIssueKind.ConstantColumn, column.Name, column.Length, value, null,
                $"The derived column '{shown}' is '{IssueCollector.Shorten(value)}' in every row and cannot tell rows apart; it is ignored.");
        }
    }

    private static string Rows(int count) => count == 1 ? "1 row" : $"{count.ToString("N0", CultureInfo.InvariantCulture)} rows";

    private static string Reason(IReadOnlyList<string> risks) => risks.Count == 0 ? "a number too large to hold" : string.Join(", or ", risks);
}
