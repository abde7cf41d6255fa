using System.Globalization;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Profiling.Actions;

/// <summary>Guesses from names and units what columns of numbers and dates say about a customer. A person can say otherwise.</summary>
public static class ColumnMeanings
{
    private static readonly string[] s_income = ["income", "salary", "wage", "wages", "earnings"];
    private static readonly string[] s_spend = ["spend", "spending", "spent", "monetary", "revenue", "sales", "turnover", "amount", "mnt", "paid", "basket"];
    private static readonly string[] s_frequency = ["frequency", "orders", "purchases", "visits", "transactions", "invoices", "trips", "bookings", "sessions"];
    private static readonly string[] s_tenure = ["tenure", "seniority", "joined", "signup", "registered", "registration", "enrolled", "enrollment", "enrolment"];
    private static readonly string[] s_response = ["response", "responded", "accepted", "converted"];
    private static readonly string[] s_neverSpend = ["discount", "price", "cost", "costs", "balance", "debt", "tax", "limit", "credit", "loan"];

    // Points and shares are no money, and averages do not add up to a total.
    private static readonly string[] s_noTotal =
        ["score", "index", "rank", "rating", "share", "ratio", "rate", "percent", "pct", "points", "basket", "average", "avg", "mean", "median", "per"];

    /// <summary>The meaning of each column that has one: what <paramref name="chosen"/> says, else the guess. In the frame's order.</summary>
    public static IReadOnlyList<KeyValuePair<string, ColumnMeaning>> Of(DataFrame frame, Schema schema, ValueMap<ColumnMeaning> chosen)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(chosen);
        return
        [
            .. frame.Columns.Where(column => CanMean(column, schema))
                .Select(column => KeyValuePair.Create(column.Name, chosen.TryGetValue(column.Name, out var meaning) ? meaning : Guess(column)))
                .Where(pair => pair.Value != ColumnMeaning.None),
        ];
    }

    /// <summary>Whether a column can have a meaning: numbers and dates that are neither the identifier nor ignored.</summary>
    public static bool CanMean(DataColumn column, Schema schema)
    {
        ArgumentNullException.ThrowIfNull(column);
        ArgumentNullException.ThrowIfNull(schema);
        return column is NumberColumn or DateColumn && schema.RoleOf(column.Name) is not (ColumnRole.Identifier or ColumnRole.Ignored);
    }

    /// <summary>What the name and the unit of a column suggest.</summary>
    public static ColumnMeaning Guess(DataColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var words = ColumnWords.SetOf(column.Name);
        if (column is DateColumn)
        {
            return words.Overlaps(["last", "latest", "recent"]) ? ColumnMeaning.Recency
                : words.Overlaps(s_tenure) || words.Overlaps(["since", "customer", "join", "member", "sign", "first"]) ? ColumnMeaning.Tenure
                : ColumnMeaning.None;
        }

        return words.Contains("recency") || (words.Contains("since") && words.Overlaps(["last", "days", "weeks", "months"])) ? ColumnMeaning.Recency
            : words.Overlaps(s_tenure) ? ColumnMeaning.Tenure
            : words.Overlaps(s_income) ? ColumnMeaning.Income
            : words.Overlaps(s_response) ? ColumnMeaning.Response
            : words.Overlaps(s_neverSpend) ? ColumnMeaning.None
            : words.Overlaps(s_spend) ? ColumnMeaning.Spend
            : words.Overlaps(s_frequency) ? ColumnMeaning.Frequency
            : HasCurrency((NumberColumn)column) ? ColumnMeaning.Spend
            : ColumnMeaning.None;
    }

    /// <summary>
    /// The columns that together are what a customer spent: amounts that mean spending, scores and averages left out. Where one
    /// is called a total, that one alone; empty where there is none.
    /// </summary>
    public static IReadOnlyList<string> MoneyColumns(DataFrame frame, IEnumerable<KeyValuePair<string, ColumnMeaning>> meanings)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(meanings);
        string[] amounts =
        [
            .. meanings.Where(pair => pair.Value == ColumnMeaning.Spend && frame[pair.Key] is NumberColumn).Select(pair => pair.Key)
                .Where(name => !ColumnWords.SetOf(name).Overlaps(s_noTotal)),
        ];
        return Array.Find(amounts, name => ColumnWords.SetOf(name).Contains("total")) is { } total ? [total] : amounts;
    }

    private static bool HasCurrency(NumberColumn column) => (column.Name + column.Style.Prefix + column.Style.Suffix)
        .Any(character => char.GetUnicodeCategory(character) == UnicodeCategory.CurrencySymbol);
}
