namespace Segmentation.Dashboard.Components.Charts;

/// <summary>A mark of a chart that was pointed at.</summary>
/// <param name="Trace">The trace's place in the figure, from 0.</param>
/// <param name="Point">The mark's place in the trace, from 0.</param>
/// <param name="X">Its place along the horizontal axis, as text.</param>
/// <param name="Y">Its place along the vertical axis, as text.</param>
public sealed record ChartPoint(int Trace, int Point, string? X, string? Y);
