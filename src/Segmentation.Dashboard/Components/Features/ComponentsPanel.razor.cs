using Microsoft.AspNetCore.Components;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Collections;
using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Components.Segments;
using Segmentation.Dashboard.Figures;
using Segmentation.Dashboard.Session;

namespace Segmentation.Dashboard.Components.Features;

/// <summary>The principal components of the features, and whether to cluster on them.</summary>
public sealed partial class ComponentsPanel : ComponentBase
{
    private readonly Latest<FeatureMatrix, Built> _built = new();
    private readonly Latest<(PrincipalComponents Fit, ClusterQuality Quality, ValueList<int> Numbers), Drawn> _drawn = new();
    private ComponentsFigure? _figure;
    private BiplotFigure? _biplot;

    /// <summary>The picture.</summary>
    [Parameter, EditorRequired]
    public required SegmentationSnapshot Snapshot { get; set; }

    /// <summary>The choices, which may be ahead of the picture.</summary>
    [Parameter, EditorRequired]
    public required SegmentationRecipe Recipe { get; set; }

    /// <summary>A choice was made.</summary>
    [Parameter]
    public EventCallback<RecipeChange> OnChanged { get; set; }

    /// <summary>What a row is called.</summary>
    [CascadingParameter]
    public RowNoun Noun { get; set; } = RowNoun.Customer;

    // As many as hold most of the differences.
    private int Suggested
    {
        get
        {
            var together = 0.0;
            return Math.Max(1, Math.Min(_figure!.Fit.Rank, _figure.Fit.ExplainedRatios.TakeWhile(share => (together += share) < ComponentsFigure.Most).Count() + 1));
        }
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        _figure = _built.For(Snapshot.Features.Matrix, () => new Built(ComponentsFigure.Of(Snapshot.Features))).Figure;
        _biplot = _figure is null
            ? null
            : _drawn.For((_figure.Fit, Snapshot.Quality, Snapshot.Numbers), () => new Drawn(BiplotFigure.Of(Snapshot, _figure.Fit))).Figure;
    }

    private Task TellAsync(int? count, string? gesture = null) => OnChanged.InvokeAsync(new RecipeChange(Recipe.WithComponents(count), gesture));

    private sealed record Built(ComponentsFigure? Figure);

    private sealed record Drawn(BiplotFigure? Figure);
}
