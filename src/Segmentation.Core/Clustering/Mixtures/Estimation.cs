using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Mixtures;

/// <summary>Expectation and maximisation in turn. Trusts its arguments; <see cref="GaussianMixture"/> checks them.</summary>
internal sealed class Estimation
{
    // Sums are kept for so many chunks at once: with many features and clusters they are large.
    private const int Wave = 8;

    // What scikit-learn adds to every mass, so that a component without rows divides nothing by 0.
    private const double LeastMass = 10 * 2.220446049250313e-16;

    private readonly FeatureMatrix _matrix;
    private readonly GaussianMixtureOptions _options;
    private readonly Chunks _chunks;
    private readonly double[] _added;
    private readonly double _totalWeight;

    /// <summary>Makes ready to fit one matrix.</summary>
    public Estimation(FeatureMatrix matrix, GaussianMixtureOptions options)
    {
        (_matrix, _options, _chunks) = (matrix, options, new Chunks(matrix.Rows));
        _totalWeight = Moments.TotalWeight(matrix);
        _added = new double[matrix.Columns];
        for (var column = 0; column < _added.Length; column++)
        {
            var variance = Moments.SquaresAround(matrix, column, Moments.Mean(matrix, column)) / _totalWeight;
            _added[column] = options.Regularisation * (variance > 0 ? variance : 1);
        }
    }

    private bool IsDiagonal => _options.Shape is CovarianceShape.Diagonal or CovarianceShape.Spherical;

    /// <summary>Begins with the components that clusters make.</summary>
    public EstimationRest RunFrom(byte[] labels, CancellationToken cancellationToken)
    {
        var means = ClusterMeans.Of(_matrix, labels, _options.ClusterCount).Centroids;
        var origin = new MixtureOrigin(means, _options.ClusterCount, IsDiagonal);
        var sums = AddUp(origin, (sums, start, end) => sums.AddClusters(_matrix, labels, start, end), cancellationToken);
        return Run(Maximise(sums), cancellationToken);
    }

    /// <summary>Goes on from components until the mean log likelihood settles.</summary>
    public EstimationRest Run(GaussianComponents components, CancellationToken cancellationToken)
    {
        var bound = double.NegativeInfinity;
        for (var iteration = 1; iteration <= _options.MaxIterations; iteration++)
        {
            var sums = Expect(components, cancellationToken);
            components = Maximise(sums);
            var change = (sums.LogLikelihood / _totalWeight) - bound;
            bound = sums.LogLikelihood / _totalWeight;
            if (Math.Abs(change) < _options.Tolerance)
            {
                return new EstimationRest(components, bound, iteration, IsConverged: true);
            }
        }

        return new EstimationRest(components, bound, _options.MaxIterations, IsConverged: false);
    }

    /// <summary>Sum over the rows of weight times log density.</summary>
    public double LogLikelihood(GaussianComponents components, CancellationToken cancellationToken) =>
        Expect(components, cancellationToken).LogLikelihood;

    private MixtureSums Expect(GaussianComponents components, CancellationToken cancellationToken) => AddUp(
        new MixtureOrigin(components.Means, components.Count, components.IsDiagonal),
        (sums, start, end) => sums.AddExpected(_matrix, components, start, end),
        cancellationToken);

    /// <summary>Sums of each chunk on its own, added in the order of the chunks.</summary>
    private MixtureSums AddUp(MixtureOrigin origin, Action<MixtureSums, int, int> addChunk, CancellationToken cancellationToken)
    {
        var total = new MixtureSums(origin);
        var parts = new MixtureSums[Math.Min(Wave, _chunks.Count)];
        for (var first = 0; first < _chunks.Count; first += Wave)
        {
            var count = Math.Min(Wave, _chunks.Count - first);
            Chunks.Run(count, Chunks.ThreadsFor(_options.Threads), RunOne, cancellationToken);
            for (var i = 0; i < count; i++)
            {
                total.Add(parts[i]);
            }

            void RunOne(int i)
            {
                parts[i] ??= new MixtureSums(origin);
                parts[i].Clear();
                addChunk(parts[i], _chunks.Start(first + i), _chunks.End(first + i));
            }
        }

        return total;
    }

    private GaussianComponents Maximise(MixtureSums sums)
    {
        var origin = sums.Origin;
        var (count, columns) = (origin.Count, origin.Columns);
        double[] masses = [.. sums.Masses.Select(mass => mass + LeastMass)];
        var means = (double[])origin.Means.Clone();
        for (var i = 0; i < means.Length; i++)
        {
            means[i] += sums.Sums[i] / masses[i / columns];
        }

        var covariances = new double[count * columns * columns];
        for (var component = 0; component < count; component++)
        {
            FillCovariances(sums, masses[component], component, covariances.AsSpan(component * columns * columns, columns * columns));
        }

        Restrict(covariances, masses, columns);
        var total = masses.Sum();
        return new GaussianComponents(_options.Shape, Array.ConvertAll(masses, mass => mass / total), means, covariances);
    }

    private void FillCovariances(MixtureSums sums, double mass, int component, Span<double> covariances)
    {
        var columns = sums.Origin.Columns;
        var moved = sums.Sums.AsSpan(component * columns, columns);
        var products = sums.Products.AsSpan(component * columns * columns, columns * columns);
        for (var i = 0; i < columns; i++)
        {
            for (var j = IsDiagonal ? i : 0; j <= i; j++)
            {
                var covariance = (products[(i * columns) + j] / mass) - (moved[i] / mass * (moved[j] / mass));
                covariances[(i * columns) + j] = covariances[(j * columns) + i] = covariance;
            }

            var variance = (i * columns) + i;
            covariances[variance] = Math.Max(0, covariances[variance]) + _added[i];
        }
    }

    /// <summary>Makes one of all covariances where they are tied, and one of all variances where they are spherical.</summary>
    private void Restrict(double[] covariances, double[] masses, int columns)
    {
        var square = columns * columns;
        if (_options.Shape == CovarianceShape.Tied)
        {
            for (var i = 0; i < square; i++)
            {
                var mean = masses.Select((mass, component) => mass * covariances[(component * square) + i]).Sum() / masses.Sum();
                Enumerable.Range(0, masses.Length).ToList().ForEach(component => covariances[(component * square) + i] = mean);
            }
        }
        else if (_options.Shape == CovarianceShape.Spherical)
        {
            for (var component = 0; component < masses.Length; component++)
            {
                int[] diagonal = [.. Enumerable.Range(0, columns).Select(i => (component * square) + (i * (columns + 1)))];
                var mean = diagonal.Average(i => covariances[i]);
                Array.ForEach(diagonal, i => covariances[i] = mean);
            }
        }
    }
}

/// <summary>Where one start came to rest, the mean log likelihood its last expectation found, and whether that had settled.</summary>
internal sealed record EstimationRest(GaussianComponents Components, double Bound, int Iterations, bool IsConverged);
