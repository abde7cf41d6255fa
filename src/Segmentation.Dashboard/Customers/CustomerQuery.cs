namespace Segmentation.Dashboard.Customers;

/// <summary>Which customers by whether they take part in the clustering.</summary>
public enum CustomerScope
{
    /// <summary>Everyone in the file.</summary>
    All,

    /// <summary>Those who are in a segment.</summary>
    Clustered,

    /// <summary>Those who could as well be in the next segment.</summary>
    Borderline,

    /// <summary>Those who are set aside.</summary>
    SetAside,
}

/// <summary>What a list of customers can be ordered by.</summary>
public enum CustomerOrder
{
    /// <summary>As in the file.</summary>
    File,

    /// <summary>By segment; those set aside last, by their reason.</summary>
    Segment,

    /// <summary>By margin; those without one last.</summary>
    Margin,

    /// <summary>By <see cref="CustomerQuery.SortColumn"/>; missing cells last.</summary>
    Column,
}

/// <summary>Which customers a list holds, and in what order.</summary>
public sealed record CustomerQuery
{
    /// <summary>Everyone, as in the file.</summary>
    public static CustomerQuery Everyone { get; } = new();

    /// <summary>Whether those who are set aside are listed.</summary>
    public CustomerScope Scope { get; init; }

    /// <summary>Only this segment, from 1, or 0 for the unassigned; null for all.</summary>
    public int? Segment { get; init; }

    /// <summary>Only customers with this text in the identifier or in a cell of text, whatever its case; empty for all.</summary>
    public string Search { get; init; } = "";

    /// <summary>Only these rows of the file, ascending; null for all.</summary>
    public IReadOnlyList<int>? Within { get; init; }

    /// <summary>What the list is ordered by; ties stay in the file's order.</summary>
    public CustomerOrder Order { get; init; }

    /// <summary>The column of <see cref="CustomerOrder.Column"/>.</summary>
    public string? SortColumn { get; init; }

    /// <summary>Largest first; what has no value still comes last.</summary>
    public bool Descending { get; init; }

    /// <summary>Whether this is the order.</summary>
    public bool IsBy(CustomerOrder order, string? column) => Order == order && SortColumn == column;

    /// <summary>The next order when a column's head is clicked: first ascending, then descending, then as in the file.</summary>
    public CustomerQuery NextBy(CustomerOrder order, string? column) => (IsBy(order, column), Descending) switch
    {
        (false, _) => this with { Order = order, SortColumn = column, Descending = false },
        (true, false) => this with { Descending = true },
        _ => this with { Order = CustomerOrder.File, SortColumn = null, Descending = false },
    };

    /// <summary>Those whom a list offers by name: a segment's number, <c>border</c>, <c>aside</c>, or everyone.</summary>
    public CustomerQuery Of(string? choice) => choice switch
    {
        "border" => this with { Segment = null, Scope = CustomerScope.Borderline },
        "aside" => this with { Segment = null, Scope = CustomerScope.SetAside },
        var text when int.TryParse(text, out var segment) => this with { Segment = segment, Scope = CustomerScope.All },
        _ => this with { Segment = null, Scope = CustomerScope.All },
    };
}
