using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Verdicts;
using Segmentation.Core.Frame.IO;

namespace Segmentation.Core.Pipeline;

/// <summary>What takes longer than a picture may: how far the segments, and the number of them, can be trusted.</summary>
public sealed partial class SegmentationPipeline
{
    private readonly StageCache<(KSweep Sweep, EvidenceOptions Options), EvidenceSearch> _evidence = new(StagesKept);

    /// <summary>Threads that one run may use; 0 for one per core.</summary>
    public int Threads => threads;

    /// <summary>The evidence on what a snapshot clustered: the same search, with all it has found, until the features change.</summary>
    public EvidenceSearch EvidenceOn(SegmentationSnapshot snapshot, EvidenceOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var (_, features, own, sweep, _) = Prepare(snapshot.Source, snapshot.Data.Frame, snapshot.Schema, snapshot.Recipe, cancellationToken);
        lock (_gate)
        {
            return _evidence.GetOrRun((sweep, options), () => new EvidenceSearch(FeatureRows.Of(features, own.Clusters), sweep, snapshot.Recipe.Clustering, options));
        }
    }

    /// <summary>The suggestion for a snapshot in the light of <paramref name="evidence"/>; its segments stay as they are.</summary>
    public ClusterCountChoice? Suggest(SegmentationSnapshot snapshot, ClusterEvidence evidence, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var (_, _, _, sweep, chooser) = Prepare(snapshot.Source, snapshot.Data.Frame, snapshot.Schema, snapshot.Recipe, cancellationToken);
        return Suggest(sweep, chooser, snapshot.Noun, evidence);
    }

    /// <summary>
    /// As <see cref="Run"/>; where the recipe leaves the number of segments open, it is the one that is chosen once stability is known
    /// (<see cref="ClusterCountChoice.Of"/>), which takes the time to find it out. Only of k-means: hundreds of resamples take any other
    /// algorithm too long, and there the best silhouette stands.
    /// </summary>
    /// <param name="data">The file, read with the recipe's reading options.</param>
    /// <param name="recipe">The choices.</param>
    /// <param name="options">How much evidence is wanted.</param>
    /// <param name="progress">As for <see cref="Run"/>.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public SegmentationSnapshot RunSettled(
        Dataset data, SegmentationRecipe recipe, EvidenceOptions options, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        var first = Run(data, recipe, progress, cancellationToken);
        if (recipe.Clustering.ClusterCount is not null || recipe.Clustering.Algorithm != ClusteringAlgorithm.KMeans)
        {
            return first;
        }

        var (_, _, _, sweep, chooser) = Prepare(data, first.Data.Frame, first.Schema, recipe, cancellationToken);
        var curve = chooser.Finished;
        var search = EvidenceOn(first, options, cancellationToken);
        while (ClusterCountChoice.ToBeChecked(curve, search.Known) is { } count && count <= sweep.MaxClusters)
        {
            search.Stability(count, null, cancellationToken);
        }

        var settled = Suggest(sweep, chooser, first.Noun, search.Known);
        var chosen = recipe with { Clustering = recipe.Clustering with { ClusterCount = settled?.ClusterCount ?? first.SegmentCount } };
        return Run(data, chosen, null, cancellationToken) with { Recipe = recipe, Suggestion = settled };
    }
}
