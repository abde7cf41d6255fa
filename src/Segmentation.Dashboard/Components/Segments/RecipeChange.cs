using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Components.Segments;

/// <summary>What a control asks for.</summary>
/// <param name="Recipe">The new choices.</param>
/// <param name="Gesture">The control, so that undo takes a drag back as one step; null for a change that is a step of its own.</param>
public sealed record RecipeChange(SegmentationRecipe Recipe, string? Gesture = null);
