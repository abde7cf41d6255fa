namespace Segmentation.Core.Features.Transforms;

/// <summary>What is done to a column's numbers before they are scaled.</summary>
public enum NumberTransform
{
    /// <summary>The numbers as they are.</summary>
    None,

    /// <summary>log(1 + x): for amounts with a long tail. Of negative numbers the mirror image, -log(1 - x), so that order is kept and
    /// numbers of -1 and less, which have no such logarithm, have one too.</summary>
    Log1p,

    /// <summary>The square root: for counts. Of negative numbers the mirror image.</summary>
    SquareRoot,

    /// <summary>The power that makes the column most like a bell curve (<see cref="Transforms.YeoJohnson"/>).</summary>
    YeoJohnson,

    /// <summary>The place in the order of all rows, 0 to 1 (<see cref="Transforms.RankTransform"/>): only the order counts.</summary>
    Rank,

    /// <summary>The number of the bin of equally many rows (<see cref="Transforms.QuantileBins"/>).</summary>
    QuantileBins,
}
