namespace Segmentation.Core.Features;

/// <summary>One column of the feature matrix and how it was made: all that is needed to make it again for new rows.</summary>
/// <param name="Name">What people call it: the column's name, or <c>Column = category</c> for an indicator.</param>
/// <param name="Column">The frame's column it comes from.</param>
/// <param name="Category">The category it indicates; null for a number.</param>
/// <param name="Log">Whether the logarithm is taken before scaling.</param>
/// <param name="Center">Subtracted after the logarithm.</param>
/// <param name="Scale">Divides what is left; positive.</param>
/// <param name="Weight">Weight of the squared difference.</param>
public sealed record FeatureColumn(string Name, string Column, string? Category, bool Log, double Center, double Scale, double Weight)
{
    /// <summary>The category that stands for all rare ones.</summary>
    public const string OtherCategories = "(other)";

    /// <summary>True for an indicator of a category: 1 where a row has it, else 0, before weighting.</summary>
    public bool IsIndicator => Category is not null;

    /// <summary>From the column's unit to the matrix's.</summary>
    public double ToFeature(double value) => ((Log ? SignedLog(value) : value) - Center) / Scale * Math.Sqrt(Weight);

    /// <summary>From the matrix's unit to the column's; the centre when the weight is 0.</summary>
    public double ToOriginal(double feature)
    {
        var value = Weight > 0 ? (feature / Math.Sqrt(Weight) * Scale) + Center : Center;
        return Log ? Math.CopySign(Math.Exp(Math.Abs(value)) - 1, value) : value;
    }

    internal static double SignedLog(double value) => Math.CopySign(Math.Log(1 + Math.Abs(value)), value);
}
