using Segmentation.Core.Collections;

namespace Segmentation.Core.Features;

/// <summary>How numbers of different units are made comparable.</summary>
public enum Scaling
{
    /// <summary>Mean 0, population standard deviation 1.</summary>
    Standard,

    /// <summary>Median 0, interquartile range 1: outliers weigh less.</summary>
    Robust,

    /// <summary>Smallest 0, largest 1.</summary>
    MinMax,

    /// <summary>The numbers as they are.</summary>
    None,
}

/// <summary>What a person decided about features. Equal choices are equal options.</summary>
public sealed record FeatureOptions
{
    /// <summary>Most columns that are suggested when nobody chose.</summary>
    public const int MaxSuggested = 30;

    /// <summary>Most columns, indicators of categories included, that a matrix may have.</summary>
    public const int MaxColumns = 200;

    /// <summary>Most indicators of one column when nobody says otherwise; rarer categories share the last one.</summary>
    public const int MaxCategories = 30;

    /// <summary>Most categories of one column that are told apart at all.</summary>
    public const int MaxLevels = 1000;

    /// <summary>The columns to cluster on; null takes those that the schema calls features.</summary>
    public ValueList<FeatureChoice>? Chosen { get; init; }

    /// <summary>How numbers are made comparable.</summary>
    public Scaling Scaling { get; init; } = Scaling.Standard;

    /// <summary>
    /// Cluster on so many of the first principal components of the scaled and weighted features, or on as many as there are; null for the
    /// features themselves.
    /// </summary>
    public int? Components { get; init; }

    /// <exception cref="ArgumentException">A choice names no column, or a number is beyond its limits.</exception>
    public void ThrowIfInvalid()
    {
        foreach (var choice in Chosen ?? [])
        {
            choice.ThrowIfInvalid();
        }

        if (Components is < 1 or > MaxColumns)
        {
            throw new ArgumentOutOfRangeException(nameof(Components), Components, $"The number of components lies from 1 to {MaxColumns}.");
        }
    }
}
