using Segmentation.Core.Features;

namespace Segmentation.Dashboard.Figures;

/// <summary>What one axis of the scatter plot shows: a principal component, a column, or neither.</summary>
/// <param name="Component">A component's place, from 0; null when it shows none.</param>
/// <param name="Column">A column of numbers; null when it shows none.</param>
public readonly record struct ScatterAxis(int? Component, string? Column)
{
    /// <summary>An axis without a meaning, along which points are spread so that they do not hide each other.</summary>
    public static ScatterAxis Spread => default;

    /// <summary>The component at <paramref name="place"/>, from 0.</summary>
    public static ScatterAxis OfComponent(int place) => new(place, null);

    /// <summary>The column called <paramref name="name"/>.</summary>
    public static ScatterAxis OfColumn(string name) => new(null, name);
}

/// <summary>The two or three axes of a scatter plot.</summary>
public sealed record ScatterAxes(ScatterAxis X, ScatterAxis Y, ScatterAxis? Z = null)
{
    /// <summary>Most components that are offered.</summary>
    public const int MaxComponents = 3;

    /// <summary>Whether the plot has depth.</summary>
    public bool IsSpace => Z is not null;

    /// <summary>The two axes of a view, which mean nothing by themselves.</summary>
    public static ScatterAxes OfView { get; } = new(ScatterAxis.OfComponent(0), ScatterAxis.OfComponent(1));

    /// <summary>Two features as they are when there are just two, else the two components that show most.</summary>
    public static ScatterAxes Suggest(FeatureSet features)
    {
        ArgumentNullException.ThrowIfNull(features);
        return features.Columns switch
        {
            [{ IsNumber: true } only] => new(ScatterAxis.OfColumn(only.Column), ScatterAxis.Spread),
            [_] => new(ScatterAxis.OfComponent(0), ScatterAxis.Spread),
            [{ IsNumber: true } x, { IsNumber: true } y] => new(ScatterAxis.OfColumn(x.Column), ScatterAxis.OfColumn(y.Column)),
            _ => new(ScatterAxis.OfComponent(0), ScatterAxis.OfComponent(1)),
        };
    }

    /// <summary>The first three components; the suggestion when there are fewer.</summary>
    public static ScatterAxes Space(FeatureSet features) => HasSpace(features)
        ? new(ScatterAxis.OfComponent(0), ScatterAxis.OfComponent(1), ScatterAxis.OfComponent(2))
        : Suggest(features);

    /// <summary>Whether there are features enough for three components.</summary>
    public static bool HasSpace(FeatureSet features)
    {
        ArgumentNullException.ThrowIfNull(features);
        return features.Columns.Count >= MaxComponents;
    }

    /// <summary>What an axis can show: the components, then the features that are numbers.</summary>
    public static IReadOnlyList<ScatterAxis> Offered(FeatureSet features)
    {
        ArgumentNullException.ThrowIfNull(features);
        return
        [
            .. Enumerable.Range(0, Math.Min(MaxComponents, features.Columns.Count)).Select(ScatterAxis.OfComponent),
            .. features.Columns.Where(column => column.IsNumber).Select(column => ScatterAxis.OfColumn(column.Column)),
        ];
    }

    /// <summary>These axes where the features still offer them, else the suggestion.</summary>
    public ScatterAxes For(FeatureSet features)
    {
        var offered = Offered(features);
        return new[] { X, Y, Z ?? X }.All(axis => offered.Contains(axis)) ? this : Suggest(features);
    }
}
