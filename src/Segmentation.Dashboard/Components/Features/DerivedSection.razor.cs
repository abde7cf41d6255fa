using Microsoft.AspNetCore.Components;
using Segmentation.Core.Features;
using Segmentation.Core.Features.Expressions;
using Segmentation.Core.Features.Suggestions;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Figures;
using Segmentation.Dashboard.Session;

namespace Segmentation.Dashboard.Components.Features;

/// <summary>The part of the Features page that makes columns. It gives new recipes and holds nothing but what is being typed.</summary>
public sealed partial class DerivedSection : ComponentBase
{
    private SegmentationSnapshot? _shown;
    private string? _editing;
    private int _draft;
    private ExpressionScope? _scope;
    private IReadOnlyList<DerivedRow> _rows = [];
    private (DataFrame Frame, Schema Schema, DateOnly? Today)? _asked;
    private IReadOnlyList<FeatureSuggestion> _suggestions = [];
    private IReadOnlyList<FeatureSuggestion> _offered = [];

    /// <summary>The last picture.</summary>
    [Parameter, EditorRequired]
    public required SegmentationSnapshot Snapshot { get; set; }

    /// <summary>The choices that the controls show.</summary>
    [Parameter, EditorRequired]
    public required SegmentationRecipe Recipe { get; set; }

    /// <summary>A column was added, changed or removed.</summary>
    [Parameter]
    public EventCallback<SegmentationRecipe> OnChanged { get; set; }

    private DerivedColumn? Edited => Snapshot.Recipe.Derived.FirstOrDefault(column => column.Name == _editing);

    protected override async Task OnParametersSetAsync()
    {
        if (!ReferenceEquals(_shown?.Data, Snapshot.Data) || _shown.Recipe.Today != Snapshot.Recipe.Today)
        {
            // Undo may take away what is being edited.
            _editing = Edited is null ? null : _editing;
            _rows = DerivedRows.Of(Snapshot);
            _scope = Scope();
        }
        else if (!ReferenceEquals(_shown, Snapshot))
        {
            _rows = DerivedRows.Of(Snapshot);
        }

        _shown = Snapshot;
        Offer();
        await SuggestAsync();
    }

    private async Task SuggestAsync()
    {
        var wanted = (Snapshot.Source.Frame, Snapshot.Source.Schema.With(Recipe.Roles), Recipe.Today);
        if (_asked == wanted)
        {
            return;
        }

        _asked = wanted;
        var found = await FrameFacts.FeaturesFor(wanted.Frame, wanted.Item2, wanted.Today);
        if (_asked == wanted)
        {
            _suggestions = found;
            Offer();
        }
    }

    // What was taken is offered no more, under whatever name it goes.
    private void Offer()
    {
        var made = Recipe.Derived.Select(column => column.Expression).ToHashSet(StringComparer.Ordinal);
        _offered = [.. _suggestions.Where(suggestion => suggestion.Columns.Any(column => !made.Contains(column.Expression)))];
    }

    private ExpressionScope Scope()
    {
        var derived = Snapshot.Recipe.Derived;
        var place = derived.ToList().FindIndex(column => column.Name == _editing);
        return Deriver.ScopeAt(Snapshot.Source, Snapshot.Data, derived, place < 0 ? derived.Count : place, Snapshot.Recipe.Today)
            .First(ExpressionPreview.Rows);
    }

    private void Edit(string? name)
    {
        (_editing, _draft) = (name, _draft + 1);
        _scope = Scope();
    }

    private bool IsTaken(string name) =>
        name != _editing && (Snapshot.Data.Frame.TryGetColumn(name, out _) || Recipe.Derived.Any(column => column.Name == name));

    private Task TakeAsync(FeatureSuggestion suggestion)
    {
        var taken = new List<DerivedColumn>();
        foreach (var column in suggestion.Columns.Where(column => Recipe.Derived.All(known => known.Expression != column.Expression)))
        {
            taken.Add(column with { Name = FreeName(column.Name, taken) });
        }

        return Recipe.Derived.Count + taken.Count <= DerivedColumn.MaxCount
            ? OnChanged.InvokeAsync(Recipe.WithDerived(taken, areFeatures: true))
            : Task.CompletedTask;
    }

    private string FreeName(string name, List<DerivedColumn> taken)
    {
        var free = name;
        for (var number = 2; IsTaken(free) || taken.Exists(column => column.Name == free); number++)
        {
            free = $"{name} ({number})";
        }

        return free;
    }

    private async Task SaveAsync((DerivedColumn Column, bool IsFeature) saved)
    {
        var recipe = _editing is { } name
            ? Recipe.WithDerivedChanged(name, saved.Column)
            : Recipe.WithDerived([saved.Column], saved.IsFeature);
        (_editing, _draft) = (null, _draft + 1);
        await OnChanged.InvokeAsync(recipe);
    }

    private async Task RemoveAsync(string name)
    {
        if (_editing == name)
        {
            Edit(null);
        }

        await OnChanged.InvokeAsync(Recipe.WithoutDerived(name));
    }
}
