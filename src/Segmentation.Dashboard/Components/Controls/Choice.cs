namespace Segmentation.Dashboard.Components.Controls;

/// <summary>One of the values that can be chosen.</summary>
/// <param name="Value">What is chosen.</param>
/// <param name="Label">What it is called on screen.</param>
/// <param name="Explanation">One sentence about it, on hover; null for none.</param>
public sealed record Choice<T>(T Value, string Label, string? Explanation = null);
