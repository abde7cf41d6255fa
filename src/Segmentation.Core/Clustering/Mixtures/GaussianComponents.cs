using MathNet.Numerics.LinearAlgebra;

namespace Segmentation.Core.Clustering.Mixtures;

/// <summary>Normal distributions and the share of each. Immutable.</summary>
internal sealed class GaussianComponents
{
    private readonly double[] _whitening;
    private readonly double[] _logFactors;

    /// <summary>
    /// Takes weights (together 1), means (k x columns) and positive definite covariances (k x columns x columns), and inverts these.
    /// </summary>
    public GaussianComponents(CovarianceShape shape, double[] weights, double[] means, double[] covariances)
    {
        (Shape, Weights, Means, Covariances) = (shape, weights, means, covariances);
        Columns = means.Length / weights.Length;
        _whitening = new double[covariances.Length];
        _logFactors = new double[weights.Length];
        for (var component = 0; component < Count; component++)
        {
            if (shape == CovarianceShape.Tied && component > 0)
            {
                Whitening(0).CopyTo(Slice(_whitening, component));
            }
            else
            {
                Invert(component);
            }

            _logFactors[component] = LogFactor(component);
        }
    }

    public CovarianceShape Shape { get; }

    /// <summary>Number of components.</summary>
    public int Count => Weights.Length;

    public int Columns { get; }

    public double[] Weights { get; }

    public double[] Means { get; }

    public double[] Covariances { get; }

    /// <summary>True when no feature varies with another.</summary>
    public bool IsDiagonal => Shape is CovarianceShape.Diagonal or CovarianceShape.Spherical;

    /// <summary>Numbers that were free to choose.</summary>
    public int Parameters => Count - 1 + (Count * Columns) + Shape switch
    {
        CovarianceShape.Full => Count * Columns * (Columns + 1) / 2,
        CovarianceShape.Diagonal => Count * Columns,
        CovarianceShape.Tied => Columns * (Columns + 1) / 2,
        _ => Count,
    };

    public ReadOnlySpan<double> Mean(int component) => Means.AsSpan(component * Columns, Columns);

    /// <summary>
    /// The lower triangle that makes a component's rows uncorrelated and of variance 1: the inverse of the covariances' Cholesky factor.
    /// </summary>
    public ReadOnlySpan<double> Whitening(int component) => Slice(_whitening, component);

    /// <summary>Logarithm of share times density at a component's mean.</summary>
    public double LogAtMean(int component) => _logFactors[component];

    /// <summary>Logarithm of a component's share times its density at a row.</summary>
    public double LogDensity(ReadOnlySpan<double> row, int component)
    {
        var mean = Mean(component);
        var whitening = Whitening(component);
        var squares = 0.0;
        for (var i = 0; i < mean.Length; i++)
        {
            var white = 0.0;
            for (var j = IsDiagonal ? i : 0; j <= i; j++)
            {
                white += whitening[(i * mean.Length) + j] * (row[j] - mean[j]);
            }

            squares += white * white;
        }

        return _logFactors[component] - (0.5 * squares);
    }

    /// <summary>
    /// <see cref="LogDensity"/> as a sum: per feature d_j (P d)_j / 2 taken off, where d is the row less the mean and P the inverse of the
    /// covariances, so that every product of two features is halved between them; what is left is returned. Without products each feature
    /// also carries the logarithm of its own spread, and what is left is that of the component's share and a constant.
    /// </summary>
    public double SplitDensity(ReadOnlySpan<double> row, int component, Span<double> parts)
    {
        var mean = Mean(component);
        var whitening = Whitening(component);
        var rest = _logFactors[component];
        parts.Clear();
        for (var i = 0; i < mean.Length; i++)
        {
            var white = 0.0;
            for (var j = IsDiagonal ? i : 0; j <= i; j++)
            {
                white += whitening[(i * mean.Length) + j] * (row[j] - mean[j]);
            }

            for (var j = IsDiagonal ? i : 0; j <= i; j++)
            {
                parts[j] -= 0.5 * white * whitening[(i * mean.Length) + j] * (row[j] - mean[j]);
            }

            var spread = IsDiagonal ? Math.Log(whitening[(i * mean.Length) + i]) : 0;
            parts[i] += spread;
            rest -= spread;
        }

        return rest;
    }

    /// <summary>Some of the components, in the order given, their shares made 1 together.</summary>
    public GaussianComponents Take(int[] components)
    {
        var total = components.Sum(component => Weights[component]);
        return new GaussianComponents(
            Shape,
            [.. components.Select(component => Weights[component] / total)],
            [.. components.SelectMany(component => Mean(component).ToArray())],
            [.. components.SelectMany(component => Slice(Covariances, component).ToArray())]);
    }

    private Span<double> Slice(double[] squares, int component) => squares.AsSpan(component * Columns * Columns, Columns * Columns);

    private void Invert(int component)
    {
        var factor = Matrix<double>.Build.DenseOfRowMajor(Columns, Columns, Slice(Covariances, component).ToArray()).Cholesky().Factor;
        var inverse = Slice(_whitening, component);
        for (var column = 0; column < Columns; column++)
        {
            // Forward substitution, which keeps the zeros of a triangle zeros.
            for (var row = column; row < Columns; row++)
            {
                var rest = row == column ? 1.0 : 0.0;
                for (var i = column; i < row; i++)
                {
                    rest -= factor[row, i] * inverse[(i * Columns) + column];
                }

                inverse[(row * Columns) + column] = rest / factor[row, row];
            }
        }
    }

    private double LogFactor(int component)
    {
        var log = Math.Log(Weights[component]) - (0.5 * Columns * Math.Log(2 * Math.PI));
        for (var i = 0; i < Columns; i++)
        {
            log += Math.Log(Whitening(component)[(i * Columns) + i]);
        }

        return log;
    }
}
