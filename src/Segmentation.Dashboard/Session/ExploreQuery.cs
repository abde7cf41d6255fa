using Segmentation.Core.Collections;
using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Session;

/// <summary>What a person looks at on the page Explore. Equal choices are equal queries.</summary>
public sealed record ExploreQuery
{
    /// <summary>The rows that all charts are about.</summary>
    public RowFilter Filter { get; init; } = RowFilter.None;

    /// <summary>Whether rows that are set aside are looked at too.</summary>
    public bool IncludesSetAside { get; init; }

    /// <summary>Whether columns are shown by segment.</summary>
    public bool BySegment { get; init; }

    /// <summary>Whether correlations are of ranks.</summary>
    public bool ByRank { get; init; }

    /// <summary>The columns of the map of pairs; null for those that suggest themselves.</summary>
    public ValueList<string>? PairColumns { get; init; }

    /// <summary>The columns of the scatter matrix; null for those that suggest themselves.</summary>
    public ValueList<string>? ScatterColumns { get; init; }

    /// <summary>The column that is looked at closely; null for none.</summary>
    public string? Column { get; init; }

    /// <summary>The pair that is looked at closely; null for the strongest.</summary>
    public ColumnPair? Pair { get; init; }
}

/// <summary>Two columns.</summary>
public sealed record ColumnPair(string First, string Second);
