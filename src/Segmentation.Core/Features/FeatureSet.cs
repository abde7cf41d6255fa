using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;

namespace Segmentation.Core.Features;

/// <summary>The features that are clustered, and what their rows and columns stand for. Immutable.</summary>
/// <param name="Matrix">One row per row of <paramref name="Rows"/>, one column per entry of <paramref name="Columns"/>; scaled and weighted.</param>
/// <param name="Columns">How each column was made.</param>
/// <param name="Rows">Which rows of the frame the matrix holds.</param>
/// <param name="LeftOut">Chosen columns that could not be used, and why.</param>
public sealed record FeatureSet(
    FeatureMatrix Matrix, IReadOnlyList<FeatureColumn> Columns, RowSelection Rows, IReadOnlyList<LeftOutFeature> LeftOut)
{
    /// <summary>Which cells were kept missing; the matrix has their column's mean there. Null when none was.</summary>
    public MissingCells? Missing { get; init; }

    /// <summary>The components that are clustered in the features' place; null when the features themselves are.</summary>
    public ComponentSpace? Components { get; init; }

    /// <summary>The rows as the clustering sees them: features, or components of them.</summary>
    public FeatureMatrix Clustered => Components?.Scores ?? Matrix;
}

/// <summary>A chosen column that is not in the matrix.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Reason">Half a sentence that follows the name: <c>has the same value in every row</c>.</param>
public sealed record LeftOutFeature(string Column, string Reason);
