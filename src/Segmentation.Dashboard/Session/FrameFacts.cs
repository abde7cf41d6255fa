using System.Runtime.CompilerServices;
using Segmentation.Core.Cleaning;
using Segmentation.Core.Features.Suggestions;
using Segmentation.Core.Frame;

namespace Segmentation.Dashboard.Session;

/// <summary>A column at a glance and in figures.</summary>
public sealed record ColumnFacts(ColumnSummary Summary, ColumnDescription Description);

/// <summary>
/// What pages show of a file besides its segments. Found once, off the tab's dispatcher, and forgotten with the frame;
/// tabs that share a file share it.
/// </summary>
public sealed class FrameFacts
{
    private readonly ConditionalWeakTable<DataFrame, Lazy<Task<IReadOnlyList<CategorySuggestion>>>> _suggestions = [];
    private readonly ConditionalWeakTable<DataColumn, ColumnFacts> _columns = [];

    /// <summary>Categories of any column that look alike, in the order of the columns.</summary>
    public Task<IReadOnlyList<CategorySuggestion>> SuggestionsAsync(DataFrame frame) =>
        _suggestions.GetValue(frame, key => new(() => Task.Run(() => FindSuggestions(key)))).Value;

    /// <summary>The facts of each column, in their order.</summary>
    public Task<ColumnFacts[]> OfAsync(IReadOnlyList<DataColumn> columns) =>
        Task.Run(() => columns.Select(column => _columns.GetValue(column, Find)).ToArray());

    /// <summary>Derived columns that may help.</summary>
    public static Task<IReadOnlyList<FeatureSuggestion>> FeaturesFor(DataFrame frame, Schema schema, DateOnly? today) =>
        Task.Run(() => FeatureSuggestions.For(frame, schema, today));

    private static ColumnFacts Find(DataColumn column) => new(ColumnSummary.Of(column), ColumnDescription.Of(column));

    private static IReadOnlyList<CategorySuggestion> FindSuggestions(DataFrame frame) =>
        [.. frame.Columns.OfType<TextColumn>().Where(column => column.Type == ColumnType.Category).SelectMany(CategorySuggestion.Find)];
}
