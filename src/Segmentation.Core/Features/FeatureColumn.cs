using Segmentation.Core.Features.Encodings;
using Segmentation.Core.Features.Transforms;

namespace Segmentation.Core.Features;

/// <summary>One column of the feature matrix and how it was made: all that is needed to make it again for new rows.</summary>
/// <param name="Name">What people call it: the column's name, or <c>Column = category</c> for an indicator.</param>
/// <param name="Column">The frame's column it comes from.</param>
/// <param name="Category">The category it indicates; null for a number.</param>
/// <param name="Transform">What is done before scaling.</param>
/// <param name="Center">Subtracted after the transform.</param>
/// <param name="Scale">Divides what is left; positive.</param>
/// <param name="Weight">Weight of the squared difference.</param>
public sealed record FeatureColumn(
    string Name, string Column, string? Category, FittedTransform Transform, double Center, double Scale, double Weight)
{
    /// <summary>The category that stands for all rare ones.</summary>
    public const string OtherCategories = "(other)";

    /// <summary>The number that stands for a category, where one does; null for a column of numbers and for an indicator.</summary>
    public FittedEncoding? Encoding { get; init; }

    /// <summary>True for an indicator of a category: 1 where a row has it, else 0, before weighting.</summary>
    public bool IsIndicator => Category is not null;

    /// <summary>True for what the file holds as a number.</summary>
    public bool IsNumber => !IsIndicator && Encoding is null;

    /// <summary>From the column's unit to the matrix's.</summary>
    public double ToFeature(double value) => (Transform.Apply(value) - Center) / Scale * Math.Sqrt(Weight);

    /// <summary>From the matrix's unit to the column's; the centre when the weight is 0.</summary>
    public double ToOriginal(double feature) =>
        Transform.Invert(Weight > 0 ? (feature / Math.Sqrt(Weight) * Scale) + Center : Center);
}
