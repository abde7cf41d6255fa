namespace Segmentation.Core.Cleaning;

/// <summary>Collects which rows are set aside and why, while the steps run.</summary>
internal sealed class SetAsideBuilder
{
    // The last code is left for the reasons of a table with more columns than a code can tell apart.
    private const int MostReasons = ushort.MaxValue - 1;
    private const string OtherReason = "other reasons";

    private readonly ushort[] _codes;
    private readonly List<string> _reasons;
    private readonly Dictionary<string, ushort> _codeByReason;

    public SetAsideBuilder(int rows)
    {
        (_codes, _reasons) = (new ushort[rows], []);
        _codeByReason = new Dictionary<string, ushort>(StringComparer.Ordinal);
    }

    private SetAsideBuilder(SetAsideBuilder other)
    {
        _codes = (ushort[])other._codes.Clone();
        _reasons = [.. other._reasons];
        _codeByReason = new Dictionary<string, ushort>(other._codeByReason, StringComparer.Ordinal);
        Count = other.Count;
    }

    /// <summary>Rows set aside so far.</summary>
    public int Count { get; private set; }

    /// <summary>Number of rows, set aside or not.</summary>
    public int Rows => _codes.Length;

    public bool IsKept(int row) => _codes[row] == 0;

    public SetAsideBuilder Copy() => new(this);

    /// <summary>Sets those of <paramref name="rows"/> aside that no earlier step did; returns how many they are.</summary>
    public int Add(ReadOnlySpan<int> rows, string reason)
    {
        var before = Count;
        var code = (ushort)0;
        foreach (var row in rows)
        {
            if (_codes[row] == 0)
            {
                code = code == 0 ? CodeOf(reason) : code;
                _codes[row] = code;
                Count++;
            }
        }

        return Count - before;
    }

    /// <summary>Freezes what was collected; the builder may not be used after.</summary>
    public SetAsideRows Build() => new(_codes, [.. _reasons]);

    private ushort CodeOf(string reason)
    {
        reason = _reasons.Count >= MostReasons && !_codeByReason.ContainsKey(reason) ? OtherReason : reason;
        if (!_codeByReason.TryGetValue(reason, out var code))
        {
            _reasons.Add(reason);
            code = (ushort)_reasons.Count;
            _codeByReason.Add(reason, code);
        }

        return code;
    }
}
