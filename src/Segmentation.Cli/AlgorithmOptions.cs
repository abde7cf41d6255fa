using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Density;
using Segmentation.Core.Clustering.Hierarchy;
using Segmentation.Core.Clustering.Mixtures;
using Segmentation.Core.Clustering.Prototypes;
using Segmentation.Core.Frame;

namespace Segmentation.Cli;

/// <summary>The options that say how segments are found. One that the algorithm does not look at is refused: it would seem to do something.</summary>
internal sealed class AlgorithmOptions
{
    private static readonly (string Word, AlgorithmChoice Value)[] s_words =
    [
        ("kmeans", new(ClusteringAlgorithm.KMeans)),
        ("kmedoids", new(ClusteringAlgorithm.KMedoids)),
        ("mixture", new(ClusteringAlgorithm.GaussianMixture)),
        ("ward", new(ClusteringAlgorithm.Hierarchy, Linkage.Ward)),
        ("average", new(ClusteringAlgorithm.Hierarchy, Linkage.Average)),
        ("complete", new(ClusteringAlgorithm.Hierarchy, Linkage.Complete)),
        ("hdbscan", new(ClusteringAlgorithm.Hdbscan)),
        ("kprototypes", new(ClusteringAlgorithm.KPrototypes)),
        ("bisecting", new(ClusteringAlgorithm.BisectingKMeans)),
    ];

    public Option<AlgorithmChoice?> Algorithm { get; } = Choice.Of("--algorithm", "How segments are found; kmeans when not given.", s_words);

    public Option<CovarianceShape?> Covariance { get; } = Choice.Of(
        "--covariance",
        "Of a mixture: what shapes its segments may have.",
        ("full", CovarianceShape.Full),
        ("diagonal", CovarianceShape.Diagonal),
        ("tied", CovarianceShape.Tied),
        ("spherical", CovarianceShape.Spherical));

    public Option<int?> MinClusterSize { get; } = Choice.Number(
        "--min-cluster-size",
        "Of hdbscan: fewest rows that are a segment; 2 per cent of them when not given.",
        DensityOptions.LowestMinClusterSize,
        int.MaxValue);

    public Option<int?> MinSamples { get; } = Choice.Number(
        "--min-samples", "Of hdbscan: how many rows near a row tell how dense it is there.", 1, DensityOptions.MaxMinSamples);

    public Option<double?> Lambda { get; } = new("--lambda")
    {
        Description = "Of kprototypes: what a different category costs beside the numbers; half a typical spread when not given.",
        HelpName = "X",
        CustomParser = ParseLambda,
    };

    /// <summary>The word for what was run.</summary>
    public static string WordOf(ClusteringOptions options) => s_words
        .First(known => known.Value.Algorithm == options.Algorithm && (known.Value.Linkage ?? options.Linkage) == options.Linkage).Word;

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Algorithm, Covariance, MinClusterSize, MinSamples, Lambda })
        {
            command.Add(option);
        }
    }

    /// <summary>What the options make of those a recipe holds.</summary>
    /// <exception cref="UnusableDataException">An option is given that the algorithm does not look at.</exception>
    public ClusteringOptions Apply(ClusteringOptions start, ParseResult parsed)
    {
        var chosen = parsed.GetValue(Algorithm);
        var clustering = start with
        {
            Algorithm = chosen?.Algorithm ?? start.Algorithm,
            Linkage = chosen?.Linkage ?? start.Linkage,
            Covariance = parsed.GetValue(Covariance) ?? start.Covariance,
            MinClusterSize = parsed.GetValue(MinClusterSize) ?? start.MinClusterSize,
            MinSamples = parsed.GetValue(MinSamples) ?? start.MinSamples,
            MismatchWeight = parsed.GetValue(Lambda) ?? start.MismatchWeight,
        };
        Refuse(Covariance, ClusteringAlgorithm.GaussianMixture);
        Refuse(MinClusterSize, ClusteringAlgorithm.Hdbscan);
        Refuse(MinSamples, ClusteringAlgorithm.Hdbscan);
        Refuse(Lambda, ClusteringAlgorithm.KPrototypes);
        return clustering;

        void Refuse(Option option, ClusteringAlgorithm owner)
        {
            if (parsed.GetResult(option) is not null && clustering.Algorithm != owner)
            {
                var word = s_words.First(known => known.Value.Algorithm == owner).Word;
                throw new UnusableDataException($"{option.Name} is for --algorithm {word}, not {WordOf(clustering)}.");
            }
        }
    }

    private static double? ParseLambda(ArgumentResult result)
    {
        var given = result.Tokens[0].Value;
        if (double.TryParse(given, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            && weight <= KPrototypesOptions.MaxMismatchWeight)
        {
            return weight;
        }

        result.AddError($"--lambda is a number from 0 to {KPrototypesOptions.MaxMismatchWeight}, not '{given}'");
        return null;
    }
}

/// <summary>An algorithm, and of a hierarchy its linkage.</summary>
internal readonly record struct AlgorithmChoice(ClusteringAlgorithm Algorithm, Linkage? Linkage = null);
