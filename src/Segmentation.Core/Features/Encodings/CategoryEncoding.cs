namespace Segmentation.Core.Features.Encodings;

/// <summary>How a category becomes numbers.</summary>
public enum CategoryEncoding
{
    /// <summary>One indicator of 0 and 1 per category, whatever the scaling.</summary>
    OneHot,

    /// <summary>The category's place in an order, from 1, scaled as a number is.</summary>
    Ordinal,

    /// <summary>The category's share of the rows, 0 to 1, scaled as a number is: common and rare.</summary>
    Frequency,
}
