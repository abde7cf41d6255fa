using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering.Quality;

/// <summary>The inertias of the best clusterings of a matrix into 1, 2 ... clusters.</summary>
/// <param name="matrix">The rows, or uniform ones in their place, with the same weights.</param>
/// <param name="maxClusters">How many inertias are wanted; fewer are given where the rows are too few for so many clusters.</param>
/// <param name="seed">Another for each reference.</param>
/// <param name="cancellationToken">Ends the work.</param>
public delegate IReadOnlyList<double> InertiaCurve(FeatureMatrix matrix, int maxClusters, int seed, CancellationToken cancellationToken);

/// <summary>
/// The gap statistic (Tibshirani, Walther and Hastie 2001): the logarithm of the inertia against that of uniform rows, clustered the same
/// way. It is the criterion that can say that there are no clusters.
/// </summary>
public static class GapStatistic
{
    /// <summary>Up to so many rows all are looked at.</summary>
    public const int ExactRows = 20_000;

    /// <summary>Above, a seeded sample of so many stands for them, drawn evenly with their weights; references have as many
    /// rows.</summary>
    public const int SampleRows = 10_000;

    /// <summary>Clusters the rows, then reference after reference.</summary>
    /// <param name="matrix">The rows.</param>
    /// <param name="curve">The way to cluster, the same for the rows and the references.</param>
    /// <param name="options">How many references of which kind.</param>
    /// <param name="progress">Gets the running result after each reference, one more at a time; the last is the result.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">There is no row, or a reference got fewer inertias than the rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The options are beyond their limits.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; what was reported stays true.</exception>
    public static GapResult Compute(
        FeatureMatrix matrix,
        InertiaCurve curve,
        GapOptions options,
        IProgress<GapResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ThrowIfInvalid(matrix, curve, options);
        var rows = matrix.Rows > ExactRows ? matrix.Take(RowSample.Draw(matrix.Rows, SampleRows, options.Seed)) : matrix;
        var observed = Logarithms(curve(rows, options.MaxClusters, options.Seed, cancellationToken));
        var box = new UniformBox(rows, options.Box, cancellationToken);
        var references = new List<double[]>();
        InOrder.Run(options.References, options.Threads, Reference, Take, cancellationToken);
        return Running();

        double[] Reference(int number)
        {
            var random = new SeededRandom(options.Seed, number);
            var uniform = box.Draw(random);
            return Logarithms(curve(uniform, Math.Max(1, observed.Length), random.Next(int.MaxValue), cancellationToken));
        }

        void Take(double[] reference)
        {
            references.Add(reference);
            progress?.Report(Running());
        }

        GapResult Running() => Summarise(observed, references, matrix.Rows > ExactRows);
    }

    private static void ThrowIfInvalid(FeatureMatrix matrix, InertiaCurve curve, GapOptions options)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(curve);
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        if (matrix.Rows == 0)
        {
            throw new ArgumentException("A gap statistic needs a row.", nameof(matrix));
        }
    }

    private static double[] Logarithms(IReadOnlyList<double> inertias) =>
        [.. inertias.TakeWhile(inertia => inertia > 0).Select(inertia => Math.Log(inertia))];

    private static GapResult Summarise(double[] observed, List<double[]> references, bool isSampled)
    {
        var (gaps, errors) = (new double[observed.Length], new double[observed.Length]);
        for (var i = 0; i < observed.Length; i++)
        {
            double[] logarithms = [.. references.Select(reference => At(reference, i))];
            var mean = logarithms.Average();
            gaps[i] = mean - observed[i];
            var variance = logarithms.Average(logarithm => (logarithm - mean) * (logarithm - mean));
            errors[i] = Math.Sqrt(variance * (1 + (1.0 / logarithms.Length)));
        }

        return new GapResult(gaps, errors, references.Count, isSampled);
    }

    private static double At(double[] reference, int i) => i < reference.Length
        ? reference[i]
        : throw new ArgumentException($"A reference has {reference.Length} positive inertias, the rows have more.", nameof(reference));
}
