using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Pipeline;

/// <summary>How much of a segmentation some columns keep.</summary>
/// <param name="Columns">The columns, in the order in which they were found to help most.</param>
/// <param name="Agreement">Adjusted Rand index with the segmentation by all columns: 1 for the same segments, about 0 for unrelated ones.</param>
public sealed record FeatureSubset(ValueList<string> Columns, double Agreement);

/// <summary>
/// Looks for the few columns that keep most of a segmentation: begins with none and adds the column that helps most, until nothing is left to
/// gain. Greedy, so a pair that helps only together may be found late.
/// </summary>
public static class FewestFeatures
{
    /// <summary>Columns that keep this part of what can be kept are enough.</summary>
    public const double Enough = 0.9;

    /// <summary>Most columns that are tried; of more, those that come first.</summary>
    public const int MaxColumns = 30;

    /// <summary>Of more rows than this, so many are drawn.</summary>
    public const int MaxRows = 2_000;

    // From here on a difference is one of luck.
    private const double AsGoodAsAll = 0.995;

    /// <summary>One subset per number of columns, from one up, until they keep all or all columns are in.</summary>
    /// <param name="snapshot">The segmentation. Its algorithm, options, weights, transforms and number of segments are those of every try.</param>
    /// <param name="threads">Threads to use; 0 for one per core. Changes the time taken and nothing else.</param>
    /// <param name="progress">Gets what has been found so far, after each subset.</param>
    /// <param name="cancellationToken">Ends the work; what was reported stays true.</param>
    /// <returns>Empty where there is one segment or one column.</returns>
    public static ValueList<FeatureSubset> Find(
        SegmentationSnapshot snapshot,
        int threads = 1,
        IProgress<ValueList<FeatureSubset>>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var left = snapshot.Features.Columns.Select(column => column.Column).Distinct(StringComparer.Ordinal).Take(MaxColumns).ToList();
        var found = ValueList<FeatureSubset>.Empty;
        if (left.Count < 2 || snapshot.SegmentCount < 2)
        {
            return found;
        }

        var trial = new Trial(snapshot, threads);
        var chosen = ValueList<string>.Empty;
        while (left.Count > 0 && (found.Count == 0 || found[^1].Agreement < AsGoodAsAll))
        {
            var best = left.Select(column => new FeatureSubset(chosen.Add(column), trial.AgreementOf(chosen.Add(column), cancellationToken)))
                .MaxBy(subset => subset.Agreement)!;
            chosen = best.Columns;
            left.Remove(chosen[^1]);
            found = found.Add(best);
            progress?.Report(found);
        }

        return found;
    }

    /// <summary>
    /// The fewest columns that keep <see cref="Enough"/> of what the best of <paramref name="subsets"/> keep; null when there is none. Where many
    /// segments are not clear, not even all columns find them again.
    /// </summary>
    public static FeatureSubset? Suggest(ValueList<FeatureSubset> subsets)
    {
        ArgumentNullException.ThrowIfNull(subsets);
        var most = subsets.Count == 0 ? 0 : subsets.Max(subset => subset.Agreement);
        return subsets.FirstOrDefault(subset => subset.Agreement >= Math.Min(most, Enough * most));
    }

    private sealed class Trial
    {
        private readonly FeatureSet _features;
        private readonly SegmentationSnapshot _snapshot;
        private readonly ClusteringOptions _options;
        private readonly byte[] _labels;
        private readonly int _threads;

        public Trial(SegmentationSnapshot snapshot, int threads)
        {
            var all = snapshot.Features.Rows.Count;
            int[] rows = all <= MaxRows ? [.. Enumerable.Range(0, all)] : RowSample.Draw(all, MaxRows, snapshot.Recipe.Clustering.Seed);
            _snapshot = snapshot;
            _threads = threads;
            _options = snapshot.Recipe.Clustering with { Restarts = 1 };
            _labels = Array.ConvertAll(rows, row => snapshot.Quality.Clustering.Labels[row]);
            _features = snapshot.Features with
            {
                Matrix = snapshot.Features.Matrix.Take(rows),
                Missing = snapshot.Features.Missing?.Take(rows),
                Components = null,
            };
        }

        public double AgreementOf(ValueList<string> columns, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rows = FeatureRows.Of(Reduced(Only(columns), cancellationToken));
            var count = Math.Min(_snapshot.SegmentCount, DistinctRows.Count(rows.Matrix, _snapshot.SegmentCount));
            var clustering = Clusterer.Of(rows, _options, _threads).Fit(count, cancellationToken);
            return AdjustedRand.Index(_labels, clustering.Labels);
        }

        private FeatureSet Only(ValueList<string> columns)
        {
            int[] places = [.. Enumerable.Range(0, _features.Columns.Count).Where(place => columns.Contains(_features.Columns[place].Column))];
            var rows = _features.Matrix.Rows;
            var cells = new double[rows * places.Length];
            for (var i = 0; i < places.Length; i++)
            {
                _features.Matrix.Column(places[i]).CopyTo(cells.AsSpan(i * rows));
            }

            return _features with
            {
                Matrix = new FeatureMatrix(rows, places.Length, cells),
                Columns = [.. places.Select(place => _features.Columns[place])],
                Missing = _features.Missing is { } missing ? MissingCells.Where(rows, places.Length, (row, i) => missing[row, places[i]]) : null,
            };
        }

        // As many components as all columns have together, or as many as these have.
        private FeatureSet Reduced(FeatureSet features, CancellationToken cancellationToken) => _snapshot.Recipe.Features.Components is { } count
            ? features with
            {
                Components = ComponentSpace.Of(
                    PrincipalComponents.Fit(features.Matrix, cancellationToken: cancellationToken), features.Matrix, count, _threads, cancellationToken),
            }
            : features;
    }
}
