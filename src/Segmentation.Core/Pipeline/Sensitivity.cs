using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Pipeline;

/// <summary>One choice made otherwise.</summary>
/// <param name="Name">What is different, for people: <c>Without Age</c>.</param>
/// <param name="Recipe">The recipe with that choice, and all others as they were.</param>
public sealed record Variation(string Name, SegmentationRecipe Recipe);

/// <summary>How much of a segmentation is left when one choice is made otherwise.</summary>
/// <param name="Variation">The choice.</param>
/// <param name="Agreement">
/// Adjusted Rand index of both segmentations on the rows that are in both: 1 for the same segments, about 0 for unrelated ones. Null where
/// the variation cannot be segmented, or leaves no row in common.
/// </param>
public sealed record SensitivityResult(Variation Variation, double? Agreement);

/// <summary>Tells which choice matters: makes one at a time otherwise, and compares.</summary>
public static class Sensitivity
{
    /// <summary>Most features that are left out in turn; of more, those that set the segments apart most.</summary>
    public const int MaxFeatures = 30;

    private static readonly (Scaling Scaling, string Name)[] s_scalings =
        [(Scaling.Standard, "Standard scaling"), (Scaling.Robust, "Robust scaling"), (Scaling.MinMax, "Min-max scaling"), (Scaling.None, "No scaling")];

    /// <summary>
    /// What could be otherwise: each feature left out (where there are two), the other scalings, the next seed, one segment fewer and one
    /// more, no outlier set aside or changed (where the recipe does that), and the features in place of their components (likewise). The number of segments stays what it is otherwise.
    /// </summary>
    public static IReadOnlyList<Variation> VariationsOf(SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var count = snapshot.SegmentCount;
        var recipe = WithCount(snapshot.Recipe, count);
        return
        [
            .. WithoutFeatures(snapshot, recipe),
            .. s_scalings.Where(other => other.Scaling != recipe.Features.Scaling)
                .Select(other => new Variation(other.Name, recipe with { Features = recipe.Features with { Scaling = other.Scaling } })),
            new Variation("Another seed", recipe with { Clustering = recipe.Clustering with { Seed = unchecked(recipe.Clustering.Seed + 1) } }),
            .. count > Math.Max(ClusteringOptions.MinClusters, snapshot.OwnSegmentCount + 1) ? [new Variation("One segment fewer", WithCount(recipe, count - 1))] : Array.Empty<Variation>(),
            new Variation("One segment more", WithCount(recipe, count + 1)),
            .. WithoutOutlierRule(recipe),
            .. recipe.Features.Components is null
                ? Array.Empty<Variation>()
                : [new Variation("The features themselves", recipe with { Features = recipe.Features with { Components = null } })],
        ];
    }

    /// <summary>Runs each variation, one after the other, and compares it with <paramref name="snapshot"/>.</summary>
    /// <param name="snapshot">The segmentation to be compared with.</param>
    /// <param name="threads">Threads that a run may use; 0 for one per core. Changes the time taken and nothing else.</param>
    /// <param name="progress">Gets what has been found so far, after each variation.</param>
    /// <param name="cancellationToken">Ends the work; what was reported stays true.</param>
    /// <returns>In the order of <see cref="VariationsOf"/>.</returns>
    public static ValueList<SensitivityResult> Compute(
        SegmentationSnapshot snapshot, int threads = 1, IProgress<ValueList<SensitivityResult>>? progress = null, CancellationToken cancellationToken = default)
    {
        // A pipeline of its own: what it keeps must not push out what the sliders need.
        var pipeline = new SegmentationPipeline(threads);
        var found = ValueList<SensitivityResult>.Empty;
        foreach (var variation in VariationsOf(snapshot))
        {
            found = found.Add(new SensitivityResult(variation, Agreement(pipeline, snapshot, variation.Recipe, cancellationToken)));
            progress?.Report(found);
        }

        return found;
    }

    private static IEnumerable<Variation> WithoutFeatures(SegmentationSnapshot snapshot, SegmentationRecipe recipe)
    {
        var choices = FeatureChoices.Resolve(snapshot.Data.Frame, snapshot.Schema, recipe.Features);
        if (choices.Count < 2)
        {
            return [];
        }

        string[] used = [.. snapshot.Features.Columns.Select(column => column.Column).Distinct(StringComparer.Ordinal)];
        return used.OrderByDescending(column => Spread(snapshot, column)).Take(MaxFeatures)
            .OrderBy(column => Array.IndexOf(used, column))
            .Select(column => new Variation(
                $"Without {column}",
                recipe with { Features = recipe.Features with { Chosen = [.. choices.Where(choice => choice.Column != column)] } }));
    }

    private static double Spread(SegmentationSnapshot snapshot, string column) => snapshot.Profiles.Max(profile => profile.Traits
        .Where((_, place) => snapshot.Features.Columns[place].Column == column).Max(trait => Math.Abs(trait.StandardisedDifference)));

    private static IEnumerable<Variation> WithoutOutlierRule(SegmentationRecipe recipe)
    {
        var cleaning = recipe.Cleaning;
        var acts = cleaning.OutliersByColumn.Values.Append(cleaning.Outliers)
            .Any(rule => rule.Rule != OutlierRule.None && rule.Action != OutlierAction.Flag);
        return acts
            ? [new Variation("Outliers left in", recipe with
            {
                Cleaning = cleaning with { Outliers = cleaning.Outliers with { Rule = OutlierRule.None }, OutliersByColumn = ValueMap<OutlierOptions>.Empty },
            })]
            : [];
    }

    private static SegmentationRecipe WithCount(SegmentationRecipe recipe, int count) =>
        recipe with { Clustering = recipe.Clustering with { ClusterCount = count } };

    private static double? Agreement(
        SegmentationPipeline pipeline, SegmentationSnapshot snapshot, SegmentationRecipe variation, CancellationToken cancellationToken)
    {
        try
        {
            var other = pipeline.Run(snapshot.Source, variation, null, cancellationToken);
            var (left, right) = (new List<byte>(), new List<byte>());
            for (var position = 0; position < snapshot.Features.Rows.Count; position++)
            {
                if (other.Features.Rows.PositionOf(snapshot.Features.Rows[position]) is >= 0 and var there)
                {
                    left.Add(snapshot.Quality.Clustering.Labels[position]);
                    right.Add(other.Quality.Clustering.Labels[there]);
                }
            }

            return left.Count == 0 ? null : AdjustedRand.Index([.. left], [.. right]);
        }
        catch (UnusableDataException)
        {
            return null;
        }
    }
}
