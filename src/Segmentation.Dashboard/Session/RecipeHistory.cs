using System.Collections.Immutable;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Session;

/// <summary>
/// The recipes that undo and redo step through. Moves of one control that follow each other closely are one step, so
/// that undo takes back a drag and not its last pixel. Immutable.
/// </summary>
public sealed record RecipeHistory
{
    private static readonly TimeSpan s_sameGesture = TimeSpan.FromSeconds(1.5);

    private const int Capacity = 200;

    private ImmutableList<SegmentationRecipe> Past { get; init; } = [];

    private ImmutableList<SegmentationRecipe> Future { get; init; } = [];

    private string? Gesture { get; init; }

    private DateTimeOffset LastMove { get; init; }

    /// <summary>A history that begins with <paramref name="recipe"/>.</summary>
    public RecipeHistory(SegmentationRecipe recipe) => Current = recipe;

    /// <summary>What the controls show.</summary>
    public SegmentationRecipe Current { get; private init; }

    /// <summary>Whether there is a step to take back.</summary>
    public bool CanUndo => !Past.IsEmpty;

    /// <summary>Whether there is a step to take again.</summary>
    public bool CanRedo => !Future.IsEmpty;

    /// <summary>The history after a change; redo is gone.</summary>
    /// <param name="recipe">The new choices.</param>
    /// <param name="gesture">The control that moved; null for a change that is always a step of its own.</param>
    /// <param name="now">When it moved.</param>
    public RecipeHistory Push(SegmentationRecipe recipe, string? gesture, DateTimeOffset now)
    {
        var continues = gesture is not null && gesture == Gesture && now - LastMove < s_sameGesture && CanUndo;
        var past = continues ? Past : Past.Add(Current);
        return new RecipeHistory(recipe)
        {
            Past = past.Count > Capacity ? past.RemoveAt(0) : past,
            Gesture = gesture,
            LastMove = now,
        };
    }

    /// <summary>One step back.</summary>
    public RecipeHistory Undo() => CanUndo
        ? new RecipeHistory(Past[^1]) { Past = Past.RemoveAt(Past.Count - 1), Future = Future.Add(Current) }
        : this;

    /// <summary>One step forward.</summary>
    public RecipeHistory Redo() => CanRedo
        ? new RecipeHistory(Future[^1]) { Past = Past.Add(Current), Future = Future.RemoveAt(Future.Count - 1) }
        : this;
}
