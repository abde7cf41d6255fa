using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling.Explanation;

namespace Segmentation.Dashboard.Figures;

/// <summary>What can be changed about an imagined customer, and with whom to begin.</summary>
/// <param name="Columns">One per column of the file that was clustered, in the features' order.</param>
public sealed record WhatIfFigure(IReadOnlyList<WhatIfColumn> Columns)
{
    private const double StepsPerRange = 200;

    /// <summary>Sliders over the range of the data, choices of the categories there are, beginning with somebody typical.</summary>
    public static WhatIfFigure Of(SegmentationSnapshot snapshot, SegmentExplainer explainer)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(explainer);
        var typical = explainer.ValuesOf(explainer.FindTypical());
        var frame = snapshot.Data.Frame;
        return new WhatIfFigure([.. explainer.Groups.Select(Column)]);

        WhatIfColumn Column(FeatureGroup group, int place) => group.IsCategory
            ? new WhatIfColumn(group.Column, Begin(group, typical[place])) { Categories = [.. group.Categories] }
            : OfNumber(group, explainer.Ranges[group.Start], typical[place], frame.TryGetColumn(group.Column, out var column) ? column : null);
    }

    private static FeatureValue Begin(FeatureGroup group, FeatureValue typical) => FeatureValue.Of(
        typical.Category is { } category && group.IndexOf(category) is >= 0 and var place
            ? group.Columns[place].Category
            : group.Columns[0].Category);

    private static WhatIfColumn OfNumber(FeatureGroup group, FeatureRange range, FeatureValue typical, DataColumn? column)
    {
        var step = StepOf(range.High - range.Low, column?.Type == ColumnType.Integer);
        var begin = typical.Number ?? group.Columns[0].ToOriginal(range.Mean);
        return new WhatIfColumn(group.Column, FeatureValue.Of(Math.Clamp(Snap(begin, step), Down(range.Low, step), Up(range.High, step))))
        {
            Min = Down(range.Low, step),
            Max = Up(range.High, step),
            Step = step,
            Unit = (column as NumberColumn)?.Style.Suffix.Trim() ?? "",
        };
    }

    private static double StepOf(double range, bool isWhole)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(range / StepsPerRange)));
        return isWhole ? Math.Max(1, step) : step;
    }

    // A whole number of steps, in the digits of the step.
    private static double Snap(double value, double step) => Steps(Math.Round(value / step), step);

    private static double Down(double value, double step) => Steps(Math.Floor(value / step), step);

    private static double Up(double value, double step) => Steps(Math.Ceiling(value / step), step);

    private static double Steps(double count, double step) => step < 1 ? count / Math.Round(1 / step) : count * step;
}

/// <summary>One column of an imagined customer: a slider, or a choice.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Begin">What somebody typical has.</param>
public sealed record WhatIfColumn(string Column, FeatureValue Begin)
{
    /// <summary>The categories to choose from; null for a number.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>The least number of the data, rounded down to a step.</summary>
    public double Min { get; init; }

    /// <summary>The greatest, rounded up.</summary>
    public double Max { get; init; }

    /// <summary>From one number to the next.</summary>
    public double Step { get; init; } = 1;

    /// <summary>What follows the number.</summary>
    public string Unit { get; init; } = "";
}
