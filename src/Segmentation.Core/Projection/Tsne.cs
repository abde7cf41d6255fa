using Segmentation.Core.Numerics;

namespace Segmentation.Core.Projection;

/// <summary>Where rows lie in the plane.</summary>
/// <param name="Coordinates">One row per row, two columns.</param>
/// <param name="Divergence">Kullback and Leibler's, of the neighbourhoods in the plane from those of the rows: 0 when all are kept.</param>
public sealed record TsneResult(FeatureMatrix Coordinates, double Divergence);

/// <summary>
/// Puts rows into the plane so that neighbours stay neighbours: t-SNE (van der Maaten and Hinton 2008) with Barnes and Hut's tree (van der
/// Maaten 2014), from the principal components (Kobak and Berens 2019). It says who is near whom; distances and sizes of far groups
/// mean little. Same rows and seed, same picture, on any number of threads. For a few thousand rows; weights are not looked at.
/// </summary>
public static class Tsne
{
    private const int ExaggeratedSteps = 250;
    private const double Exaggeration = 12;
    private const double StartingSpread = 1e-4;
    private const double LeastGain = 0.01;

    /// <summary>Puts the rows of <paramref name="matrix"/> into the plane. Time grows with rows squared x columns, and with iterations x rows.</summary>
    /// <param name="matrix">The rows, at least one.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told the share of iterations done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">There is no row or no column, or an option is beyond its limits.</exception>
    public static TsneResult Fit(
        FeatureMatrix matrix, TsneOptions options, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        if (matrix.Rows == 0 || matrix.Columns == 0)
        {
            throw new ArgumentException("There is nothing to put into the plane.", nameof(matrix));
        }

        var (x, y) = Start(matrix, options.Seed, cancellationToken);
        if (matrix.Rows < 4)
        {
            return new TsneResult(new FeatureMatrix(matrix.Rows, 2, [.. x, .. y]), 0);
        }

        var threads = Chunks.ThreadsFor(options.Threads);
        var perplexity = Math.Max(1.01, Math.Min(options.Perplexity, (matrix.Rows - 1) / 3.0));
        var forces = new TsneForces(Affinities.Of(matrix, perplexity, threads, cancellationToken), options.Angle, threads);
        Descend(forces, x, y, options.Iterations, progress, cancellationToken);
        return new TsneResult(new FeatureMatrix(matrix.Rows, 2, [.. x, .. y]), forces.Divergence(x, y, cancellationToken));
    }

    private static (double[] X, double[] Y) Start(FeatureMatrix matrix, int seed, CancellationToken cancellationToken)
    {
        var components = PrincipalComponents.Fit(matrix, cancellationToken: cancellationToken);
        var count = Math.Min(2, components.Count);
        var scores = components.Scores(matrix, count, threads: 1, cancellationToken);
        var unit = Math.Sqrt(components.Variances[0]) is > 0 and var spread ? StartingSpread / spread : 0;
        var random = new SeededRandom(seed, stream: 11);
        // Rows that are alike must be able to part, and rows on a line to leave it.
        double Place(int row, int axis) => (axis < count ? scores[row, axis] * unit : 0) + (0.01 * StartingSpread * random.NextNormal());
        double[] x = [.. Enumerable.Range(0, matrix.Rows).Select(row => Place(row, 0))];
        return (x, [.. Enumerable.Range(0, matrix.Rows).Select(row => Place(row, 1))]);
    }

    // Gradient descent with momentum and a gain per coordinate (Jacobs 1988).
    private static void Descend(
        TsneForces forces, double[] x, double[] y, int iterations, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var rate = Math.Max(50, x.Length / Exaggeration / 4);
        var (alongX, alongY) = (new Coordinate(x), new Coordinate(y));
        for (var step = 0; step < iterations; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isEarly = step < ExaggeratedSteps;
            forces.Compute(x, y, isEarly ? Exaggeration : 1, cancellationToken);
            alongX.Step(forces.X, rate, isEarly ? 0.5 : 0.8);
            alongY.Step(forces.Y, rate, isEarly ? 0.5 : 0.8);
            progress?.Report((step + 1.0) / iterations);
        }
    }

    /// <summary>One coordinate of all points on its way down.</summary>
    private sealed class Coordinate(double[] places)
    {
        private readonly double[] _speeds = new double[places.Length];
        private readonly double[] _gains = [.. Enumerable.Repeat(1.0, places.Length)];

        public void Step(double[] slopes, double rate, double momentum)
        {
            for (var point = 0; point < places.Length; point++)
            {
                var goesOn = _speeds[point] * slopes[point] < 0;
                _gains[point] = Math.Max(LeastGain, goesOn ? _gains[point] + 0.2 : _gains[point] * 0.8);
                _speeds[point] = (momentum * _speeds[point]) - (rate * _gains[point] * slopes[point]);
                places[point] += _speeds[point];
            }
        }
    }
}
