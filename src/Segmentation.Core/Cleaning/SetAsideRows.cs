using Segmentation.Core.Frame;

namespace Segmentation.Core.Cleaning;

/// <summary>Which rows are set aside, and why. The first reason a row meets is the one it keeps. Immutable.</summary>
public sealed class SetAsideRows
{
    private readonly ushort[] _codes;
    private readonly string[] _reasons;

    /// <summary>Wraps both arrays; the caller gives them away.</summary>
    /// <param name="codes">Per row 0 when it is kept, else one more than the place of its reason.</param>
    /// <param name="reasons">Reasons as people and exports read them, such as <c>missing Income</c>.</param>
    public SetAsideRows(ushort[] codes, string[] reasons)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(reasons);
        (_codes, _reasons) = (codes, reasons);
        Kept = RowSelection.Where(codes.Length, row => _codes[row] == 0);
        Counts = CountByReason(codes, reasons);
    }

    /// <summary>The rows that stay in the clustering.</summary>
    public RowSelection Kept { get; }

    /// <summary>Rows set aside.</summary>
    public int Count => Kept.Total - Kept.Count;

    /// <summary>Rows set aside by reason, in the order of the steps; reasons without rows are left out.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Counts { get; }

    /// <summary>Why a row was set aside; null when it is kept.</summary>
    public string? ReasonOf(int row) => _codes[row] == 0 ? null : _reasons[_codes[row] - 1];

    private static KeyValuePair<string, int>[] CountByReason(ushort[] codes, string[] reasons)
    {
        var counts = new int[reasons.Length + 1];
        foreach (var code in codes)
        {
            counts[code]++;
        }

        return [.. reasons.Select((reason, place) => KeyValuePair.Create(reason, counts[place + 1])).Where(pair => pair.Value > 0)];
    }
}
