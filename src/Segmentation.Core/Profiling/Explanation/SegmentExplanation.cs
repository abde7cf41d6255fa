using Segmentation.Core.Clustering;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;

namespace Segmentation.Core.Profiling.Explanation;

/// <summary>Why one row belongs to its segment.</summary>
/// <param name="Own">The label of its cluster, or <see cref="ClusteringResult.Unassigned"/>.</param>
/// <param name="RunnerUp">The label of the cluster it would otherwise belong to; of an unassigned row the nearest one. Null when there is
/// none, or nothing is known of the row.</param>
/// <param name="Margin">The sum of all contributions, in the algorithm's own unit: see <see cref="ClusterModel.Contrast"/>. Negative where
/// the algorithm put the row elsewhere than its model would.</param>
/// <param name="Contributions">One per column of the file, in the order of the features, and last what belongs to none, if there is
/// such a thing.</param>
/// <param name="Changes">Per column the smallest change that would move the row to another segment, nearest first; columns in which no
/// change within the range of the data does are left out.</param>
public sealed record SegmentExplanation(
    byte Own, byte? RunnerUp, double Margin, ValueList<FeatureContribution> Contributions, ValueList<FeatureChange> Changes)
{
    /// <summary>True when the row belongs to no segment.</summary>
    public bool IsUnassigned => Own == ClusteringResult.Unassigned;

    /// <summary>The smallest change of all; null when there is none.</summary>
    public FeatureChange? SmallestChange => Changes.Count > 0 ? Changes[0] : null;
}

/// <summary>What one feature adds to the margin.</summary>
/// <param name="Feature">The column of the file, or the words of <see cref="ClusterModel.RestName"/>.</param>
/// <param name="Value">Positive where it speaks for the own segment, negative where it speaks for the runner-up.</param>
/// <param name="Here">What the row has.</param>
/// <param name="OwnMean">The own segment's mean in the file's unit; of a category the share of the segment that has the row's.</param>
/// <param name="OtherMean">The same of the runner-up.</param>
/// <param name="IsColumn">False for what belongs to no column.</param>
public sealed record FeatureContribution(
    string Feature, double Value, FeatureValue Here, double? OwnMean, double? OtherMean, bool IsColumn = true);

/// <summary>A change of one column that moves a row to another segment.</summary>
/// <param name="Feature">The column of the file.</param>
/// <param name="From">What the row has.</param>
/// <param name="To">The nearest value that moves it: a whole number where the column holds such.</param>
/// <param name="RoundTo">A rounder number little farther away that moves it as well; otherwise the same.</param>
/// <param name="Cluster">The label of the cluster that it moves to.</param>
/// <param name="Distance">How far it is, in standard deviations of the column; of a category of its indicators together.</param>
public sealed record FeatureChange(string Feature, FeatureValue From, FeatureValue To, FeatureValue RoundTo, byte Cluster, double Distance);
