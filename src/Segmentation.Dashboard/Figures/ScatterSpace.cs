using Segmentation.Core.Cleaning;
using Segmentation.Core.Features;
using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;
using Segmentation.Core.Projection;

namespace Segmentation.Dashboard.Figures;

/// <summary>
/// Where the customers of one feature set lie, whatever their segments: the principal components, and which customers
/// are drawn. Made once per feature set.
/// </summary>
public sealed class ScatterSpace
{
    /// <summary>Most customers set aside that are drawn.</summary>
    public const int MaxSetAside = 2_000;

    // More rows than this change the directions by less than a pixel.
    private const int FitRows = 50_000;

    private const int MaxTitle = 42;

    // In space titles stand slanted between each other and the numbers: there is no room for more.
    private const int MaxShortTitle = 16;

    private readonly FeatureSet _features;
    private readonly DataFrame _frame;
    private readonly PrincipalComponents _components;
    private readonly FeatureMatrix _setAsideMatrix;
    private readonly RowView? _view;

    /// <summary>The space of <paramref name="features"/>, which were made from the frame of <paramref name="cleaning"/>.</summary>
    public ScatterSpace(FeatureSet features, CleaningResult cleaning)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(cleaning);
        (_features, _frame) = (features, cleaning.Frame);
        var matrix = features.Matrix;
        _components = PrincipalComponents.Fit(matrix.Rows <= FitRows ? matrix : matrix.Take(RowSample.Draw(matrix.Rows, FitRows, seed: 1)));
        Positions = matrix.Rows <= ScatterSample.MaxPoints
            ? [.. Enumerable.Range(0, matrix.Rows)]
            : ScatterSample.Draw(_components.Scores(matrix, [.. Enumerable.Range(0, matrix.Rows)], Math.Min(2, _components.Count)));
        (SetAside, _setAsideMatrix) = SetAsidePlaces.Find(features, cleaning, MaxSetAside);
        Rows = [.. Positions.Select(position => features.Rows[position]), .. SetAside];
    }

    /// <summary>The rows of a view, which has places of its own; of rows set aside it knows none.</summary>
    public ScatterSpace(ScatterSpace features, RowView view)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(view);
        (_features, _frame, _components, _setAsideMatrix) = (features._features, features._frame, features._components, features._setAsideMatrix);
        (_view, Positions, SetAside) = (view, view.Rows, []);
        Rows = [.. Positions.Select(position => _features.Rows[position])];
    }

    /// <summary>The view that this is of; null for the space of the features.</summary>
    public ViewKind? View => _view?.Kind;

    /// <summary>Places in the feature matrix of the customers that are drawn, ascending.</summary>
    public int[] Positions { get; }

    /// <summary>Rows of the file that are set aside and can be placed all the same, ascending.</summary>
    public int[] SetAside { get; }

    /// <summary>The file's row of each point: the clustered ones, then those set aside.</summary>
    public int[] Rows { get; }

    /// <summary>Customers that were clustered, drawn or not.</summary>
    public int Clustered => _features.Rows.Count;

    /// <summary>The file's rows of some points, ascending.</summary>
    public int[] RowsOf(IEnumerable<int> points) => [.. points.Where(point => point >= 0 && point < Rows.Length).Select(point => Rows[point]).Order()];

    /// <summary>One coordinate per entry of <see cref="Rows"/>.</summary>
    public float[] Coordinates(ScatterAxis axis) => axis switch
    {
        { Component: { } place } when _view is not null => [.. _view.Coordinates.Column(place).ToArray().Select(coordinate => (float)coordinate)],
        { Component: { } place } => Scores(place),
        { Column: { } column } => Values((NumberColumn)_frame[column]),
        _ => Spread(),
    };

    /// <summary>The axis in words: a column's name, or a component with its share of the variation and what it is made of.</summary>
    public string Title(ScatterAxis axis)
    {
        if (_view is not null)
        {
            return "";
        }

        if (axis.Component is not { } place)
        {
            return axis.Column is { } column ? Fitting([column], MaxTitle) : "";
        }

        var loadings = _components.Loadings(place).ToArray();
        var strongest = Enumerable.Range(0, loadings.Length).OrderByDescending(column => Math.Abs(loadings[column])).Take(2)
            .Select(column => (loadings[column] < 0 ? "less " : "") + _features.Columns[column].Name);
        var title = $"PC {place + 1} ({NumberText.Share(_components.ExplainedRatios[place])}): ";
        return title + Fitting(strongest.ToArray(), MaxTitle - title.Length);
    }

    /// <summary>The axis in one or two words: a column's name, or a component's number.</summary>
    public static string ShortTitle(ScatterAxis axis) => axis switch
    {
        { Component: { } place } => $"PC {place + 1}",
        { Column: { } column } => Fitting([column], MaxShortTitle),
        _ => "",
    };

    // A title longer than its axis would be cut off: the second name goes first, then the end of the first.
    private static string Fitting(string[] names, int room) => string.Join(", ", names) is var all && all.Length <= room ? all
        : names[0].Length <= room ? names[0]
        : string.Concat(names[0].AsSpan(0, room - 1), "…");

    private float[] Scores(int place)
    {
        var drawn = _components.Scores(_features.Matrix, Positions, place + 1).Column(place);
        var aside = _components.Scores(_setAsideMatrix, [.. Enumerable.Range(0, SetAside.Length)], place + 1).Column(place);
        return [.. drawn.ToArray().Concat(aside.ToArray()).Select(score => (float)score)];
    }

    private float[] Values(NumberColumn column) => Array.ConvertAll(Rows, row => (float)column[row]);

    private float[] Spread()
    {
        var random = new SeededRandom(seed: 1);
        return Array.ConvertAll(Rows, _ => (float)random.NextDouble());
    }
}
