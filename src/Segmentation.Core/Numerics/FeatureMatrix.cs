namespace Segmentation.Core.Numerics;

/// <summary>
/// A dense table of finite numbers, one row per customer, stored column after column, with an optional weight per row.
/// Immutable: whoever hands the arrays over gives them away.
/// </summary>
public sealed class FeatureMatrix
{
    private readonly double[] _cells;
    private readonly double[]? _weights;

    /// <summary>Wraps <paramref name="cells"/>, which holds <paramref name="rows"/> numbers of each column in turn.</summary>
    /// <param name="rows">Number of rows, at least 0.</param>
    /// <param name="columns">Number of columns, at least 0.</param>
    /// <param name="cells">Exactly rows x columns finite numbers, column-major.</param>
    /// <param name="weights">One positive number per row, or null when every row counts once.</param>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    public FeatureMatrix(int rows, int columns, double[] cells, double[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if (cells.LongLength != (long)rows * columns || (weights is not null && weights.Length != rows))
        {
            throw new ArgumentException($"{cells.LongLength} cells and {weights?.Length} weights do not make {rows} x {columns}.", nameof(cells));
        }

        (Rows, Columns, _cells, _weights) = (rows, columns, cells, weights);
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>False when every row counts once, and <see cref="Weights"/> is empty.</summary>
    public bool IsWeighted => _weights is not null;

    /// <summary>One weight per row; empty when every row counts once.</summary>
    public ReadOnlySpan<double> Weights => _weights;

    /// <summary>The weight of one row; 1 when every row counts once.</summary>
    public double WeightOf(int row) => _weights is null ? 1 : _weights[row];

    /// <summary>The cells of all columns, column after column.</summary>
    public ReadOnlySpan<double> Cells => _cells;

    /// <summary>One column, without copying.</summary>
    public ReadOnlySpan<double> Column(int index) => _cells.AsSpan(index * Rows, Rows);

    /// <summary>One cell.</summary>
    public double this[int row, int column] => _cells[(column * Rows) + row];

    /// <summary>Copies one row into <paramref name="destination"/>, which holds at least <see cref="Columns"/> numbers.</summary>
    public void CopyRow(int row, Span<double> destination)
    {
        for (var column = 0; column < Columns; column++)
        {
            destination[column] = _cells[(column * Rows) + row];
        }
    }

    /// <summary>A matrix of the given rows, copied in the given order, with their weights, or with those given.</summary>
    /// <exception cref="ArgumentException">There is not one new weight per row.</exception>
    public FeatureMatrix Take(ReadOnlySpan<int> rows, double[]? newWeights = null)
    {
        var cells = new double[rows.Length * Columns];
        for (var column = 0; column < Columns; column++)
        {
            var source = Column(column);
            var target = cells.AsSpan(column * rows.Length, rows.Length);
            for (var i = 0; i < rows.Length; i++)
            {
                target[i] = source[rows[i]];
            }
        }

        var weights = newWeights;
        if (weights is null && _weights is not null)
        {
            weights = new double[rows.Length];
            for (var i = 0; i < rows.Length; i++)
            {
                weights[i] = _weights[rows[i]];
            }
        }

        return new FeatureMatrix(rows.Length, Columns, cells, weights);
    }
}
