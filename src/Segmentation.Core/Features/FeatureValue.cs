using System.Globalization;

namespace Segmentation.Core.Features;

/// <summary>What a row has in one column: a number in the file's unit, a category, or nothing.</summary>
/// <param name="Number">The number; null when it is none.</param>
/// <param name="Category">The category; null when it is none.</param>
public readonly record struct FeatureValue(double? Number, string? Category)
{
    /// <summary>Nothing.</summary>
    public static FeatureValue Missing => default;

    /// <summary>True when there is neither number nor category.</summary>
    public bool IsMissing => Number is null && Category is null;

    /// <summary>A number; nothing when it is NaN.</summary>
    public static FeatureValue Of(double number) => new(double.IsNaN(number) ? null : number, null);

    /// <summary>A category; nothing when it is null.</summary>
    public static FeatureValue Of(string? category) => new(null, category);

    /// <summary>All digits, or the category; empty when missing.</summary>
    public override string ToString() => Category ?? Number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
