namespace Segmentation.Core.Projection;

/// <summary>Which distances of rows classical scaling keeps.</summary>
public enum MdsDistance
{
    /// <summary>The straight line: the root of the summed squared differences. The picture is that of the first two components.</summary>
    Euclidean,

    /// <summary>The sum of the absolute differences, as one walks in a city of blocks: one large difference counts no more than many small ones.</summary>
    CityBlock,
}
