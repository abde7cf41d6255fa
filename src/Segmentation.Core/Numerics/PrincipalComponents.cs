using System.Runtime.Intrinsics;
using MathNet.Numerics.LinearAlgebra;

namespace Segmentation.Core.Numerics;

/// <summary>
/// Principal components: the directions of most variance, from the eigenvectors of the weighted covariance or correlation matrix
/// (Jolliffe 2002). Signs are fixed so that each direction's largest absolute loading is positive.
/// </summary>
public sealed class PrincipalComponents
{
    // What rounding leaves of a direction without variance, as a share of the first.
    private const double RoundingShare = 1e-12;

    private readonly double[] _means;
    private readonly double[] _scales;
    private readonly double[][] _loadings;

    private PrincipalComponents(double[] means, double[] scales, double[][] loadings, double[] variances)
    {
        var total = variances.Sum();
        (_means, _scales, _loadings, Variances) = (means, scales, loadings, variances);
        ExplainedRatios = [.. variances.Select(variance => total > 0 ? variance / total : 0)];
        Rank = variances.Count(variance => variance > RoundingShare * variances[0]);
    }

    /// <summary>Number of components, one per column of the matrix.</summary>
    public int Count => _loadings.Length;

    /// <summary>Number of components along which rows differ: fewer than columns where some are constant or repeat others, or rows are few.</summary>
    public int Rank { get; }

    /// <summary>Per component the population variance of its scores, descending.</summary>
    public IReadOnlyList<double> Variances { get; }

    /// <summary>Per component its share of the total variance, descending, together 1; all 0 when nothing varies.</summary>
    public IReadOnlyList<double> ExplainedRatios { get; }

    /// <summary>Per column its loading in one component, a unit vector.</summary>
    public ReadOnlySpan<double> Loadings(int component) => _loadings[component];

    /// <summary>
    /// Finds the components of <paramref name="matrix"/>: of the correlations when <paramref name="standardise"/>, else of the covariances.
    /// A constant column loads on nothing that varies. Time grows with rows x columns squared, plus columns cubed.
    /// </summary>
    /// <exception cref="ArgumentException">There is no row.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static PrincipalComponents Fit(FeatureMatrix matrix, bool standardise = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Rows == 0)
        {
            throw new ArgumentException("Principal components need a row.", nameof(matrix));
        }

        var means = new double[matrix.Columns];
        var scales = new double[matrix.Columns];
        for (var column = 0; column < means.Length; column++)
        {
            means[column] = Moments.Mean(matrix, column);
            scales[column] = standardise ? Covariances.ScaleOf(matrix, column, means[column]) : 1;
        }

