using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Projection;

/// <summary>
/// Puts rows into the plane so that their distances are kept as well as straight lines can: classical scaling (Torgerson 1952), the two
/// largest eigenvalues of the doubly centred squared distances, by subspace iteration. Of Euclidean distances that is the first two
/// principal components, up to sign; of others it is not.
/// </summary>
public static class ClassicalMds
{
    private const int Directions = 8;
    private const int MaxSteps = 300;
    private const double Tolerance = 1e-11;

    /// <summary>The plane of <paramref name="matrix"/>'s rows by <paramref name="distance"/>. Time and memory grow with rows squared.</summary>
    /// <param name="matrix">The rows, at least one; weights are not looked at.</param>
    /// <param name="distance">Which distances are to be kept.</param>
    /// <param name="progress">Told the share done, 0 to 1, of what may end sooner.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Two columns; along each the largest absolute coordinate is positive.</returns>
    /// <exception cref="ArgumentException">There is no row.</exception>
    public static FeatureMatrix Fit(
        FeatureMatrix matrix, MdsDistance distance = MdsDistance.Euclidean, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.Rows == 0)
        {
            throw new ArgumentException("There is nothing to put into the plane.", nameof(matrix));
        }

        var products = Centred(SquaresOf(matrix, distance, cancellationToken));
        var coordinates = new double[2 * matrix.Rows];
        foreach (var (axis, (value, direction)) in Largest(products, progress, cancellationToken).Index())
        {
            var sign = direction.MaxBy(Math.Abs) < 0 ? -1 : 1;
            TensorPrimitives.Multiply(direction, sign * Math.Sqrt(Math.Max(0, value)), coordinates.AsSpan(axis * matrix.Rows, matrix.Rows));
        }

        return new FeatureMatrix(matrix.Rows, 2, coordinates);
    }

    private static double[][] SquaresOf(FeatureMatrix matrix, MdsDistance distance, CancellationToken cancellationToken)
    {
        var squares = new double[matrix.Rows][];
        var differences = new double[matrix.Rows];
        for (var row = 0; row < matrix.Rows; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            squares[row] = new double[matrix.Rows];
            if (distance == MdsDistance.Euclidean)
            {
                SquaredDistances.From(matrix, row, squares[row], differences);
                continue;
            }

            for (var column = 0; column < matrix.Columns; column++)
            {
                TensorPrimitives.Subtract(matrix.Column(column), matrix[row, column], differences);
                TensorPrimitives.Abs<double>(differences, differences);
                TensorPrimitives.Add<double>(squares[row], differences, squares[row]);
            }

            TensorPrimitives.Multiply<double>(squares[row], squares[row], squares[row]);
        }

        return squares;
    }

    // Minus half of the squares, less the means of row and column, plus the mean of all. The squares are symmetric.
    private static double[][] Centred(double[][] squares)
    {
        double[] means = [.. squares.Select(row => OrderedSums.Sum(row) / row.Length)];
        var mean = means.Average();
        for (var row = 0; row < squares.Length; row++)
        {
            TensorPrimitives.Subtract<double>(squares[row], means, squares[row]);
            TensorPrimitives.Add(squares[row], mean - means[row], squares[row]);
            TensorPrimitives.Multiply(squares[row], -0.5, squares[row]);
        }

        return squares;
    }

    // Fewer than two where there are fewer rows.
    private static (double Value, double[] Direction)[] Largest(double[][] products, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var random = new SeededRandom(seed: 1, stream: 12);
        var basis = Orthonormal([.. Enumerable.Range(0, Math.Min(Directions, products.Length))
            .Select(_ => Array.ConvertAll(products, _ => random.NextNormal()))]);
        for (var step = 1; ; step++)
        {
            var images = Times(products, basis, cancellationToken);
            var found = Stretches(basis, images);
            if (step == MaxSteps || Array.TrueForAll(found, pair => pair.Error <= Tolerance * Math.Abs(found[0].Value)))
            {
                return Array.ConvertAll(found, pair => (pair.Value, pair.Direction));
            }

            progress?.Report((double)step / MaxSteps);
            basis = Orthonormal(images);
        }
    }

    // Within what the basis spans, the two directions of largest stretch (Rayleigh and Ritz), and how far each is from being one.
    private static (double Value, double[] Direction, double Error)[] Stretches(double[][] basis, double[][] images)
    {
        var inner = Matrix<double>.Build.Dense(basis.Length, basis.Length, (i, j) =>
            (OrderedSums.Dot(basis[i], images[j]) + OrderedSums.Dot(basis[j], images[i])) / 2);
        var eigen = inner.Evd(Symmetricity.Symmetric);
        return [.. Enumerable.Range(0, basis.Length).OrderByDescending(i => eigen.EigenValues[i].Real).Take(2).Select(i =>
        {
            var weights = eigen.EigenVectors.Column(i).ToArray();
            var (value, direction, error) = (eigen.EigenValues[i].Real, Combined(basis, weights), Combined(images, weights));
            TensorPrimitives.MultiplyAdd<double>(direction, -value, error, error);
            return (value, direction, OrderedSums.Norm(error));
        })];
    }

    private static double[] Combined(double[][] directions, double[] weights)
    {
        var sum = new double[directions[0].Length];
        foreach (var (direction, weight) in directions.Zip(weights))
        {
            TensorPrimitives.MultiplyAdd<double>(direction, weight, sum, sum);
        }

        return sum;
    }

    private static double[][] Times(double[][] products, double[][] directions, CancellationToken cancellationToken)
    {
        var images = Array.ConvertAll(directions, _ => new double[products.Length]);
        for (var row = 0; row < products.Length; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < directions.Length; i++)
            {
                images[i][row] = OrderedSums.Dot(products[row], directions[i]);
            }
        }

        return images;
    }

    // Gram and Schmidt, twice: once leaves what rounding makes of directions that hardly differ. What is nothing stays nothing.
    private static double[][] Orthonormal(double[][] directions)
    {
        for (var i = 0; i < directions.Length; i++)
        {
            var own = directions[i];
            var before = OrderedSums.Norm(own);
            for (var other = 0; other < 2 * i; other++)
            {
                var earlier = directions[other % i];
                TensorPrimitives.MultiplyAdd(earlier, -OrderedSums.Dot(earlier, own), own, own);
            }

            var length = OrderedSums.Norm(own);
            TensorPrimitives.Multiply(own, length > 1e-13 * before ? 1 / length : 0, own);
        }

        return directions;
    }
}
