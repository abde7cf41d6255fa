using Segmentation.Core.Clustering.Prototypes;
using Segmentation.Core.Collections;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Clustering;

/// <summary>What is clustered: a matrix, and what an algorithm may want to know about its columns and cells. Immutable.</summary>
/// <param name="Matrix">The rows.</param>
public sealed record ClusteringRows(FeatureMatrix Matrix)
{
    /// <summary>Columns that together say one category; empty when all are numbers.</summary>
    public ValueList<CategoryBlock> Blocks { get; init; } = [];

    /// <summary>Which cells are missing, though the matrix has numbers there; null when none is.</summary>
    public MissingCells? Missing { get; init; }

    /// <summary>Rows whose clusters are given, whatever the algorithm; null when it may cluster all.</summary>
    public GivenClusters? Given { get; init; }

    /// <summary>The given rows, copied in the given order.</summary>
    public ClusteringRows Take(int[] rows) => this with { Matrix = Matrix.Take(rows), Missing = Missing?.Take(rows), Given = Given?.Take(rows) };
}
