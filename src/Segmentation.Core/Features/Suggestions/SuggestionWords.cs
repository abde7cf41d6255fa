namespace Segmentation.Core.Features.Suggestions;

/// <summary>Words in names of columns, in lower case, by what they speak of. Few on purpose: a wrong guess costs more than none.</summary>
internal static class SuggestionWords
{
    public static IReadOnlySet<string> Birth { get; } = Set(
        "birth", "born", "yob", "dob", "birthday", "birthdate", "geburtsjahr", "geburtsdatum", "jahrgang");

    public static IReadOnlySet<string> Joining { get; } = Set(
        "customer", "client", "member", "joined", "join", "since", "signup", "registered", "registration",
        "enrolled", "enrollment", "enrolment", "opened", "created");

    public static IReadOnlySet<string> Child { get; } = Set(
        "kid", "kids", "kidhome", "child", "children", "childhome", "teen", "teens", "teenhome", "teenager", "teenagers",
        "baby", "babies", "infant", "infants", "toddler", "toddlers", "kinder");

    public static IReadOnlySet<string> Money { get; } = Set(
        "mnt", "amount", "amounts", "amt", "spend", "spent", "spending", "sales", "revenue",
        "turnover", "expense", "expenses", "umsatz", "monto", "montant");

    public static IReadOnlySet<string> Income { get; } = Set("income", "salary", "wage", "earnings", "einkommen");

    public static IReadOnlySet<string> Purchase { get; } = Set(
        "purchase", "purchases", "order", "orders", "transaction", "transactions", "invoices", "receipts", "trips");

    /// <summary>In front of a name they say that it counts, and not what.</summary>
    public static IReadOnlySet<string> Counter { get; } = Set("num", "number", "nr", "no", "n", "count", "cnt", "anzahl", "qty", "total", "sum");

    public static IReadOnlySet<string> Campaign { get; } = Set("cmp", "campaign", "campaigns", "accepted", "offer", "promo");

    private static HashSet<string> Set(params string[] words) => words.ToHashSet(StringComparer.Ordinal);
}