        return Decompose(means, scales, Covariances.Of(matrix, means, scales, cancellationToken));
    }

    /// <summary>The coordinates of the given rows on the first <paramref name="components"/> components, without weights.</summary>
    /// <param name="matrix">The matrix of the fit, or another of the same columns.</param>
    /// <param name="rows">Which rows, in the order wanted.</param>
    /// <param name="components">How many components, at most <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">More components than there are.</exception>
    /// <exception cref="ArgumentException">The matrix has other columns.</exception>
    public FeatureMatrix Scores(FeatureMatrix matrix, ReadOnlySpan<int> rows, int components)
    {
        ThrowUnlessFit(matrix, components);
        var scores = new double[rows.Length * components];
        for (var column = 0; column < matrix.Columns; column++)
        {
            var cells = matrix.Column(column);
            for (var component = 0; component < components; component++)
            {
                var target = scores.AsSpan(component * rows.Length, rows.Length);
                var loading = _loadings[component][column];
                for (var i = 0; i < target.Length; i++)
                {
                    target[i] += (cells[rows[i]] - _means[column]) / _scales[column] * loading;
                }
            }
        }

        return new FeatureMatrix(rows.Length, components, scores);
    }

    /// <summary>The coordinates of all rows on the first <paramref name="components"/> components, with the rows' weights: the same numbers as
    /// of the rows one by one.</summary>
    /// <param name="matrix">The matrix of the fit, or another of the same columns.</param>
    /// <param name="components">How many components, at most <see cref="Count"/>.</param>
    /// <param name="threads">Threads to use; 0 for one per core.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">More components than there are.</exception>
    /// <exception cref="ArgumentException">The matrix has other columns.</exception>
    public FeatureMatrix Scores(FeatureMatrix matrix, int components, int threads = 0, CancellationToken cancellationToken = default)
    {
        ThrowUnlessFit(matrix, components);
        var scores = new double[matrix.Rows * components];
        var chunks = new Chunks(matrix.Rows);
        Chunks.Run(
            chunks.Count,
            Chunks.ThreadsFor(threads),
            chunk =>
            {
                var (start, length) = (chunks.Start(chunk), chunks.End(chunk) - chunks.Start(chunk));
                for (var column = 0; column < matrix.Columns; column++)
                {
                    var cells = matrix.Column(column).Slice(start, length);
                    for (var component = 0; component < components; component++)
                    {
                        var target = scores.AsSpan((component * matrix.Rows) + start, length);
                        AddDeviations(target, cells, _means[column], _scales[column], _loadings[component][column]);
                    }
                }
            },
            cancellationToken);
        return new FeatureMatrix(matrix.Rows, components, scores, matrix.IsWeighted ? matrix.Weights.ToArray() : null);
    }

    /// <summary>The coordinates of one row on as many components as <paramref name="scores"/> has room for.</summary>
    internal void Project(ReadOnlySpan<double> row, Span<double> scores)
    {
        for (var component = 0; component < scores.Length; component++)
        {
            scores[component] = 0;
            for (var column = 0; column < row.Length; column++)
            {
                scores[component] += (row[column] - _means[column]) / _scales[column] * _loadings[component][column];
            }
        }
    }

    /// <summary>The row nearest to the mean of all that has these coordinates on the first components.</summary>
    internal void Restore(ReadOnlySpan<double> scores, Span<double> row)
    {
        for (var column = 0; column < row.Length; column++)
        {
            var deviation = 0.0;
            for (var component = 0; component < scores.Length; component++)
            {
                deviation += scores[component] * _loadings[component][column];
            }

            row[column] = _means[column] + (deviation * _scales[column]);
        }
    }

    private void ThrowUnlessFit(FeatureMatrix matrix, int components)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentOutOfRangeException.ThrowIfNegative(components);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(components, Count);
        if (matrix.Columns != _means.Length)
        {
            throw new ArgumentException($"{matrix.Columns} columns are not the {_means.Length} of the fit.", nameof(matrix));
        }
    }

    private static void AddDeviations(Span<double> target, ReadOnlySpan<double> cells, double mean, double scale, double loading)
    {
        var row = 0;
        for (; row <= cells.Length - Vector512<double>.Count; row += Vector512<double>.Count)
        {
            var deviations = (Vector512.Create(cells[row..]) - Vector512.Create(mean)) / Vector512.Create(scale);
            (Vector512.Create<double>(target[row..]) + (deviations * Vector512.Create(loading))).CopyTo(target[row..]);
        }

        for (; row < cells.Length; row++)
        {
            target[row] += (cells[row] - mean) / scale * loading;
        }
    }

    private static PrincipalComponents Decompose(double[] means, double[] scales, double[,] covariances)
    {
        if (means.Length == 0)
        {
            return new PrincipalComponents(means, scales, [], []);
        }

        var eigen = Matrix<double>.Build.DenseOfArray(covariances).Evd(Symmetricity.Symmetric);
        int[] order = [.. Enumerable.Range(0, means.Length).OrderByDescending(i => eigen.EigenValues[i].Real)];
        double[] variances = [.. order.Select(i => Math.Max(0, eigen.EigenValues[i].Real))];
        return new PrincipalComponents(
            means, scales, [.. order.Select(i => WithFixedSign(eigen.EigenVectors.Column(i).ToArray()))], variances);
    }

    private static double[] WithFixedSign(double[] loadings)
    {
        var largest = loadings.MaxBy(Math.Abs);
        return largest < 0 ? Array.ConvertAll(loadings, loading => -loading) : loadings;
    }
}
