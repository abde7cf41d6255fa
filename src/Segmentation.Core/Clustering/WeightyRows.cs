using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering;

/// <summary>
/// The rows that an algorithm looks at: all but those of weight 0. These have no say in anything; once clusters are found they are placed
/// by the model, as new rows would be.
/// </summary>
internal sealed class WeightyRows
{
    private readonly FeatureMatrix _all;
    private readonly int[]? _rows;

    /// <summary>The rows of a matrix that weigh something.</summary>
    public WeightyRows(FeatureMatrix all)
    {
        _all = all;
        if (all.Weights.Contains(0))
        {
            _rows = [.. Enumerable.Range(0, all.Rows).Where(row => all.WeightOf(row) > 0)];
        }

        Matrix = _rows is null ? all : all.Take(_rows);
    }

    /// <summary>What is looked at.</summary>
    public FeatureMatrix Matrix { get; }

    /// <summary>The rows of a matrix that has been refused if there is something in it that nothing can be computed from.</summary>
    /// <exception cref="ArgumentException">A cell is not finite, or too large.</exception>
    public static WeightyRows Of(FeatureMatrix all)
    {
        ArgumentNullException.ThrowIfNull(all);
        all.ThrowIfUnfit();
        return new WeightyRows(all);
    }

    /// <summary>The number that a row of <see cref="Matrix"/> has among all.</summary>
    public int NumberOf(int row) => _rows is null ? row : _rows[row];

    /// <summary>Of one value for each of all rows, those of the rows that are looked at.</summary>
    public T[] Take<T>(T[] values) => _rows is null ? values : Array.ConvertAll(_rows, row => values[row]);

    /// <summary>What was found in <see cref="Matrix"/>, as a clustering of all rows.</summary>
    public T Complete<T>(T found, int threads, CancellationToken cancellationToken)
        where T : ClusteringResult
    {
        if (_rows is null)
        {
            return found;
        }

        var labels = found.Model.Assign(_all, threads, cancellationToken);
        for (var i = 0; i < _rows.Length; i++)
        {
            labels[_rows[i]] = found.Labels[i];
        }

        return (T)found.Among(_rows, labels);
    }
}
