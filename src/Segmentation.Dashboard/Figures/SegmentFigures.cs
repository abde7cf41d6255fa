using Segmentation.Core.Clustering;
using Segmentation.Core.Clustering.Hierarchy;
using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Collections;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling;
using Segmentation.Core.Projection;

namespace Segmentation.Dashboard.Figures;

/// <summary>The figures of one page. Each is made again only when the part of the snapshot it shows has changed.</summary>
public sealed class SegmentFigures
{
    private readonly Latest<FeatureSet, ScatterSpace> _space = new();
    private readonly Latest<(ScatterSpace Space, RowView View), ScatterSpace> _viewSpace = new();
    private readonly Latest<(ScatterSpace Space, ScatterAxes Axes, RowNoun Noun, bool IsTitled), ScatterFigure> _scatter = new();
    private readonly Latest<(ScatterSpace Space, ClusterQuality Quality, ValueList<int> Numbers, bool AreMarked), byte[]> _labels = new();
    private readonly Latest<(FeatureSet Features, int Tried, ClusterCountChoice? Suggestion), PlotlyFigure> _curve = new();
    private readonly Latest<(PlotlyFigure Curve, int Chosen), PlotlyFigure> _elbow = new();
    private readonly Latest<(ClusterQuality Quality, ValueList<int> Numbers), Grown> _dendrogram = new();
    private readonly Latest<IReadOnlyList<SegmentProfile>, ProfileFigure> _profiles = new();
    private readonly Latest<IReadOnlyList<SegmentProfile>, SizesFigure> _sizes = new();
    private readonly Latest<(ClusterQuality Quality, ValueList<int> Numbers, RowNoun Noun), Judged> _silhouettes = new();

    private readonly Latest<(ClusterQuality Quality, ClusterCountChoice? Suggestion, RowNoun Noun), Sure> _certainty = new();

    /// <summary>Where the customers lie: along the features, or in a view of them.</summary>
    public ScatterSpace Space(SegmentationSnapshot snapshot, RowView? view = null)
    {
        var space = _space.For(snapshot.Features, () => new ScatterSpace(snapshot.Features, snapshot.Cleaning));
        return view is null ? space : _viewSpace.For((space, view), () => new ScatterSpace(space, view));
    }

    /// <summary>The customers as points.</summary>
    public ScatterFigure Scatter(SegmentationSnapshot snapshot, ScatterAxes axes, bool isTitled = true, RowView? view = null)
    {
        var space = Space(snapshot, view);
        return _scatter.For((space, axes, snapshot.Noun, isTitled), () => ScatterFigure.Of(space, axes, snapshot.Noun, isTitled));
    }

    /// <summary>The segment of each point; with those near a border marked where <paramref name="areMarked"/> asks for it.</summary>
    public byte[] Labels(SegmentationSnapshot snapshot, bool areMarked = false, RowView? view = null)
    {
        var space = Space(snapshot, view);
        return _labels.For((space, snapshot.Quality, snapshot.Numbers, areMarked), () => areMarked
            ? ScatterFigure.Marked(space, snapshot)
            : ScatterFigure.Labels(space, snapshot));
    }

    /// <summary>The quality over the number of segments.</summary>
    public PlotlyFigure Elbow(SegmentationSnapshot snapshot)
    {
        var (tried, chosen, suggestion) = (snapshot.Curve, snapshot.SegmentCount, snapshot.Suggestion);
        var curve = _curve.For((snapshot.Features, tried.Count, suggestion), () => ElbowFigure.Of(tried, suggestion));
        return _elbow.For((curve, chosen), () => curve with { Marks = ElbowFigure.Marks(tried, chosen, suggestion) });
    }

    /// <summary>The tree of a hierarchy; null for any other algorithm.</summary>
    public DendrogramFigure? Dendrogram(SegmentationSnapshot snapshot) => _dendrogram.For(
        (snapshot.Quality, snapshot.Numbers), () => new Grown(snapshot.Quality.Clustering is HierarchyResult found ? DendrogramFigure.Of(found, snapshot.NumberOf) : null)).Figure;

    /// <summary>How the segments differ.</summary>
    public ProfileFigure Profiles(SegmentationSnapshot snapshot) =>
        _profiles.For(snapshot.Profiles, () => ProfileFigure.Of(snapshot.Profiles, snapshot.Features.Columns, snapshot.Data.Frame));

    /// <summary>How large the segments are.</summary>
    public SizesFigure Sizes(SegmentationSnapshot snapshot) => _sizes.For(snapshot.Profiles, () => SizesFigure.Of(snapshot.Profiles));

    /// <summary>How well customers fit; null for one segment.</summary>
    public SilhouetteFigure? Silhouettes(SegmentationSnapshot snapshot) =>
        _silhouettes.For(
            (snapshot.Quality, snapshot.Numbers, snapshot.Noun), () => new Judged(SilhouetteFigure.Of(snapshot.Quality, snapshot.Noun, snapshot.Numbers))).Figure;

    private sealed record Grown(DendrogramFigure? Figure);

    /// <summary>How far all segments together can be trusted; null for one segment.</summary>
    public Certainty? Certainty(SegmentationSnapshot snapshot) => _certainty.For(
        (snapshot.Quality, snapshot.Suggestion, snapshot.Noun), () => new Sure(Figures.Certainty.Of(snapshot))).Certainty;

    private sealed record Sure(Certainty? Certainty);

    private sealed record Judged(SilhouetteFigure? Figure);
}
