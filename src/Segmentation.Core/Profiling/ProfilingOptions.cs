using Segmentation.Core.Collections;
using Segmentation.Core.Profiling.Actions;

namespace Segmentation.Core.Profiling;

/// <summary>What a person decided about what segments are called and what is done with them. Equal choices are equal options.</summary>
public sealed record ProfilingOptions
{
    /// <summary>Most segments that can have a name or a note.</summary>
    public const int MaxLabels = 100;

    /// <summary>Most columns whose meaning can be said.</summary>
    public const int MaxMeanings = 500;

    /// <summary>Names and notes. Where two are about one segment the first counts.</summary>
    public ValueList<SegmentLabel> Labels { get; init; } = [];

    /// <summary>What columns mean where a person says otherwise than is guessed.</summary>
    public ValueMap<ColumnMeaning> Meanings { get; init; } = ValueMap<ColumnMeaning>.Empty;

    /// <summary>What to do with segments; null as suggested.</summary>
    public ActionTable? Actions { get; init; }

    /// <exception cref="ArgumentException">A choice is beyond its limits.</exception>
    public void ThrowIfInvalid()
    {
        if (Labels.Count > MaxLabels || Meanings.Count > MaxMeanings)
        {
            throw new ArgumentException($"At most {MaxLabels} segments have names and {MaxMeanings} columns meanings.", nameof(Labels));
        }

        if (Meanings.Values.Any(meaning => meaning == ColumnMeaning.Size || !Enum.IsDefined(meaning)))
        {
            throw new ArgumentException("A column has a meaning that columns cannot have.", nameof(Meanings));
        }

        foreach (var label in Labels)
        {
            label.ThrowIfInvalid();
        }

        Actions?.ThrowIfInvalid();
    }
}
