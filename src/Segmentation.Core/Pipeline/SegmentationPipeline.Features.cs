using Segmentation.Core.Cleaning;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Pipeline;

/// <summary>From the file to what is clustered.</summary>
public sealed partial class SegmentationPipeline
{
    private readonly StageCache<FeatureMatrix, PrincipalComponents> _components = new(StagesKept);
    private readonly StageCache<(FeatureSet Features, int Components), FeatureSet> _reduced = new(StagesKept);

    /// <summary>What <see cref="Run"/> would cluster, without clustering it.</summary>
    /// <param name="data">The file, read with the recipe's reading options.</param>
    /// <param name="recipe">The choices; those of the clustering play no part.</param>
    /// <param name="cancellationToken">Ends the work; stages that were finished are kept.</param>
    /// <exception cref="UnusableDataException">Nothing is left to be clustered; the message says what to change.</exception>
    public FeatureSet FeaturesOf(Dataset data, SegmentationRecipe recipe, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(recipe);
        recipe.ThrowIfInvalid();
        var all = Derive(data, recipe, cancellationToken);
        lock (_gate)
        {
            return FeaturesOf(data, all.Frame, all.Schema.With(recipe.Roles), recipe, cancellationToken).Features;
        }
    }

    /// <summary>All principal components of the scaled and weighted features, found once per feature matrix.</summary>
    /// <exception cref="UnusableDataException">Missing values are kept.</exception>
    public PrincipalComponents ComponentsOf(FeatureSet features, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.Missing is not null)
        {
            throw new UnusableDataException(
                "Missing values are kept, and a component needs every value. Fill them or set their rows aside, or cluster on the features themselves.");
        }

        lock (_gate)
        {
            return _components.GetOrRun(features.Matrix, () => PrincipalComponents.Fit(features.Matrix, cancellationToken: cancellationToken));
        }
    }

    private (CleaningResult Cleaned, FeatureSet Features) FeaturesOf(
        Dataset source, DataFrame frame, Schema schema, SegmentationRecipe recipe, CancellationToken cancellationToken)
    {
        var choices = FeatureChoices.Resolve(frame, schema, recipe.Features);
        var columns = choices.Select(choice => choice.Column).ToValueList();
        // Of the file's own columns: what is derived from a customer's number would make any two rows differ.
        var duplicates = _duplicates.GetOrRun((source.Frame, schema.Identifier), () => RowDuplicates.Find(source.Frame, schema, cancellationToken));
        // An outlier slider moves the last step only; what the steps before it found stays good.
        var before = _beforeOutliers.GetOrRun(
            new BeforeOutliersKey(frame, duplicates, columns, recipe.Cleaning.WithoutOutliers()),
            () => Cleaner.BeforeOutliers(frame, columns, recipe.Cleaning, duplicates, cancellationToken));
        var cleaned = _cleaning.GetOrRun((before, recipe.Cleaning), () => Cleaner.Clean(before, recipe.Cleaning, cancellationToken));
        var features = _features.GetOrRun(
            (cleaned, choices, recipe.Features.Scaling),
            () => FeatureBuilder.Build(cleaned.Frame, cleaned.SetAside.Kept, choices, recipe.Features.Scaling, cancellationToken));
        return (cleaned, recipe.Features.Components is { } count ? Reduced(features, count, cancellationToken) : features);
    }

    private FeatureSet Reduced(FeatureSet features, int count, CancellationToken cancellationToken)
    {
        var fit = ComponentsOf(features, cancellationToken);
        return _reduced.GetOrRun(
            (features, count),
            () => features with { Components = ComponentSpace.Of(fit, features.Matrix, count, threads, cancellationToken) });
    }
}
