using System.Globalization;
using Microsoft.AspNetCore.Components;
using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Components.Controls;
using Segmentation.Dashboard.Components.Ledger;
using Segmentation.Dashboard.Session;

namespace Segmentation.Dashboard.Components.Segments;

/// <summary>Every choice of the segmentation. Shows the wanted recipe, which may be ahead of the picture.</summary>
public sealed partial class SegmentControls : ComponentBase
{
    private static readonly ClusteringOptions s_suggested = new();

    private static readonly Choice<Scaling>[] s_scalings =
    [
        new(Scaling.Standard, "Standard", "Each feature in standard deviations from its mean."),
        new(Scaling.Robust, "Robust", "Each feature from its median, in widths of its middle half: far-out values weigh less."),
        new(Scaling.MinMax, "Min–max", "Each feature from its smallest, 0, to its largest, 1."),
        new(Scaling.None, "None", "The numbers as they are: features with large numbers decide."),
    ];

    private (DataFrame, SegmentationRecipe)? _resolved;
    private CleaningResult? _counted;
    private int _caught;
    private ValueList<FeatureChoice> _features = [];
    private IReadOnlyList<string> _columns = [];

    [Parameter, EditorRequired]
    public required SegmentationRecipe Recipe { get; set; }

    [Parameter, EditorRequired]
    public required SegmentationSnapshot Snapshot { get; set; }

    /// <summary>A choice was made.</summary>
    [Parameter]
    public EventCallback<RecipeChange> OnChanged { get; set; }

    private bool IsAuto => Recipe.Clustering.ClusterCount is null;

    private int Count => Math.Max(Fewest, Recipe.Clustering.ClusterCount ?? Snapshot.SegmentCount);

    // Segments of their own count, and there is always one beside them.
    private int Fewest => Math.Max(ClusteringOptions.MinClusters, Snapshot.OwnSegmentCount + 1);

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_resolved != (Snapshot.Data.Frame, Recipe))
        {
            _resolved = (Snapshot.Data.Frame, Recipe);
            _features = FeatureEdits.FeaturesOf(Snapshot, Recipe);
            _columns = FeatureEdits.Usable(Snapshot.Data.Frame, Snapshot.Data.Schema.With(Recipe.Roles));
        }

        if (!ReferenceEquals(_counted, Snapshot.Cleaning))
        {
            _counted = Snapshot.Cleaning;
            _caught = OutlierTotal.Of(Snapshot.Cleaning.Outliers);
        }
    }

    private bool IsNumber(string column) => Snapshot.Data.Frame.TryGetColumn(column, out var found) && found.IsNumeric;

    private Task MoveCountAsync(double count) => ClusterAsync(Recipe.Clustering with { ClusterCount = (int)count }, "k");

    // Switched off, the number stays what it was, and stays there whatever the data does.
    private Task SwitchAutoAsync(ChangeEventArgs changed) =>
        ClusterAsync(Recipe.Clustering with { ClusterCount = changed.Value is true ? null : Snapshot.SegmentCount }, null);

    private Task MoveRestartsAsync(double restarts) => ClusterAsync(Recipe.Clustering with { Restarts = (int)restarts }, "restarts");

    private Task ChangeSeedAsync(ChangeEventArgs changed) =>
        int.TryParse(changed.Value?.ToString(), CultureInfo.InvariantCulture, out var seed) && seed >= 0
            ? ClusterAsync(Recipe.Clustering with { Seed = seed }, "seed")
            : Task.CompletedTask;

    private Task ScaleAsync(Scaling scaling) =>
        OnChanged.InvokeAsync(new RecipeChange(Recipe with { Features = Recipe.Features with { Scaling = scaling } }));

    private Task ToggleAsync(string column) => OnChanged.InvokeAsync(new RecipeChange(Recipe.WithToggled(_features, column)));

    private Task ChangeFeatureAsync(FeatureChoice choice) =>
        OnChanged.InvokeAsync(new RecipeChange(Recipe.WithFeature(_features, choice), $"weight {choice.Column} {choice.Log}"));

    private Task ChangeOutliersAsync(OutlierOptions options) => OnChanged.InvokeAsync(new RecipeChange(
        Recipe with { Cleaning = Recipe.Cleaning with { Outliers = options } }, $"outliers {options.Rule} {options.Action}"));

    private Task ClusterAsync(ClusteringOptions options, string? gesture) =>
        OnChanged.InvokeAsync(new RecipeChange(Recipe with { Clustering = options }, gesture));
}
