using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>What the steps hand to each other: the columns as they are so far, the rows set aside, the ledger.</summary>
internal sealed class CleaningState
{
    private readonly Dictionary<string, DataColumn> _replaced = new(StringComparer.Ordinal);
    private readonly HashSet<string> _features;
    private readonly HashSet<string> _constant = new(StringComparer.Ordinal);

    public CleaningState(DataFrame original, IReadOnlyList<string> features, CleaningOptions options)
    {
        (Original, Options) = (original, options);
        Features = [.. features.Distinct(StringComparer.Ordinal).Where(name => original.TryGetColumn(name, out _))];
        _features = Features.ToHashSet(StringComparer.Ordinal);
        SetAside = new SetAsideBuilder(original.Rows);
    }

    /// <summary>The frame as it was read.</summary>
    public DataFrame Original { get; }

    public CleaningOptions Options { get; }

    /// <summary>The chosen features that the frame has, each once.</summary>
    public IReadOnlyList<string> Features { get; }

    public SetAsideBuilder SetAside { get; }

    public List<LedgerEntry> Ledger { get; } = [];

    /// <summary>Columns of numbers with their gaps filled: a filled column need not be sorted anew.</summary>
    public Dictionary<string, FilledNumbers> Filled { get; } = new(StringComparer.Ordinal);

    /// <summary>In the order in which they were found.</summary>
    public List<string> ConstantColumns { get; } = [];

    /// <summary>The features that can tell customers apart, as far as is known.</summary>
    public IEnumerable<string> UsefulFeatures => Features.Where(name => !_constant.Contains(name));

    public bool IsFeature(string column) => _features.Contains(column);

    /// <summary>A column as the steps so far have left it.</summary>
    public DataColumn this[string name] => _replaced.TryGetValue(name, out var column) ? column : Original[name];

    public void Replace(DataColumn column) => _replaced[column.Name] = column;

    public void AddConstant(string column)
    {
        if (_constant.Add(column))
        {
            ConstantColumns.Add(column);
        }
    }

    /// <summary>What a person decided about a step, or else what the step suggests.</summary>
    public bool IsOn(string key, bool suggestion = true) => Options.Switches.TryGetValue(key, out var chosen) ? chosen : suggestion;

    /// <summary>The frame so far; the original itself when no column was replaced.</summary>
    public DataFrame ToFrame() =>
        _replaced.Count == 0 ? Original : new DataFrame([.. Original.Columns.Select(column => this[column.Name])]);
}

/// <summary>What a column was, and with what how many of its cells were filled.</summary>
internal sealed record FilledNumbers(NumberColumn Before, double Value, int Count);
