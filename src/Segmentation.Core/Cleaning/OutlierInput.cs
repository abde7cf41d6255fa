using System.Collections.Concurrent;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>
/// What all steps before the outliers have made of a frame. It does not depend on any choice about outliers, so it is
/// worth keeping while their threshold moves: it also keeps the sorted values of the features. Immutable, safe to share.
/// </summary>
public sealed class OutlierInput
{
    private readonly SetAsideBuilder _setAside;
    private readonly IReadOnlyDictionary<string, FilledNumbers> _filled;
    private readonly ConcurrentDictionary<string, SortedValues> _sorted = new(StringComparer.Ordinal);

    internal OutlierInput(CleaningState state)
    {
        (Frame, _setAside, _filled) = (state.ToFrame(), state.SetAside.Copy(), state.Filled);
        (Ledger, ConstantColumns) = ([.. state.Ledger], [.. state.ConstantColumns]);
        Columns = [.. state.UsefulFeatures.Where(name => state[name] is NumberColumn)];
    }

    /// <summary>The numeric features that are not constant: the columns in which outliers are looked for.</summary>
    public IReadOnlyList<string> Columns { get; }

    internal DataFrame Frame { get; }

    internal IReadOnlyList<LedgerEntry> Ledger { get; }

    internal IReadOnlyList<string> ConstantColumns { get; }

    /// <summary>
    /// How many rows a rule would catch in one of <see cref="Columns"/>. Takes the logarithm of the rows once the column
    /// is sorted.
    /// </summary>
    /// <exception cref="KeyNotFoundException">No column in which outliers are looked for has that name.</exception>
    public int CountOutliers(string column, OutlierOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        if (!Columns.Contains(column, StringComparer.Ordinal))
        {
            throw new KeyNotFoundException($"Outliers are not looked for in '{column}'.");
        }

        var values = ValuesOf(column);
        return values.Count > 0 && Fences.Of(values, options) is { Lower: { } lower, Upper: { } upper }
            ? values.CountBelow(lower) + values.CountAbove(upper)
            : 0;
    }

    internal SetAsideBuilder CopySetAside() => _setAside.Copy();

    internal bool IsKept(int row) => _setAside.IsKept(row);

    internal SortedValues ValuesOf(string column) => _sorted.GetOrAdd(column, static (name, input) => input.Sort(name), this);

    // No row is set aside after the first cell was filled, so the filled cells are all in kept rows.
    private SortedValues Sort(string column) => _filled.TryGetValue(column, out var filled)
        ? SortedValues.Of(filled.Before, _setAside).With(filled.Value, filled.Count)
        : SortedValues.Of((NumberColumn)Frame[column], _setAside);
}
