using System.Globalization;

namespace Segmentation.Core.Frame;

/// <summary>
/// What people call a row of the file: a customer, or a row where that would be wrong. The rule: rows are called customers
/// unless a key says otherwise. The key is the column named like a customer's (<c>customer_id</c>, <c>ClientNo</c>), else the
/// identifier, else a column named like an order's (<c>InvoiceNo</c>), else the first that is named like any key. A row is then
/// a row when the key names orders, or when a value stands in the key twice: a customer has several rows there. A file
/// without any such column holds customers.
/// </summary>
/// <param name="One">One of them: <c>customer</c>.</param>
/// <param name="Many">None or several: <c>customers</c>.</param>
public sealed record RowNoun(string One, string Many)
{
    /// <summary>A row is a customer.</summary>
    public static RowNoun Customer { get; } = new("customer", "customers");

    /// <summary>A row is one of several of a customer, or nobody knows.</summary>
    public static RowNoun Row { get; } = new("row", "rows");

    /// <summary>The noun at the beginning of a sentence or a heading.</summary>
    public string Heading => char.ToUpperInvariant(Many[0]) + Many[1..];

    /// <summary>The word for people: customers <c>who</c>, rows <c>that</c>.</summary>
    public string Who => this == Row ? "that" : "who";

    /// <summary>What a row of <paramref name="frame"/> is. Looks at every cell of the key.</summary>
    public static RowNoun Of(DataFrame frame, Schema schema)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(schema);
        return Of(RowKey.Find(frame, schema));
    }

    /// <summary>How many: <c>1 customer</c>, <c>2,400 customers</c>.</summary>
    public string Count(long count) => Count(count, "");

    /// <summary>How many, and what follows the noun, such as a verb that agrees with it.</summary>
    public string Count(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? One + one : Many + (many ?? one))}");

    internal static RowNoun Of(RowKey? key) => key is { } known && (known.NamesOrders || known.Repeats > 0) ? Row : Customer;
}
