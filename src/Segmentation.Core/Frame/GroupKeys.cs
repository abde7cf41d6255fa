using System.Runtime.InteropServices;

namespace Segmentation.Core.Frame;

/// <summary>Which group each row of a view is in; groups are numbered in order of their first row.</summary>
internal sealed class GroupKeys
{
    /// <summary>The code of a missing cell.</summary>
    public const int Missing = -1;

    private readonly int[] _groupOfPosition;
    private readonly int _count;

    private GroupKeys(int[] groupOfPosition, int count) => (_groupOfPosition, _count) = (groupOfPosition, count);

    public static GroupKeys Of(DataFrameView view, IReadOnlyList<string> columns)
    {
        var groups = new int[view.Rows];
        var count = Math.Min(1, view.Rows);
        foreach (var codes in columns.Select(column => Codes(view.Frame[column])))
        {
            count = Split(groups, codes, view.Selection);
        }

        return new GroupKeys(groups, count);
    }

    /// <summary>A number per row that is the same for the same value; <see cref="Missing"/> for none.</summary>
    public static int[] Codes(DataColumn column) => column switch
    {
        TextColumn text => text.Codes.ToArray(),
        NumberColumn number => Codes(number.Values, double.NaN),
        _ => Codes(((DateColumn)column).Values, DateTime.MinValue),
    };

    /// <summary>The frame's rows, group after group, and where each group starts; one start more than groups.</summary>
    public int[] RowsByGroup(RowSelection selection, out int[] starts)
    {
        starts = new int[_count + 1];
        foreach (var group in _groupOfPosition)
        {
            starts[group + 1]++;
        }

        for (var group = 0; group < _count; group++)
        {
            starts[group + 1] += starts[group];
        }

        var next = starts.ToArray();
        var rows = new int[_groupOfPosition.Length];
        for (var position = 0; position < rows.Length; position++)
        {
            rows[next[_groupOfPosition[position]]++] = selection[position];
        }

        return rows;
    }

    private static int Split(int[] groups, int[] codes, RowSelection selection)
    {
        var known = new Dictionary<(int Group, int Code), int>();
        for (var position = 0; position < groups.Length; position++)
        {
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(known, (groups[position], codes[selection[position]]), out var exists);
            group = exists ? group : known.Count - 1;
            groups[position] = group;
        }

        return known.Count;
    }

    private static int[] Codes<T>(ReadOnlySpan<T> values, T missing)
        where T : struct, IEquatable<T>
    {
        var known = new Dictionary<T, int>();
        var codes = new int[values.Length];
        for (var row = 0; row < codes.Length; row++)
        {
            if (values[row].Equals(missing))   // unlike ==, true for NaN and NaN
            {
                codes[row] = Missing;
                continue;
            }

            ref var code = ref CollectionsMarshal.GetValueRefOrAddDefault(known, values[row], out var exists);
            code = exists ? code : known.Count - 1;
            codes[row] = code;
        }

        return codes;
    }
}
