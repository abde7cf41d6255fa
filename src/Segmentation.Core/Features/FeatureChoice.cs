using System.Text.Json.Serialization;
using Segmentation.Core.Collections;
using Segmentation.Core.Features.Encodings;
using Segmentation.Core.Features.Transforms;

namespace Segmentation.Core.Features;

/// <summary>One column to cluster on. Transforms are for numbers, encodings for categories; of the other kind they play no part.</summary>
/// <param name="Column">A column of numbers, categories or booleans.</param>
public sealed record FeatureChoice(string Column)
{
    /// <summary>Least weight; it takes the feature out of the distance.</summary>
    public const double MinWeight = 0;

    /// <summary>Most weight that the slider offers.</summary>
    public const double MaxWeight = 5;

    /// <summary>Fewest quantile bins.</summary>
    public const int MinBins = 2;

    /// <summary>Most quantile bins.</summary>
    public const int MaxBins = 100;

    /// <summary>Largest share that still may count as rare.</summary>
    public const double MaxRareShare = 0.5;

    /// <summary>How much the squared difference in this feature counts, 1 for as it is.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>What is done to numbers before scaling.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public NumberTransform Transform { get; init; }

    /// <summary>Takes sign(x) log(1 + |x|) before scaling: <see cref="NumberTransform.Log1p"/> by its older name, which recipes still hold.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public bool Log
    {
        get => Transform == NumberTransform.Log1p;
        init => Transform = value ? NumberTransform.Log1p : Log ? NumberTransform.None : Transform;
    }

    /// <summary>Number of quantile bins, where that is the transform.</summary>
    public int Bins { get; init; } = 10;

    /// <summary>How a category becomes numbers.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public CategoryEncoding Encoding { get; init; }

    /// <summary>The order of categories, where places in an order are the encoding; those not named follow by name.</summary>
    public ValueList<string>? Order { get; init; }

    /// <summary>Categories of a smaller share of the rows are pooled; 0 pools none for this.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double RareShare { get; init; }

    /// <summary>Most categories that are told apart, the pool being one; null for <see cref="FeatureOptions.MaxCategories"/> indicators, or
    /// <see cref="FeatureOptions.MaxLevels"/> of another encoding.</summary>
    public int? MaxLevels { get; init; }

    /// <summary>Most categories that are told apart, the pool being one.</summary>
    internal int LevelLimit => MaxLevels ?? (Encoding == CategoryEncoding.OneHot ? FeatureOptions.MaxCategories : FeatureOptions.MaxLevels);

    /// <exception cref="ArgumentException">The choice names no column, or a number is beyond its limits.</exception>
    public void ThrowIfInvalid()
    {
        if (Column is null)
        {
            throw new ArgumentException("A chosen feature names no column.", nameof(Column));
        }

        ThrowUnless(Weight is >= MinWeight and <= 1000, Weight, "weight");
        ThrowUnless(Enum.IsDefined(Transform), Transform, "transform");
        ThrowUnless(Bins is >= MinBins and <= MaxBins, Bins, "number of bins");
        ThrowUnless(Enum.IsDefined(Encoding), Encoding, "encoding");
        ThrowUnless(RareShare is >= 0 and <= MaxRareShare, RareShare, "share of rare categories");
        ThrowUnless(MaxLevels is null or (>= 2 and <= FeatureOptions.MaxLevels), MaxLevels, "number of categories");
        ThrowUnless(Order is null || Order.Count <= FeatureOptions.MaxLevels, Order?.Count, "number of ordered categories");
    }

    private void ThrowUnless(bool isWithin, object? value, string what)
    {
        if (!isWithin)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, $"The {what} of {Column} lies outside its limits.");
        }
    }
}
