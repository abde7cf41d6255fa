using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Density;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Clustering.Verdicts;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Numerics;
using Segmentation.Core.Profiling;

namespace Segmentation.Core.Pipeline;

/// <summary>
/// Runs recipes. A stage runs again only when its input or its options changed, and a number of segments that was
/// computed is never computed again, also after undo. One pipeline serves one session; its results depend on nothing
/// but their arguments.
/// </summary>
/// <param name="threads">Threads that one run may use; 0 for one per core. Changes the time taken and nothing else.</param>
public sealed partial class SegmentationPipeline(int threads = 0)
{
    /// <summary>Up to so many rows "auto" looks at all of them; above, it chooses on a sample of this size and fits all rows once.</summary>
    public const int AutoRows = 5_000;

    private const int StagesKept = 8;

    private readonly Lock _gate = new();
    private readonly StageCache<(DataFrame Frame, Schema Schema), RowNoun> _nouns = new(2);
    private readonly StageCache<(Dataset Source, ValueList<DerivedColumn> Derived, DateOnly? Today), Dataset> _derived = new(StagesKept);
    private readonly StageCache<(DataFrame Frame, string? Identifier), RowDuplicates> _duplicates = new(2);
    private readonly StageCache<BeforeOutliersKey, OutlierInput> _beforeOutliers = new(StagesKept);
    private readonly StageCache<(OutlierInput Before, CleaningOptions Options), CleaningResult> _cleaning = new(StagesKept);
    private readonly StageCache<(CleaningResult Cleaned, ValueList<FeatureChoice> Choices, Scaling Scaling), FeatureSet> _features = new(StagesKept);
    private readonly StageCache<(DataFrame Frame, FeatureSet Features, ValueList<RowFilter> Filters), OwnSegments> _own = new(StagesKept);
    private readonly StageCache<(FeatureSet Features, OwnSegments Own, ClusteringOptions Options, bool IsSample), KSweep> _sweeps = new(StagesKept);
    private readonly ReachabilityCache _reachabilities = new();
    private readonly StageCache<ProfilesKey, IReadOnlyList<SegmentProfile>> _profiles = new(StagesKept);

    /// <summary>What stands for <see cref="AutoRows"/>; a test takes less and needs less time.</summary>
    internal int MostAutoRows { get; init; } = AutoRows;

    /// <summary>The snapshot of <paramref name="recipe"/> on <paramref name="data"/>.</summary>
    /// <param name="data">The file, read with the recipe's reading options.</param>
    /// <param name="recipe">The choices.</param>
    /// <param name="progress">Told the share of the numbers of segments tried when the number is chosen automatically, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the run; stages that were finished are kept.</param>
    /// <exception cref="UnusableDataException">The data cannot be segmented in this way; the message says what to change.</exception>
    public SegmentationSnapshot Run(
        Dataset data, SegmentationRecipe recipe, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var stages = Prepare(data, recipe, cancellationToken);
        var asked = stages.Sweep.FindsCount ? 1 : recipe.Clustering.ClusterCount ?? ChooseCount(stages.Chooser, progress, cancellationToken);
        var count = Math.Max(asked, stages.Sweep.MinClusters);
        ThrowIfTooMany(count, stages.Sweep.MaxClusters, stages.Features, stages.Noun);
        var quality = stages.Sweep.At(count, cancellationToken);
        return Show(recipe, stages, quality, cancellationToken) with { PreviewError = stages.Sweep.PreviewError(quality) };
    }

    /// <summary>
    /// What <see cref="Run"/> will give, about, and much sooner: clusters found on a part of the rows and given to all of them. Null where
    /// <see cref="Run"/> is quick enough, the number of segments is to be chosen, or it is known already.
    /// </summary>
    /// <param name="data">The file, read with the recipe's reading options.</param>
    /// <param name="recipe">The choices.</param>
    /// <param name="cancellationToken">Ends the run; stages that were finished are kept.</param>
    /// <exception cref="UnusableDataException">The data cannot be segmented in this way; the message says what to change.</exception>
    public SegmentationSnapshot? Preview(Dataset data, SegmentationRecipe recipe, CancellationToken cancellationToken = default)
    {
        var stages = Prepare(data, recipe, cancellationToken);
        if (recipe.Clustering.ClusterCount is not { } count || count > stages.Sweep.MaxClusters)
        {
            return null;
        }

        var quality = stages.Sweep.Preview(Math.Max(count, stages.Sweep.MinClusters), cancellationToken);
        return quality is null ? null : Show(recipe, stages, quality, cancellationToken) with { IsPreview = true };
    }

