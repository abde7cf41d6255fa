namespace Segmentation.Core.Frame;

/// <summary>A column of texts, each distinct text stored once. Holds categories, booleans and free text alike.</summary>
public sealed class TextColumn : DataColumn
{
    /// <summary>The code of a missing cell.</summary>
    public const int MissingCode = -1;

    private readonly int[] _codes;
    private readonly string[] _dictionary;

    /// <summary>Wraps both arrays; the caller gives them away.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="type">Category, boolean or text.</param>
    /// <param name="codes">Per row the place of its text in <paramref name="dictionary"/>, or <see cref="MissingCode"/>.</param>
    /// <param name="dictionary">The distinct texts. For booleans exactly two: first what stands for no, then for yes.</param>
    public TextColumn(string name, ColumnType type, int[] codes, string[] dictionary)
        : base(name, type, MaskOf(codes))
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        if (type is not (ColumnType.Category or ColumnType.Boolean or ColumnType.Text))
        {
            throw new ArgumentOutOfRangeException(nameof(type), type, "A text column holds categories, booleans or text.");
        }

        (_codes, _dictionary) = (codes, dictionary);
    }

    /// <summary>Per row the place of its text in <see cref="Dictionary"/>, or <see cref="MissingCode"/>.</summary>
    public ReadOnlySpan<int> Codes => _codes;

    /// <summary>The array behind <see cref="Codes"/>, never to be written to.</summary>
    internal int[] SharedCodes => _codes;

    /// <summary>The distinct texts, in order of first appearance unless said otherwise.</summary>
    public IReadOnlyList<string> Dictionary => _dictionary;

    /// <summary>One text; null when missing.</summary>
    public string? this[int row] => _codes[row] == MissingCode ? null : _dictionary[_codes[row]];

    /// <summary>How many rows hold each text of <see cref="Dictionary"/>.</summary>
    internal int[] CountCodes()
    {
        var counts = new int[_dictionary.Length];
        foreach (var code in _codes)
        {
            if (code != MissingCode)
            {
                counts[code]++;
            }
        }

        return counts;
    }

    /// <inheritdoc/>
    public override DataColumn Take(ReadOnlySpan<int> rows)
    {
        var codes = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            codes[i] = _codes[rows[i]];
        }

        return new TextColumn(Name, Type, codes, _dictionary)
        {
            Misfits = TakeMisfits(rows),
            MissingTexts = MissingTexts.Take(rows),
        };
    }

    private protected override string FormatPresent(int row) => _dictionary[_codes[row]];

    private protected override int ComparePresent(int left, int right) =>
        _codes[left] == _codes[right] ? 0
        : string.Compare(_dictionary[_codes[left]], _dictionary[_codes[right]], StringComparison.OrdinalIgnoreCase);

    private static MissingMask MaskOf(int[] codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return MissingMask.Of<int>(codes, MissingCode);
    }
}
