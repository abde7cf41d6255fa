using Segmentation.Core.Cleaning;
using Segmentation.Core.Clustering;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Frame.IO;
using Segmentation.Core.Profiling;

namespace Segmentation.Core.Pipeline;

/// <summary>
/// Every choice that leads from a file to segments, one options record per stage. It is what the sliders edit, undo and
/// redo step through, a permalink and a saved file hold, and the command line reads. Equal choices are equal recipes.
/// </summary>
public sealed record SegmentationRecipe
{
    /// <summary>The version that this program writes; it reads this and earlier ones.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Most filters of <see cref="OwnSegments"/>.</summary>
    public const int MaxOwnSegments = 20;

    /// <summary>No choice made: everything as suggested.</summary>
    public static SegmentationRecipe Default { get; } = new();

    /// <summary>The version of the recipe's form.</summary>
    public int Version { get; init; } = CurrentVersion;

    /// <summary>How the file is read.</summary>
    public ReadingOptions Reading { get; init; } = ReadingOptions.Default;

    /// <summary>Roles of columns that a person changed.</summary>
    public ValueMap<ColumnRole> Roles { get; init; } = ValueMap<ColumnRole>.Empty;

    /// <summary>Columns that are made of the file's, in this order, before anything is cleaned; each may use those before it.</summary>
    public ValueList<DerivedColumn> Derived { get; init; } = [];

    /// <summary>The day that <c>today</c> stands for in an expression; null for the latest date of the file, the same every time.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>How it is cleaned.</summary>
    public CleaningOptions Cleaning { get; init; } = new();

    /// <summary>What is clustered.</summary>
    public FeatureOptions Features { get; init; } = new();

    /// <summary>
    /// Rows that are a segment of their own, by the cells as the file has them, each under the words of its filter: they are taken out of
    /// the clustering, and the algorithm clusters the others. A row that fulfils several filters belongs to the first.
    /// </summary>
    public ValueList<RowFilter> OwnSegments { get; init; } = ValueList<RowFilter>.Empty;

    /// <summary>How it is clustered.</summary>
    public ClusteringOptions Clustering { get; init; } = new();

    /// <summary>What segments are called, and what is done with them.</summary>
    public ProfilingOptions Profiling { get; init; } = new();

    /// <exception cref="ArgumentException">A choice is beyond its limits.</exception>
    public void ThrowIfInvalid()
    {
        if (Derived.Count > DerivedColumn.MaxCount)
        {
            throw new ArgumentException($"There are {Derived.Count:N0} derived columns, and at most {DerivedColumn.MaxCount} can be made.");
        }

        foreach (var column in Derived)
        {
            column.ThrowIfInvalid();
        }

        RowFilter.ThrowIfNoSteps(Cleaning.SetAside, CleaningOptions.MaxSetAside);
        RowFilter.ThrowIfNoSteps(OwnSegments, MaxOwnSegments);
        Cleaning.Outliers.ThrowIfInvalid();
        foreach (var outliers in Cleaning.OutliersByColumn.Values)
        {
            outliers.ThrowIfInvalid();
        }

        Features.ThrowIfInvalid();
        Clustering.ThrowIfInvalid();
        Profiling.ThrowIfInvalid();
    }
}
