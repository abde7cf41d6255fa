using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;

namespace Segmentation.Core.Features;

/// <summary>Which columns are clustered on.</summary>
public static class FeatureChoices
{
    /// <summary>What a person chose, in that order and each column once; when nobody chose, what the schema calls features, in the frame's order.</summary>
    /// <exception cref="UnusableDataException">A chosen column does not exist, or there is nothing to choose from.</exception>
    public static ValueList<FeatureChoice> Resolve(DataFrame frame, Schema schema, FeatureOptions options)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Chosen is { Count: > 0 } chosen)
        {
            foreach (var choice in chosen)
            {
                ThrowIfUnusable(frame, choice.Column);
            }

            return chosen.DistinctBy(choice => choice.Column).ToValueList();
        }

        return Suggest(frame, schema);
    }

    /// <summary>True for columns that can become features: numbers, categories and booleans.</summary>
    public static bool CanUse(DataColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column.IsNumeric || column.Type is ColumnType.Category or ColumnType.Boolean;
    }

    // Categories stand in where the file has no numbers: better a segmentation by them than none.
    private static ValueList<FeatureChoice> Suggest(DataFrame frame, Schema schema)
    {
        var numbers = frame.Columns.Where(column => column.IsNumeric && schema.RoleOf(column.Name) == ColumnRole.Feature);
        var categories = frame.Columns.Where(column => CanUse(column) && schema.RoleOf(column.Name) == ColumnRole.Category);
        ValueList<FeatureChoice> suggested = Choose(numbers) is { Count: > 0 } some ? some : Choose(categories);
        if (suggested.Count == 0)
        {
            throw new UnusableDataException(
                $"No column of numbers or categories is left to segment by{ConstantsOf(frame)}. Choose columns as features, or use a file with at least one column of numbers that differ.");
        }

        return suggested;
    }

    private static string ConstantsOf(DataFrame frame)
    {
        var constant = frame.Columns.Where(ColumnFacts.IsConstant).Select(column => $"'{IssueCollector.Shorten(column.Name)}'").ToList();
        var shown = string.Join(", ", constant.Take(5)) + (constant.Count > 5 ? ", ..." : "");
        return constant.Count switch
        {
            0 => "",
            1 => $": {shown} has the same value in every row",
            _ => $": {shown} have the same value in every row",
        };
    }

    private static ValueList<FeatureChoice> Choose(IEnumerable<DataColumn> columns) => columns
        .Where(column => column.Missing.Count < column.Length)
        .Take(FeatureOptions.MaxSuggested)
        .Select(column => new FeatureChoice(column.Name))
        .ToValueList();

    private static void ThrowIfUnusable(DataFrame frame, string name)
    {
        if (!frame.TryGetColumn(name, out var column))
        {
            throw new UnusableDataException(
                $"There is no column '{name}'. The file has: {string.Join(", ", frame.Columns.Take(30).Select(other => other.Name))}{(frame.Columns.Count > 30 ? ", ..." : "")}.");
        }

        if (!CanUse(column))
        {
            throw new UnusableDataException($"Column '{name}' holds {(column.Type == ColumnType.Date ? "dates" : "free text")}. Choose columns of numbers or categories.");
        }
    }
}
