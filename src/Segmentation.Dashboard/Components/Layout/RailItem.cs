namespace Segmentation.Dashboard.Components.Layout;

/// <summary>One place in the rail.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Icon">The name of its Material Symbol.</param>
/// <param name="Href">Where it leads; null for a heading or a place that cannot be gone to.</param>
/// <param name="Unavailable">Why it cannot be gone to; null when it can.</param>
/// <param name="NeedsAttention">Why someone should look there; null when nothing waits.</param>
/// <param name="IsNested">Whether it belongs to the heading before it.</param>
public sealed record RailItem(
    string Label,
    string Icon,
    string? Href,
    string? Unavailable = null,
    string? NeedsAttention = null,
    bool IsNested = false)
{
    private const string Later = "Comes with a later release";
    private const string NeedsOrders = "Needs order lines; comes with a later release";

    /// <summary>Every place of the product, in the order of the work.</summary>
    public static IReadOnlyList<RailItem> All { get; } =
    [
        new("Overview", "dashboard", ""),
        new("Data", "table_chart", "data"),
        new("Clean", "cleaning_services", "clean"),
        new("Explore", "query_stats", "explore"),
        new("Features", "tune", "features"),
        new("Segments", "bubble_chart", "segments"),
        new("Profiles", "groups", "profiles"),
        new("Purchases", "shopping_bag", null),
        new("RFM", "calendar_month", null, NeedsOrders, IsNested: true),
        new("Baskets", "shopping_basket", null, NeedsOrders, IsNested: true),
        new("Value", "payments", null, NeedsOrders, IsNested: true),
        new("Response", "campaign", null, NeedsOrders, IsNested: true),
        new("Offers", "sell", null, NeedsOrders, IsNested: true),
    ];

    /// <summary>The places, of which one needs attention.</summary>
    public static IReadOnlyList<RailItem> WithAttention(string label, string reason) =>
        [.. All.Select(item => item.Label == label ? item with { NeedsAttention = reason } : item)];
}
