namespace Segmentation.Core.Frame;

/// <summary>One named column of a <see cref="DataFrame"/>. Immutable, and shared by all frames it appears in.</summary>
public abstract class DataColumn
{
    private protected DataColumn(string name, ColumnType type, MissingMask missing)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(missing);
        (Name, Type, Missing) = (name, type, missing);
    }

    /// <summary>Unique in its frame, compared by ordinal.</summary>
    public string Name { get; }

    /// <summary>What the cells are.</summary>
    public ColumnType Type { get; }

    /// <summary>Which cells are missing.</summary>
    public MissingMask Missing { get; }

    /// <summary>Number of rows.</summary>
    public int Length => Missing.Length;

    /// <summary>True for columns of whole numbers and numbers.</summary>
    public bool IsNumeric => Type is ColumnType.Integer or ColumnType.Number;

    /// <summary>
    /// What the file held in cells that did not fit the column's type, by row. Those cells are missing here, and the
    /// export writes what the file held.
    /// </summary>
    public IReadOnlyDictionary<int, string> Misfits { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<int, string>.Empty;

    /// <summary>What the file held in missing cells that were not empty, such as <c>NA</c>; the export writes it again.</summary>
    public MissingTexts MissingTexts { get; init; } = MissingTexts.None;

    /// <summary>The cell as the file writes it; empty when missing, the original text of a misfit or of a word for "missing".</summary>
    public string Format(int row) =>
        !Missing[row] ? FormatPresent(row)
        : Misfits.TryGetValue(row, out var original) ? original
        : MissingTexts[row];

    /// <summary>The cell in the column's style; <paramref name="row"/> is not missing.</summary>
    private protected abstract string FormatPresent(int row);

    /// <summary>A column of the given rows, copied in the given order.</summary>
    public abstract DataColumn Take(ReadOnlySpan<int> rows);

    /// <summary>Orders two rows by value, missing cells last; ties give 0.</summary>
    public int CompareRows(int left, int right) =>
        (Missing[left], Missing[right]) switch
        {
            (false, false) => ComparePresent(left, right),
            (true, true) => 0,
            (var leftMissing, _) => leftMissing ? 1 : -1,
        };

    private protected abstract int ComparePresent(int left, int right);

    private protected IReadOnlyDictionary<int, string> TakeMisfits(ReadOnlySpan<int> rows)
    {
        if (Misfits.Count == 0)
        {
            return Misfits;
        }

        var taken = new Dictionary<int, string>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (Misfits.TryGetValue(rows[i], out var text))
            {
                taken.Add(i, text);
            }
        }

        return taken;
    }
}
