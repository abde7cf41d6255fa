namespace Segmentation.Core.Clustering.Centroids;

/// <summary>How many rows the innermost loop of k-means looks at together. Changes the time taken and nothing else.</summary>
public enum KernelWidth
{
    /// <summary>The widest vectors that the machine has.</summary>
    Widest,

    /// <summary>512 bits, sixteen rows; two halves where the machine has none so wide.</summary>
    Bits512,

    /// <summary>256 bits, eight rows.</summary>
    Bits256,

    /// <summary>128 bits, four rows.</summary>
    Bits128,

    /// <summary>One row after the other.</summary>
    Scalar,

    /// <summary>Every distance in double precision from the first: what the others are tested against.</summary>
    Exact,
}