    private Stages Prepare(Dataset source, SegmentationRecipe recipe, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(recipe);
        recipe.ThrowIfInvalid();
        var data = Derive(source, recipe, cancellationToken);
        var schema = data.Schema.With(recipe.Roles);
        var (cleaned, features, own, sweep, chooser) = Prepare(source, data.Frame, schema, recipe, cancellationToken);
        ThrowIfUnfit(recipe.Clustering.Algorithm, features);
        return new Stages(source, data, schema, NounOf(data, schema), cleaned, features, own, sweep, chooser);
    }

    /// <summary>The file with the columns that a recipe derives; the file itself where it derives none.</summary>
    /// <exception cref="UnusableDataException">A column cannot be derived; the message names it.</exception>
    public Dataset Derive(Dataset source, SegmentationRecipe recipe, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(recipe);
        lock (_gate)
        {
            return _derived.GetOrRun(
                (source, recipe.Derived, recipe.Today), () => Deriver.Derive(source, recipe.Derived, recipe.Today, threads, cancellationToken));
        }
    }

    private SegmentationSnapshot Show(SegmentationRecipe recipe, Stages stages, ClusterQuality quality, CancellationToken cancellationToken) => new()
    {
        Source = stages.Source,
        Data = stages.Data,
        Recipe = recipe,
        Schema = stages.Schema,
        Noun = stages.Noun,
        Cleaning = stages.Cleaned,
        Features = stages.Features,
        Quality = quality,
        Profiles = SegmentLabels.Apply(
            ProfilesOf(stages, quality, cancellationToken), recipe.Profiling.Labels, stages.Data.Frame, stages.Features, quality),
        Curve = stages.Sweep.Finished,
        Suggestion = Suggest(stages.Sweep, stages.Chooser, stages.Noun),
        Margins = new SegmentMargins(FeatureRows.Of(stages.Features, stages.Own.Clusters), quality.Clustering, threads),
    };

