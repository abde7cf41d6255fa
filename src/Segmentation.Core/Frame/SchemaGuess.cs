using Segmentation.Core.Collections;
using Segmentation.Core.Frame.IO;

namespace Segmentation.Core.Frame;

/// <summary>Guesses from names and values what each column is used for.</summary>
internal static class SchemaGuess
{
    private const int MostLabels = 20;

    private static readonly HashSet<string> s_labelWords = new(StringComparer.Ordinal)
    {
        "response", "label", "labels", "class", "target", "cluster", "churn", "churned", "outcome", "exited", "attrition", "converted", "segment",
    };

    public static ValueMap<ColumnRole> Roles(DataFrame frame)
    {
        var identifier = Identifier(frame);
        return frame.Columns.Select(column => KeyValuePair.Create(column.Name, column == identifier ? ColumnRole.Identifier : Role(column))).ToValueMap();
    }

    /// <summary>The role of a column that does not name the customer.</summary>
    public static ColumnRole Role(DataColumn column)
    {
        if (ColumnFacts.IsEmpty(column) || ColumnFacts.IsConstant(column))
        {
            return ColumnRole.Ignored;
        }

        if (KeyNames.IsKey(column.Name) || IsPaddedCode(column))
        {
            return column.Type is ColumnType.Integer or ColumnType.Text ? ColumnRole.Ignored : ByType(column);
        }

        return IsLabel(column) ? ColumnRole.Label : ByType(column);
    }

    private static ColumnRole ByType(DataColumn column) => column.Type switch
    {
        ColumnType.Integer or ColumnType.Number => ColumnRole.Feature,
        ColumnType.Date => ColumnRole.Date,
        ColumnType.Category or ColumnType.Boolean => ColumnRole.Category,
        _ => ColumnRole.Ignored,
    };

    // A unique key with a telling name; the customer's key, repeated as in order lines; a unique key in front; any other key by name.
    private static DataColumn? Identifier(DataFrame frame)
    {
        var candidates = frame.Columns.Where(column => column.Type is ColumnType.Integer or ColumnType.Text && !ColumnFacts.IsEmpty(column)).ToList();
        var named = candidates.Where(column => KeyNames.IsKey(column.Name)).ToList();
        return named.Find(IsUnique)
            ?? named.Find(column => KeyNames.IsCustomerName(column.Name))
            ?? candidates.Find(column => column == frame.Columns[0] && IsKeyInFront(column))
            ?? named.FirstOrDefault()
            ?? candidates.Find(IsPaddedCode);
    }

    // Numbers in front are a key when they count upwards without great gaps; an income does not.
    private static bool IsKeyInFront(DataColumn column) => column switch
    {
        TextColumn => column.Length > 1 && IsUnique(column),
        NumberColumn number => number.Length > 1 && number.Missing.Count == 0 && IsCounting(number.Values),
        _ => false,
    };

    private static bool IsCounting(ReadOnlySpan<double> values)
    {
        for (var row = 1; row < values.Length; row++)
        {
            if (values[row] <= values[row - 1])
            {
                return false;
            }
        }

        return values[^1] - values[0] < 2.0 * values.Length;
    }

    private static bool IsUnique(DataColumn column)
    {
        if (column.Missing.Count > 0)
        {
            return false;
        }

        if (column is TextColumn text)
        {
            return text.Dictionary.Count == text.Length;
        }

        var seen = new HashSet<double>();
        foreach (var value in ((NumberColumn)column).Values)
        {
            if (!seen.Add(value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPaddedCode(DataColumn column) => column is NumberColumn { Type: ColumnType.Integer, Style.MinimumDigits: > 1 };

    private static bool IsLabel(DataColumn column) => KeyNames.Words(column.Name).Exists(s_labelWords.Contains) && column switch
    {
        NumberColumn { Type: ColumnType.Integer } number => number.Values.ToArray().Where(value => !double.IsNaN(value)).Distinct().Take(MostLabels + 1).Count() <= MostLabels,
        TextColumn { Type: not ColumnType.Text } text => text.Dictionary.Count <= MostLabels,
        _ => false,
    };
}
