using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Centroids;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;

namespace Segmentation.Core.Profiling.Explanation;

/// <summary>Explains rows of one segmentation, real ones and imagined ones. Safe to use from several threads.</summary>
public sealed class SegmentExplainer
{
    private readonly DataFrame _frame;
    private readonly FeatureSet _features;
    private readonly ClusteringResult _clustering;
    private readonly ClusterModel _model;
    private readonly IReadOnlyList<SegmentProfile> _profiles;
    private readonly ChangeSearch _changes;

    /// <summary>Looks at every cell once, for the ranges of the features.</summary>
    /// <param name="frame">The cleaned frame that the features were made from.</param>
    /// <param name="features">What was clustered.</param>
    /// <param name="clustering">The clusters.</param>
    /// <param name="profiles">Per cluster its profile, and last that of the unassigned rows, if there are any.</param>
    public SegmentExplainer(
        DataFrame frame, FeatureSet features, ClusteringResult clustering, IReadOnlyList<SegmentProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(clustering);
        ArgumentNullException.ThrowIfNull(profiles);
        (_frame, _features, _clustering, _profiles) = (frame, features, clustering, profiles);
        _model = features.Components is { } components ? clustering.Model.OfFeatures(components.Fit) : clustering.Model;
        Groups = FeatureGroup.Of(features.Columns);
        var wholeNumbers = Groups.Where(group => frame[group.Column].Type == ColumnType.Integer).Select(group => group.Column);
        Ranges = FeatureRange.Of(frame, features);
        _changes = new ChangeSearch(_model, Ranges, wholeNumbers.ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The columns of the file that were clustered, in the features' order.</summary>
    public IReadOnlyList<FeatureGroup> Groups { get; }

    /// <summary>Per column of the matrix the range of the clustered rows.</summary>
    public IReadOnlyList<FeatureRange> Ranges { get; }

    /// <summary>Whether a value may be missing: only then can a model compare rows with gaps.</summary>
    public bool AllowsMissing => _model is KPodModel;

    /// <summary>Why a row of the matrix belongs to its segment.</summary>
    public SegmentExplanation Explain(int position, CancellationToken cancellationToken = default)
    {
        var cells = new double[_features.Columns.Count];
        _features.Matrix.CopyRow(position, cells);
        for (var column = 0; column < cells.Length; column++)
        {
            cells[column] = AllowsMissing && _features.Missing?[position, column] == true ? double.NaN : cells[column];
        }

        return Explain(ValuesOf(position), cells, _clustering.Labels[position], cancellationToken);
    }

    /// <summary>Where an imagined row would belong, and why. Nothing is cleaned: the values are taken as they are.</summary>
    /// <param name="values">One per <see cref="Groups"/>, in the file's units.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="ArgumentException">There is not one value of the right kind per column, or one is missing and must not be.</exception>
    public SegmentExplanation Imagine(IReadOnlyList<FeatureValue> values, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != Groups.Count || (!AllowsMissing && values.Any(value => value.IsMissing)))
        {
            throw new ArgumentException($"{values.Count} values, or missing ones among them, do not make a row of {Groups.Count}.", nameof(values));
        }

        var cells = new double[_features.Columns.Count];
        foreach (var (place, group) in Groups.Index())
        {
            group.Encode(values[place], cells);
        }

        return Explain(values, cells, _model.Place(cells), cancellationToken);
    }

    /// <summary>What a row of the matrix has in each of <see cref="Groups"/>.</summary>
    public IReadOnlyList<FeatureValue> ValuesOf(int position) =>
        [.. Groups.Select(group => group.ValueIn(_frame, _features.Rows[position]))];

    /// <summary>The position of the row nearest to the mean of all: somebody typical, whom there is. Ties to the first.</summary>
    public int FindTypical()
    {
        var squares = new double[_features.Matrix.Rows];
        for (var column = 0; column < _features.Columns.Count; column++)
        {
            var mean = Ranges[column].Mean;
            var cells = _features.Matrix.Column(column);
            for (var row = 0; row < squares.Length; row++)
            {
                squares[row] += (cells[row] - mean) * (cells[row] - mean);
            }
        }

        return Array.IndexOf(squares, squares.Min());
    }

    private SegmentExplanation Explain(
        IReadOnlyList<FeatureValue> values, double[] cells, byte own, CancellationToken cancellationToken)
    {
        var contrast = _model.Contrast(cells, own);
        var contributions = Groups.Select((group, place) => ContributionOf(group, values[place], contrast)).ToList();
        if (_model.RestName is { } rest && contrast.Rest != 0)
        {
            contributions.Add(new FeatureContribution(rest, contrast.Rest, FeatureValue.Missing, null, null, IsColumn: false));
        }

        var changes = _changes.Find(Groups, values, cells, own, cancellationToken);
        return new SegmentExplanation(own, contrast.RunnerUp, contrast.Margin, contributions.ToValueList(), changes);
    }

    private FeatureContribution ContributionOf(FeatureGroup group, FeatureValue value, ClusterContrast contrast)
    {
        var sum = contrast.Parts.AsSpan(group.Start, group.Columns.Count).ToArray().Sum();
        return new FeatureContribution(
            group.Column, sum, value, MeanOf(group, value, contrast.Own), contrast.RunnerUp is { } other ? MeanOf(group, value, other) : null);
    }

    // The profile of the unassigned rows stands behind those of the clusters.
    private double? MeanOf(FeatureGroup group, FeatureValue value, byte label)
    {
        var place = label == ClusteringResult.Unassigned ? _clustering.ClusterCount : label;
        var indicator = value.Category is { } category ? group.IndexOf(category) : 0;
        return place < _profiles.Count && indicator >= 0 && double.IsFinite(_profiles[place].Traits[group.Start + indicator].Mean)
            ? _profiles[place].Traits[group.Start + indicator].Mean
            : null;
    }
}
