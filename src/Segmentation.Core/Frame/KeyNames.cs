using System.Text.RegularExpressions;

namespace Segmentation.Core.Frame;

/// <summary>Tells from a column's name whether it holds keys, and whose.</summary>
internal static partial class KeyNames
{
    private static readonly HashSet<string> s_keyWords = new(StringComparer.Ordinal) { "id", "ids", "key", "uuid", "guid", "identifier" };
    private static readonly HashSet<string> s_customerWords = new(StringComparer.Ordinal) { "customer", "client", "member", "user", "person", "account" };
    private static readonly HashSet<string> s_orderWords = new(StringComparer.Ordinal) { "order", "invoice", "transaction", "receipt", "basket", "purchase" };
    private static readonly HashSet<string> s_numberWords = new(StringComparer.Ordinal) { "no", "nr", "num", "number", "code", "ref", "reference" };

    /// <summary>Whether the name is a key's: <c>ID</c>, <c>store_key</c>, <c>customer</c>, <c>client no</c>.</summary>
    public static bool IsKey(string name)
    {
        var words = Words(name);
        return words.Exists(s_keyWords.Contains)
            || (words.Exists(s_customerWords.Contains) && (words.Count == 1 || words.Exists(s_numberWords.Contains)) && words.Count <= 2);
    }

    /// <summary>Whether the name is a key's and speaks of customers, if only in the word <c>customer</c>.</summary>
    public static bool IsCustomerName(string name) => Words(name).Exists(s_customerWords.Contains) && IsKey(name);

    /// <summary>Whether the name says key and customer in two words: <c>customer_id</c>, <c>ClientNo</c>.</summary>
    public static bool IsCustomerKey(string name) => IsPair(name, s_customerWords);

    /// <summary>Whether the name says key and order in two words: <c>InvoiceNo</c>, <c>order id</c>.</summary>
    public static bool IsOrderKey(string name) => IsPair(name, s_orderWords);

    /// <summary>The words of a name in lower case: CustomerID, customer_id and "Customer Id" are the words customer and id.</summary>
    public static List<string> Words(string name) => [.. WordPattern().Matches(name).Select(match => match.Value.ToLowerInvariant())];

    private static bool IsPair(string name, HashSet<string> subjects) =>
        Words(name) is [var subject, var key] && subjects.Contains(subject) && (s_keyWords.Contains(key) || s_numberWords.Contains(key));

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")]
    private static partial Regex WordPattern();
}
