using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;

namespace Segmentation.Dashboard.Customers;

/// <summary>Finds and orders the customers that a grid shows or an export takes.</summary>
public static class CustomerList
{
    // No segment has this number: there are 254 at most.
    private const byte Aside = byte.MaxValue;

    private const int RowsBetweenChecks = 1 << 16;

    /// <summary>The file's rows that <paramref name="query"/> asks for, in its order.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static int[] Find(SegmentationSnapshot snapshot, CustomerQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(query);
        var segments = SegmentByRow(snapshot);
        var isFound = new CustomerSearch(snapshot.Data.Frame, snapshot.Schema, query.Search);
        Func<int, bool> isNear = query.Scope == CustomerScope.Borderline ? snapshot.IsBorderline : _ => true;
        var rows = new List<int>();
        var total = query.Within?.Count ?? snapshot.Data.Frame.Rows;
        for (var i = 0; i < total; i++)
        {
            if (i % RowsBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var row = query.Within is null ? i : query.Within[i];
            if (IsIn(query, segments[row]) && isNear(row) && isFound.Matches(row))
            {
                rows.Add(row);
            }
        }

        return Ordered(snapshot, query, segments, [.. rows], cancellationToken);
    }

    private static bool IsIn(CustomerQuery query, byte segment) => query.Scope switch
    {
        CustomerScope.SetAside => segment == Aside,
        CustomerScope.Clustered => segment != Aside && (query.Segment ?? segment) == segment,
        _ => (query.Segment ?? segment) == segment,
    };

    // Per row of the file its segment's number, or Aside.
    private static byte[] SegmentByRow(SegmentationSnapshot snapshot)
    {
        var segments = new byte[snapshot.Data.Frame.Rows];
        Array.Fill(segments, Aside);
        var (rows, labels) = (snapshot.Features.Rows, snapshot.Quality.Clustering.Labels);
        for (var position = 0; position < rows.Count; position++)
        {
            segments[rows[position]] = (byte)snapshot.NumberOf(labels[position]);
        }

        return segments;
    }

    private static int[] Ordered(SegmentationSnapshot snapshot, CustomerQuery query, byte[] segments, int[] rows, CancellationToken cancellationToken)
    {
        if (query.Order == CustomerOrder.File)
        {
            if (query.Descending)
            {
                Array.Reverse(rows);
            }

            return rows;
        }

        var keys = query.Order switch
        {
            CustomerOrder.Segment => SegmentKeys(snapshot, segments, rows, query.Descending),
            CustomerOrder.Margin => Array.ConvertAll(rows, row => snapshot.MarginOf(row) ?? double.NaN),
            _ => ColumnKeys(snapshot.Data.Frame, query.SortColumn, rows),
        };
        cancellationToken.ThrowIfCancellationRequested();
        Sort(keys, rows, query.Descending);
        return rows;
    }

    private static double[] SegmentKeys(SegmentationSnapshot snapshot, byte[] segments, int[] rows, bool descending)
    {
        var reasons = snapshot.Cleaning.SetAside.Counts.Select((pair, place) => (pair.Key, place)).ToDictionary(pair => pair.Key, pair => pair.place);
        // The unassigned and those set aside stay behind the segments in either direction.
        var behind = descending ? -256.0 : 256.0;
        return Array.ConvertAll(rows, row => segments[row] != Aside
            ? segments[row] == SegmentProfile.Unassigned ? behind / 256 * 255 : segments[row]
            : behind + reasons.GetValueOrDefault(snapshot.Cleaning.SetAside.ReasonOf(row) ?? "", reasons.Count));
    }

    private static double[] ColumnKeys(DataFrame frame, string? name, int[] rows)
    {
        if (name is null || !frame.TryGetColumn(name, out var column))
        {
            throw new ArgumentException($"There is no column '{name}' to order by.", nameof(name));
        }

        switch (column)
        {
            case NumberColumn numbers:
                return Array.ConvertAll(rows, row => numbers[row]);
            case DateColumn dates:
                return Array.ConvertAll(rows, row => dates.Missing[row] ? double.NaN : dates[row].Ticks);
            default:
                var texts = (TextColumn)column;
                var places = PlacesOf(texts.Dictionary);
                return Array.ConvertAll(rows, row => texts.Missing[row] ? double.NaN : places[texts.Codes[row]]);
        }
    }

    // Sorting the distinct texts once is cheaper than comparing texts row by row.
    private static int[] PlacesOf(IReadOnlyList<string> dictionary)
    {
        var codes = Enumerable.Range(0, dictionary.Count).ToArray();
        Array.Sort(dictionary.ToArray(), codes, StringComparer.OrdinalIgnoreCase);
        var places = new int[codes.Length];
        for (var i = 1; i < codes.Length; i++)
        {
            // Texts that differ in case alone share a place.
            var isSame = string.Equals(dictionary[codes[i]], dictionary[codes[i - 1]], StringComparison.OrdinalIgnoreCase);
            places[codes[i]] = isSame ? places[codes[i - 1]] : i;
        }

        return places;
    }

    // Array.Sort is not stable: rows of equal keys are put back into the file's order afterwards.
    private static void Sort(double[] keys, int[] rows, bool descending)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = double.IsNaN(keys[i]) ? double.PositiveInfinity : descending ? -keys[i] : keys[i];
        }

        Array.Sort(keys, rows);
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            Array.Sort(rows, start, end - start);
            start = end;
        }
    }
}
