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

/// <summary>One column to cluster on.</summary>
/// <param name="Column">A column of numbers, categories or booleans.</param>
public sealed record FeatureChoice(string Column)
{
    /// <summary>Least weight; it takes the feature out of the distance.</summary>
    public const double MinWeight = 0;

    /// <summary>Most weight that the slider offers.</summary>
    public const double MaxWeight = 5;

    /// <summary>How much the squared difference in this feature counts, 1 for as it is.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Takes sign(x) log(1 + |x|) before scaling: for amounts with a long tail.</summary>
    public bool Log { get; init; }
}

/// <summary>What a person decided about features. Equal choices are equal options.</summary>
public sealed record FeatureOptions
{
    /// <summary>Most columns that are suggested when nobody chose.</summary>
    public const int MaxSuggested = 30;

    /// <summary>Most columns, indicators of categories included, that a matrix may have.</summary>
    public const int MaxColumns = 200;

    /// <summary>Most categories of one column that get an indicator each; rarer ones share one.</summary>
    public const int MaxCategories = 30;

    /// <summary>The columns to cluster on; null takes those that the schema calls features.</summary>
    public ValueList<FeatureChoice>? Chosen { get; init; }

    /// <summary>How numbers are made comparable.</summary>
    public Scaling Scaling { get; init; } = Scaling.Standard;

    /// <exception cref="ArgumentException">A choice names no column, or its weight is beyond its limits.</exception>
    public void ThrowIfInvalid()
    {
        foreach (var choice in Chosen ?? [])
        {
            if (choice.Column is null)
            {
                throw new ArgumentException("A chosen feature names no column.", nameof(Chosen));
            }

            if (!(choice.Weight >= FeatureChoice.MinWeight && choice.Weight <= 1000))
            {
                throw new ArgumentOutOfRangeException(nameof(Chosen), choice.Weight, $"The weight of {choice.Column} lies outside its limits.");
            }
        }
    }
}
