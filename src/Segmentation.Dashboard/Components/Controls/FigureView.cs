using Microsoft.AspNetCore.Components;

namespace Segmentation.Dashboard.Components.Controls;

/// <summary>Shows a figure, and renders again only when it is handed a different one.</summary>
public abstract class FigureView<TFigure> : ComponentBase
    where TFigure : class
{
    private TFigure? _rendered;

    [Parameter, EditorRequired]
    public required TFigure Figure { get; set; }

    /// <inheritdoc/>
    protected override bool ShouldRender() => !ReferenceEquals(_rendered, Figure);

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender) => _rendered = Figure;
}
