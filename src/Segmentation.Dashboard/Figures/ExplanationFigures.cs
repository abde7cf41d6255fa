using Segmentation.Core.Clustering.Quality;
using Segmentation.Core.Features;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling.Explanation;

namespace Segmentation.Dashboard.Figures;

/// <summary>Explains customers of the snapshot that is on the screen, and keeps what it needs for the next one.</summary>
public sealed class ExplanationFigures
{
    private readonly Latest<(FeatureSet, ClusterQuality), SegmentExplainer> _explainer = new();

    /// <summary>Why a row of the file is where it is; null when it is set aside.</summary>
    public ExplanationFigure? OfRow(SegmentationSnapshot snapshot, int row)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return Explainer(snapshot).Explain(snapshot, row) is { } explanation
            ? ExplanationFigure.Of(snapshot, explanation, snapshot.CallByName(row))
            : null;
    }

    /// <summary>Where somebody imagined would belong, and why.</summary>
    /// <param name="snapshot">The segmentation.</param>
    /// <param name="values">One per column, as <see cref="WhatIfFigure.Columns"/> has them.</param>
    public ExplanationFigure OfImagined(SegmentationSnapshot snapshot, IReadOnlyList<FeatureValue> values)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return ExplanationFigure.Of(snapshot, Explainer(snapshot).Imagine(values), $"Such a {snapshot.Noun.One}");
    }

    /// <summary>What can be changed about somebody imagined.</summary>
    public WhatIfFigure WhatIf(SegmentationSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return WhatIfFigure.Of(snapshot, Explainer(snapshot));
    }

    private SegmentExplainer Explainer(SegmentationSnapshot snapshot) =>
        _explainer.For((snapshot.Features, snapshot.Quality), snapshot.Explainer);
}
