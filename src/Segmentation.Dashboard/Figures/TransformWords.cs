using Segmentation.Core.Features;
using Segmentation.Core.Features.Encodings;
using Segmentation.Core.Features.Transforms;

namespace Segmentation.Dashboard.Figures;

/// <summary>What transforms and encodings are called, and a sentence about each.</summary>
public static class TransformWords
{
    /// <summary>The transforms in the order in which they are offered.</summary>
    public static IReadOnlyList<NumberTransform> Transforms { get; } = Enum.GetValues<NumberTransform>();

    /// <summary>The encodings in the order in which they are offered.</summary>
    public static IReadOnlyList<CategoryEncoding> Encodings { get; } = Enum.GetValues<CategoryEncoding>();

    /// <summary>The name of a transform.</summary>
    public static string NameOf(NumberTransform transform) => transform switch
    {
        NumberTransform.Log1p => "Logarithm",
        NumberTransform.SquareRoot => "Square root",
        NumberTransform.YeoJohnson => "Yeo-Johnson",
        NumberTransform.Rank => "Rank",
        NumberTransform.QuantileBins => "Equal bins",
        _ => "As it is",
    };

    /// <summary>What a transform is good for.</summary>
    public static string About(NumberTransform transform) => transform switch
    {
        NumberTransform.Log1p => "log(1 + x): compares ratios, for amounts with a long tail. Negative numbers are mirrored.",
        NumberTransform.SquareRoot => "Milder than the logarithm: for counts. Negative numbers are mirrored.",
        NumberTransform.YeoJohnson => "The power that makes the column most like a bell curve, found from the data.",
        NumberTransform.Rank => "Only the order counts, from 0 to 1: outliers cannot pull.",
        NumberTransform.QuantileBins => "Cuts the column into bins of about equally many rows and takes the bin's number.",
        _ => "The numbers of the file.",
    };

    /// <summary>The name of an encoding.</summary>
    public static string NameOf(CategoryEncoding encoding) => encoding switch
    {
        CategoryEncoding.Ordinal => "Place in an order",
        CategoryEncoding.Frequency => "How common it is",
        _ => "One feature per category",
    };

    /// <summary>What an encoding is good for.</summary>
    public static string About(CategoryEncoding encoding) => encoding switch
    {
        CategoryEncoding.Ordinal => "1, 2, 3 along an order: for sizes, grades and levels. Without an order of yours, by name.",
        CategoryEncoding.Frequency => "The category's share of all rows: tells common from rare and nothing else.",
        _ => "0 or 1 for each category: any two categories are equally far apart.",
    };

    /// <summary>A word or two in front of a feature's name where it is not taken as it is; empty otherwise.</summary>
    public static string Mark(FeatureChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return (choice.Transform, choice.Encoding) switch
        {
            (NumberTransform.Log1p, _) => "log ",
            (NumberTransform.SquareRoot, _) => "√ ",
            (NumberTransform.YeoJohnson, _) => "power ",
            (NumberTransform.Rank, _) => "rank ",
            (NumberTransform.QuantileBins, _) => "bins ",
            (_, CategoryEncoding.Ordinal) => "order ",
            (_, CategoryEncoding.Frequency) => "share ",
            _ => "",
        };
    }
}
