using Segmentation.Core.Clustering;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Pipeline;

/// <summary>The segments that filters of the recipe make: which clustered rows they hold, and what they are called.</summary>
internal sealed class OwnSegments
{
    private const int LongestName = 100;

    private OwnSegments(GivenClusters? clusters, IReadOnlyList<string> names) => (Clusters, Names) = (clusters, names);

    /// <summary>The rows; null when no filter finds any.</summary>
    public GivenClusters? Clusters { get; }

    /// <summary>The words of the filters that found rows, in the order of the clusters.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Asks each filter of the file. A row that several find belongs to the first; a filter that finds none makes no segment.</summary>
    /// <exception cref="UnusableDataException">They leave no row to the algorithm.</exception>
    public static OwnSegments Find(DataFrame frame, RowSelection rows, ValueList<RowFilter> filters, CancellationToken cancellationToken)
    {
        var labels = new byte[rows.Count];
        Array.Fill(labels, GivenClusters.Free);
        var names = new List<string>();
        foreach (var filter in filters)
        {
            var mask = filter.Evaluate(frame, cancellationToken: cancellationToken).Matching;
            if (Take(labels, rows, mask, (byte)names.Count))
            {
                names.Add(NameOf(filter));
            }
        }

        if (rows.Count > 0 && !labels.Contains(GivenClusters.Free))
        {
            throw new UnusableDataException(
                $"Nobody is left to be divided: all are in segments of their own ({string.Join("; ", names.Take(3))}). Undo the last of them, or make it narrower.");
        }

        return new OwnSegments(names.Count == 0 ? null : new GivenClusters(labels, names.Count), names);
    }

    private static bool Take(byte[] labels, RowSelection rows, RowMask mask, byte label)
    {
        var isAny = false;
        for (var position = 0; position < labels.Length; position++)
        {
            if (labels[position] == GivenClusters.Free && mask[rows[position]])
            {
                labels[position] = label;
                isAny = true;
            }
        }

        return isAny;
    }

    private static string NameOf(RowFilter filter) => filter.Words.Length <= LongestName ? filter.Words : filter.Words[..(LongestName - 1)].TrimEnd() + "…";
}
