namespace Segmentation.Core.Frame;

/// <summary>
/// What a file wrote into missing cells that were not empty, such as <c>NA</c> or <c>?</c>. Holds only those cells, and each
/// distinct text once. Immutable.
/// </summary>
public sealed class MissingTexts
{
    private readonly int[] _rows;
    private readonly byte[] _codes;
    private readonly string[] _texts;

    /// <summary>Wraps the arrays.</summary>
    /// <param name="rows">Rows in ascending order.</param>
    /// <param name="codes">Per row of <paramref name="rows"/> the place of its text.</param>
    /// <param name="texts">The distinct texts, at most 256.</param>
    internal MissingTexts(int[] rows, byte[] codes, string[] texts) => (_rows, _codes, _texts) = (rows, codes, texts);

    /// <summary>All missing cells were empty.</summary>
    public static MissingTexts None { get; } = new([], [], []);

    /// <summary>How many missing cells were not empty.</summary>
    public int Count => _rows.Length;

    /// <summary>What the cell held; empty when nothing. Takes the logarithm of <see cref="Count"/> steps.</summary>
    public string this[int row]
    {
        get
        {
            var place = _rows.Length == 0 ? -1 : Array.BinarySearch(_rows, row);
            return place < 0 ? "" : _texts[_codes[place]];
        }
    }

    internal MissingTexts Take(ReadOnlySpan<int> rows)
    {
        if (Count == 0)
        {
            return this;
        }

        var (taken, codes) = (new List<int>(), new List<byte>());
        for (var i = 0; i < rows.Length; i++)
        {
            var place = Array.BinarySearch(_rows, rows[i]);
            if (place >= 0)
            {
                taken.Add(i);
                codes.Add(_codes[place]);
            }
        }

        return new MissingTexts([.. taken], [.. codes], _texts);
    }

    /// <summary>Gathers the cells in ascending order of their rows.</summary>
    internal sealed class Builder
    {
        private readonly List<int> _rows = [];
        private readonly List<byte> _codes = [];
        private readonly List<string> _texts = [];

        public void Add(int row, string text)
        {
            var code = _texts.IndexOf(text);
            if (code < 0)
            {
                code = _texts.Count;
                _texts.Add(text);
            }

            _rows.Add(row);
            _codes.Add(checked((byte)code));
        }

        public MissingTexts Build() => _rows.Count == 0 ? None : new([.. _rows], [.. _codes], [.. _texts]);
    }
}
