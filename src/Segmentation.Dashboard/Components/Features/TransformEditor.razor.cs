using Microsoft.AspNetCore.Components;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Components.Segments;
using Segmentation.Dashboard.Figures;
using Segmentation.Dashboard.Session;

namespace Segmentation.Dashboard.Components.Features;

/// <summary>What is done to each feature before it is scaled.</summary>
public sealed partial class TransformEditor : ComponentBase
{
    private readonly Latest<FeatureSet, IReadOnlyList<TransformFigure>> _built = new();
    private ValueList<FeatureChoice> _choices = [];
    private IReadOnlyList<TransformFigure> _figures = [];

    /// <summary>The picture, for the values.</summary>
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

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        _choices = FeatureEdits.FeaturesOf(Snapshot, Recipe);
        _figures = _built.For(Snapshot.Features with { Components = null }, () => TransformFigure.Of(Snapshot));
    }

    private bool IsNumber(string column) => Snapshot.Data.Frame.TryGetColumn(column, out var found) && found is NumberColumn;

    private string ReasonOf(string column) =>
        Snapshot.Features.LeftOut.FirstOrDefault(left => left.Column == column) is { } left ? $"It {left.Reason} and is left out." : "";

    private Task ChooseAsync<T>(ChangeEventArgs changed, Func<T, FeatureChoice> choose)
        where T : struct, Enum =>
        Enum.TryParse<T>(changed.Value?.ToString(), out var kind) && Enum.IsDefined(kind) ? TellAsync(choose(kind)) : Task.CompletedTask;

    private Task TellAsync(FeatureChoice choice, string? gesture = null) =>
        OnChanged.InvokeAsync(new RecipeChange(Recipe.WithFeature(_choices, choice), gesture));
}