    // A new name changes no profile.
    private IReadOnlyList<SegmentProfile> ProfilesOf(Stages stages, ClusterQuality quality, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _profiles.GetOrRun(new ProfilesKey(stages.Features, stages.Own, quality, stages.Noun), () => SegmentProfiler.Profile(
                stages.Cleaned.Frame, stages.Features, quality, stages.Noun, stages.Own.Names, threads, cancellationToken));
        }
    }

    /// <summary>Tries one more number of segments and gives the snapshot with it on its curve; the segments stay as they are.</summary>
    /// <returns>
    /// The snapshot itself when there are fewer distinct rows than <paramref name="clusterCount"/>, or more segments of their own, or the
    /// algorithm finds the number.
    /// </returns>
    public SegmentationSnapshot Extend(SegmentationSnapshot snapshot, int clusterCount, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var (_, _, _, sweep, chooser) = Prepare(snapshot.Source, snapshot.Data.Frame, snapshot.Schema, snapshot.Recipe, cancellationToken);
        if (sweep.FindsCount || clusterCount < sweep.MinClusters || clusterCount > sweep.MaxClusters)
        {
            return snapshot;
        }

        sweep.At(clusterCount, cancellationToken);
        return snapshot with { Curve = sweep.Finished, Suggestion = Suggest(sweep, chooser, snapshot.Noun) };
    }

    // A person may have given another column the role of the identifier.
    private RowNoun NounOf(Dataset data, Schema schema)
    {
        lock (_gate)
        {
            return schema.Identifier == data.Schema.Identifier ? data.Noun : _nouns.GetOrRun((data.Frame, schema), () => RowNoun.Of(data.Frame, schema));
        }
    }

    private (CleaningResult Cleaned, FeatureSet Features, OwnSegments Own, KSweep Sweep, KSweep Chooser) Prepare(
        Dataset source, DataFrame frame, Schema schema, SegmentationRecipe recipe, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var (cleaned, features) = FeaturesOf(source, frame, schema, recipe, cancellationToken);
            var own = _own.GetOrRun((frame, features, recipe.OwnSegments), () => OwnSegments.Find(frame, features.Rows, recipe.OwnSegments, cancellationToken));
            var sweep = SweepOf(features, own, recipe.Clustering, isSample: false);
            var chooser = features.Matrix.Rows <= MostAutoRows ? sweep : SweepOf(features, own, recipe.Clustering, isSample: true);
            return (cleaned, features, own, sweep, chooser);
        }
    }

    private KSweep SweepOf(FeatureSet features, OwnSegments own, ClusteringOptions options, bool isSample) => _sweeps.GetOrRun(
        (features, own, options.OfSweep(), isSample),
        () =>
        {
            var rows = FeatureRows.Of(features, own.Clusters);
            return new KSweep(isSample ? rows.Take(Sample(rows, options.Seed)) : rows, options, threads, _reachabilities);
        });

    private int[] Sample(ClusteringRows rows, int seed)
    {
        var drawn = RowSample.Draw(rows.Matrix.Rows, MostAutoRows, seed);
        return rows.Given?.Complete(drawn) ?? drawn;
    }

    private static int ChooseCount(KSweep chooser, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var curve = new List<ClusterQuality>();
        var counts = CountsFor(chooser);
        foreach (var count in counts)
        {
            curve.Add(chooser.At(count, cancellationToken));
            progress?.Report((double)count / counts[^1]);
        }

        return ClusterCountChoice.Of([.. curve.Where(quality => !quality.IsShort)])?.ClusterCount ?? 1;
    }

    private static int[] CountsFor(KSweep chooser) =>
        [.. Enumerable.Range(1, Math.Min(ClusteringOptions.MaxClusters, chooser.MaxClusters))
            .Skip(Math.Max(ClusteringOptions.MinClusters, chooser.MinClusters) - 1)];

    // Above AutoRows the choice is made on the sample's curve, and stays made when the curve of all rows fills up. A choice that was
    // stopped halfway is none.
    private static ClusterCountChoice? Suggest(KSweep sweep, KSweep chooser, RowNoun noun, ClusterEvidence? evidence = null)
    {
        if (sweep.FindsCount)
        {
            return null;
        }

        var isSampled = !ReferenceEquals(sweep, chooser) && CountsFor(chooser) is { Length: > 0 } counts && counts.All(chooser.HasTried);
        var choice = ClusterCountChoice.Of(isSampled ? chooser.Finished : sweep.Finished, evidence);
        return isSampled && choice is not null ? choice with { Reason = $"{choice.Reason} It was chosen on a sample of the {noun.Many}." } : choice;
    }

    private static void ThrowIfUnfit(ClusteringAlgorithm algorithm, FeatureSet features)
    {
        if (features.Missing is not null && !algorithm.KeepsMissing())
        {
            throw new UnusableDataException(
                "Missing values are kept, and only k-means can compare rows with gaps. Fill them or set their rows aside, or choose k-means.");
        }

        if (algorithm == ClusteringAlgorithm.KPrototypes && features.Components is not null)
        {
            throw new UnusableDataException(
                "k-prototypes compares numbers and categories together, and a component is neither. Cluster on the features themselves, or choose k-means.");
        }

        if (algorithm == ClusteringAlgorithm.KPrototypes && !features.Columns.Any(column => column.IsIndicator))
        {
            throw new UnusableDataException(
                "k-prototypes compares numbers and categories together, and no category is among the features. Add one, or choose k-means.");
        }
    }

    private static void ThrowIfTooMany(int clusterCount, int distinctRows, FeatureSet features, RowNoun noun)
    {
        if (clusterCount > distinctRows)
        {
            throw new UnusableDataException(
                $"{clusterCount} segments were asked for, but {noun.Count(features.Rows.Count, " has", " have")} only {distinctRows} different {(distinctRows == 1 ? "combination" : "combinations")} of {string.Join(", ", features.Columns.Take(4).Select(column => column.Name))}. Choose at most {distinctRows} segments or more features.");
        }
    }

    /// <summary>What the stages before the clustering made of the file.</summary>
    private sealed record Stages(
        Dataset Source, Dataset Data, Schema Schema, RowNoun Noun, CleaningResult Cleaned, FeatureSet Features, OwnSegments Own, KSweep Sweep, KSweep Chooser);

    private sealed record BeforeOutliersKey(DataFrame Frame, RowDuplicates Duplicates, ValueList<string> Columns, CleaningOptions Options);

    private sealed record ProfilesKey(FeatureSet Features, OwnSegments Own, ClusterQuality Quality, RowNoun Noun);
}
