using Segmentation.Core.Collections;

namespace Segmentation.Core.Profiling.Rules;

/// <summary>A question with two answers: is the number under the threshold, or is the category one of some?</summary>
/// <param name="Column">The column of the file.</param>
/// <param name="Threshold">A number's threshold; null for categories.</param>
/// <param name="Categories">The categories; null for numbers.</param>
/// <param name="MissingFirst">Whether a missing value counts as a yes: where that makes the tree more faithful, or, when no row
/// misses the value, where most rows go.</param>
/// <param name="SawMissing">Whether a row that came here misses the value.</param>
public sealed record TreeSplit(string Column, double? Threshold, ValueList<string>? Categories, bool MissingFirst, bool SawMissing);

/// <summary>A node of a tree.</summary>
/// <param name="Label">The label that most of its rows have; ties to the lower.</param>
/// <param name="Rows">Rows of the data that come here.</param>
/// <param name="Right">How many of them have the label.</param>
/// <param name="Split">What divides them; null for a leaf.</param>
/// <param name="First">Place of the child for yes; 0 for a leaf.</param>
/// <param name="Second">Place of the child for no; 0 for a leaf.</param>
public sealed record TreeNode(byte Label, int Rows, int Right, TreeSplit? Split, int First, int Second)
{
    /// <summary>True where a way through the tree ends.</summary>
    public bool IsLeaf => Split is null;
}
