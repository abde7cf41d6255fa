namespace Segmentation.Dashboard.Figures;

/// <summary>
/// What Plotly draws: its traces and its layout as plain objects, serialised as they are. Colours are names of the
/// <see cref="Palette"/>; a number that is missing is null, since JSON knows no NaN. Fonts, grid lines and margins come from the theme.
/// </summary>
/// <param name="Data">The traces.</param>
/// <param name="Layout">The layout.</param>
public sealed record PlotlyFigure(IReadOnlyList<object> Data, object Layout)
{
    /// <summary>Shapes over the picture. A figure that differs from the one before in these alone is not drawn again: they are moved.</summary>
    public IReadOnlyList<object> Marks { get; init; } = [];
}
