using Segmentation.Core.Collections;
using Segmentation.Core.Exploring;
using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Session;

/// <summary>The rows that Explore is about, and each column over all of them.</summary>
/// <param name="Frame">The frame, coded.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Columns">Columns that have been looked at so far, in the file's order.</param>
public sealed record ExploreBase(CodedFrame Frame, RowMask Rows, IReadOnlyList<ColumnOverview> Columns)
{
    /// <summary>A column by its name; null while it has not been looked at, or when there is none.</summary>
    public ColumnOverview? Find(string? column) => Columns.FirstOrDefault(overview => overview.Column == column);
}

/// <summary>What a filter leaves.</summary>
/// <param name="Filter">The filter.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Unknown">Rows that are not among them only because a cell is missing.</param>
/// <param name="Statistics">One per column of <see cref="ExploreBase.Columns"/>.</param>
public sealed record ExploreSelection(RowFilter Filter, RowMask Rows, int Unknown, IReadOnlyList<ColumnStatistics> Statistics);

/// <summary>The selected rows by segment.</summary>
/// <param name="Numbers">The segments, in the order of their size.</param>
/// <param name="Statistics">Per column of <see cref="ExploreBase.Columns"/> one for each of them.</param>
/// <param name="Others">Segments that are not among them, because there are too many.</param>
public sealed record ExploreSegments(ValueList<int> Numbers, IReadOnlyList<IReadOnlyList<ColumnStatistics>> Statistics, int Others);

/// <summary>What Explore shows at one moment: what has been found of what was asked for. Immutable.</summary>
public sealed record ExploreState
{
    /// <summary>What was asked for.</summary>
    public ExploreQuery Query { get; init; } = new();

    /// <summary>All rows; null before anything is found.</summary>
    public ExploreBase? Base { get; init; }

    /// <summary>The filtered rows; of an older filter while a new one is being counted.</summary>
    public ExploreSelection? Selection { get; init; }

    /// <summary>By segment; null when nobody asked.</summary>
    public ExploreSegments? Segments { get; init; }

    /// <summary>How columns hang together.</summary>
    public AssociationMatrix? Matrix { get; init; }

    /// <summary>The scatter matrix.</summary>
    public ScatterGrid? Grid { get; init; }

    /// <summary>The pair that is looked at closely.</summary>
    public SlotTable? Pair { get; init; }

    /// <summary>What is missing together.</summary>
    public MissingPatterns? Gaps { get; init; }

    /// <summary>What is being done, for people; null when everything is there.</summary>
    public string? Activity { get; init; }
}
