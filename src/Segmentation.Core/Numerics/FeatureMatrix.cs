using System.Numerics.Tensors;

namespace Segmentation.Core.Numerics;

/// <summary>
/// A dense table of finite numbers, one row per customer, stored column after column, with an optional weight per row.
/// Immutable: whoever hands the arrays over gives them away.
/// </summary>
public sealed class FeatureMatrix
{
    /// <summary>Largest magnitude of a cell that can be clustered: squared distances of larger ones may be more
    /// than a double holds.</summary>
    public const double LargestCell = 1e152;

    private readonly double[] _cells;
    private readonly double[]? _weights;
    private bool _isFit;
    private double _totalSquares = double.NaN;

    /// <summary>Wraps <paramref name="cells"/>, which holds <paramref name="rows"/> numbers of each column in turn.</summary>
    /// <param name="rows">Number of rows, at least 0.</param>
    /// <param name="columns">Number of columns, at least 0.</param>
    /// <param name="cells">Exactly rows x columns finite numbers, column-major. Not looked at here, but at the door of every
    /// algorithm.</param>
    /// <param name="weights">One finite number per row, 0 or more, or null when every row counts once. A row of weight 0 has no say in
    /// where clusters are; it is given the label that a new row would get.</param>
    /// <exception cref="ArgumentException">The lengths do not fit each other, or a weight is negative or not finite.</exception>
    public FeatureMatrix(int rows, int columns, double[] cells, double[]? weights = null)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if (cells.LongLength != (long)rows * columns || (weights is not null && weights.Length != rows))
        {
            throw new ArgumentException(
                $"{cells.LongLength} cells and {weights?.Length} weights do not make {rows} x {columns}.", nameof(cells));
        }

        if (weights is not null && Array.FindIndex(weights, weight => !(weight >= 0 && double.IsFinite(weight))) is >= 0 and var row)
        {
            throw new ArgumentException($"Row {row} weighs {weights[row]}; weights are finite and 0 or more.", nameof(weights));
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

    /// <summary>Refuses numbers that nothing can be computed from. Looks at the cells once, whoever asks.</summary>
    /// <exception cref="ArgumentException">A cell is NaN, infinite or beyond <see cref="LargestCell"/>.</exception>
    internal void ThrowIfUnfit()
    {
        // The largest of numbers among which there is no number is none.
        if (_isFit || _cells.Length == 0 || Math.Abs(TensorPrimitives.MaxMagnitude<double>(_cells)) <= LargestCell)
        {
            _isFit = true;
            return;
        }

        var place = Array.FindIndex(_cells, cell => !(Math.Abs(cell) <= LargestCell));
        throw new ArgumentException(
            $"Row {place % Rows} has {_cells[place]} in column {place / Rows}; only numbers up to {LargestCell} can be clustered.",
            "matrix");
    }

    /// <summary>Sum over rows and columns of weight times squared distance to the mean row: the inertia of one cluster. Computed once, when
    /// first asked for; the number of threads (0 for one per core) changes the time taken and nothing else.</summary>
    internal double TotalSquares(int threads = 0)
    {
        if (double.IsNaN(_totalSquares))
        {
            _totalSquares = Moments.TotalSquares(this, Chunks.ThreadsFor(threads));
        }

        return _totalSquares;
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

        return new FeatureMatrix(rows.Length, Columns, cells, weights) { _isFit = _isFit };
    }
}
