using Segmentation.Core.Collections;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>What values a column may hold; null for no limit.</summary>
public sealed record AllowedRange(double? Minimum, double? Maximum);

/// <summary>What a person decided about cleaning. Equal choices are equal options.</summary>
public sealed record CleaningOptions
{
    /// <summary>Most filters of <see cref="SetAside"/>.</summary>
    public const int MaxSetAside = 50;

    /// <summary>Rows to be set aside by hand: those that fulfil any of the filters, by the cells as the file has them.</summary>
    public ValueList<RowFilter> SetAside { get; init; } = ValueList<RowFilter>.Empty;

    /// <summary>How missing cells of columns without a rule of their own are treated.</summary>
    public MissingRule Missing { get; init; } = new(MissingAction.Median);

    /// <summary>Rules of single columns.</summary>
    public ValueMap<MissingRule> MissingByColumn { get; init; } = ValueMap<MissingRule>.Empty;

    /// <summary>How outliers of columns without a rule of their own are treated.</summary>
    public OutlierOptions Outliers { get; init; } = new();

    /// <summary>Rules of single columns.</summary>
    public ValueMap<OutlierOptions> OutliersByColumn { get; init; } = ValueMap<OutlierOptions>.Empty;

    /// <summary>Limits beyond which a column's value is impossible; they replace what <see cref="PlausibleRange"/> guesses.</summary>
    public ValueMap<AllowedRange> AllowedRanges { get; init; } = ValueMap<AllowedRange>.Empty;

    /// <summary>Per column, categories to be read as another one: from, to.</summary>
    public ValueMap<ValueMap<string>> MergedCategories { get; init; } = ValueMap<ValueMap<string>>.Empty;

    /// <summary>Steps that a person switched on or off, by <see cref="LedgerEntry.Key"/>; others stand as the step suggests.</summary>
    public ValueMap<bool> Switches { get; init; } = ValueMap<bool>.Empty;

    /// <summary>These options with the suggested choices about outliers: equal for options that differ in nothing else.</summary>
    public CleaningOptions WithoutOutliers() => this with
    {
        Outliers = new(),
        OutliersByColumn = ValueMap<OutlierOptions>.Empty,
        Switches = Switches.Where(pair => !pair.Key.StartsWith(OutliersRule.KeyPrefix, StringComparison.Ordinal)).ToValueMap(),
    };
}
