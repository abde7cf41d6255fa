using Segmentation.Core.Cleaning;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Figures;
using Xunit;

namespace Segmentation.Dashboard.Tests.Figures;

public class ScatterFigureTests
{
    private static readonly ScatterSpace s_space = new(Snapshots.Two.Features, Snapshots.Two.Cleaning);

    [Fact]
    public void Suggest_TwoNumbers_AreTheAxes() => Assert.Equal(
        new ScatterAxes(ScatterAxis.OfColumn("Income (k€)"), ScatterAxis.OfColumn("Score")), ScatterAxes.Suggest(Snapshots.Two.Features));

    [Fact]
    public void Suggest_ThreeFeatures_AreComponents() => Assert.Equal(
        new ScatterAxes(ScatterAxis.OfComponent(0), ScatterAxis.OfComponent(1)), ScatterAxes.Suggest(Of("Income (k€)", "Score", "Region").Features));

    [Fact]
    public void Suggest_OneFeature_SpreadsTheOtherAxis() => Assert.Equal(ScatterAxis.Spread, ScatterAxes.Suggest(Of("Score").Features).Y);

    [Fact]
    public void For_FeatureTakenOut_FallsBackToTheSuggestion()
    {
        var chosen = new ScatterAxes(ScatterAxis.OfColumn("Income (k€)"), ScatterAxis.OfColumn("Score"));
        var features = Of("Score", "Region").Features;

        Assert.Same(chosen, chosen.For(Snapshots.Two.Features));
        Assert.Equal(ScatterAxes.Suggest(features), chosen.For(features));
    }

    [Fact]
    public void Of_Columns_HoldsValuesInTheFilesUnit()
    {
        var figure = ScatterFigure.Of(s_space, ScatterAxes.Suggest(Snapshots.Two.Features), RowNoun.Customer);

        Assert.Equal([10f, 12f, 14f, 10f, 12f, 14f, 90f, 92f, 94f], figure.Points.X);
        Assert.Equal("Income (k€)", figure.Points.XTitle);
        Assert.Equal("All 9 customers drawn.", figure.Note);
    }

    [Fact]
    public void Of_Components_FirstOneSeparatesTheGroups()
    {
        var x = ScatterFigure.Of(s_space, new ScatterAxes(ScatterAxis.OfComponent(0), ScatterAxis.OfComponent(1)), RowNoun.Customer).Points.X;

        Assert.True(x[..6].Max() < x[6..].Min() || x[..6].Min() > x[6..].Max());
    }

    [Fact]
    public void Title_Component_SaysItsShareAndWhatItIsMadeOf() =>
        Assert.Matches(@"^PC 1 \(over 99 %\): Income \(k€\), less Score$", s_space.Title(ScatterAxis.OfComponent(0)));

    [Fact]
    public void Of_Space_HasShortTitlesAndSaysInTheNoteWhatTheyMean()
    {
        var axes = new ScatterAxes(ScatterAxis.OfComponent(0), ScatterAxis.OfColumn("Income (k€)"), ScatterAxis.OfComponent(1));

        var figure = ScatterFigure.Of(s_space, axes, RowNoun.Customer);

        Assert.Equal(["PC 1", "Income (k€)", "PC 2"], new[] { figure.Points.XTitle, figure.Points.YTitle, figure.Points.ZTitle });
        Assert.StartsWith("All 9 customers drawn. PC 1 (over 99 %): Income (k€), less Score. PC 2 (", figure.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Untitled_NamesColumnsAndNoComponents()
    {
        Assert.Equal("", ScatterFigure.Of(s_space, new ScatterAxes(ScatterAxis.OfComponent(0), ScatterAxis.OfComponent(1)), RowNoun.Customer, isTitled: false).Points.XTitle);
        Assert.Equal("Score", ScatterFigure.Of(s_space, new ScatterAxes(ScatterAxis.OfColumn("Score"), ScatterAxis.Spread), RowNoun.Customer, isTitled: false).Points.XTitle);
    }

    [Fact]
    public void Labels_AreSegmentsFromZero() => Assert.Equal([0, 0, 0, 0, 0, 0, 1, 1, 1], ScatterFigure.Labels(s_space, Snapshots.Two));

    [Fact]
    public void Labels_SetAsideByAnOutlierRule_ArePlacedWithoutASegment()
    {
        var snapshot = SetAsideHighIncomes();
        var space = new ScatterSpace(snapshot.Features, snapshot.Cleaning);

        // The three of high income can be placed, the one without an income cannot.
        Assert.Equal([6, 7, 8], space.SetAside);
        Assert.Equal([ScatterFigure.NoSegment, ScatterFigure.NoSegment, ScatterFigure.NoSegment], ScatterFigure.Labels(space, snapshot)[^3..]);
        Assert.Equal([90f, 92f, 94f], space.Coordinates(ScatterAxis.OfColumn("Income (k€)"))[^3..]);
        Assert.EndsWith("set aside in grey.", ScatterFigure.Of(space, ScatterAxes.Suggest(snapshot.Features), RowNoun.Customer).Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Space_CategoriesSetAside_HaveTheirIndicators()
    {
        var snapshot = SetAsideHighIncomes("Income (k€)", "Score", "Region");
        var space = new ScatterSpace(snapshot.Features, snapshot.Cleaning);

        Assert.All(space.Coordinates(ScatterAxis.OfComponent(0)), score => Assert.True(float.IsFinite(score)));
        Assert.Equal(space.Rows.Length, space.Coordinates(ScatterAxis.OfComponent(2)).Length);
    }

    [Fact]
    public void Describe_Customer_SaysNameSegmentAndValues() =>
        Assert.Equal("Name Ann\nHigh score, low income\nIncome (k€): 10\nScore: 80", ScatterFigure.Describe(Snapshots.Two, 0));

    [Fact]
    public void Describe_SetAside_SaysWhy() => Assert.Contains("Set aside: missing Income (k€)", ScatterFigure.Describe(Snapshots.Two, 9), StringComparison.Ordinal);

    [Fact]
    public void RowsOf_Points_AreTheFilesRowsAscending() => Assert.Equal([1, 8], s_space.RowsOf([8, 1, 99]));

    private static SegmentationSnapshot Of(params string[] columns) => Snapshots.Run(Snapshots.Choosing(columns));

    private static SegmentationSnapshot SetAsideHighIncomes(params string[] columns)
    {
        var recipe = columns.Length == 0 ? Snapshots.Recipe : Snapshots.Choosing(columns);
        return Snapshots.Run(recipe with
        {
            Cleaning = recipe.Cleaning with { Outliers = new() { Rule = OutlierRule.RobustZ, Threshold = 3.5, Action = OutlierAction.SetAside } },
        });
    }

    [Fact]
    public void Marked_AddsTheMarkToThoseNearABorder_AndItComesOffAgain()
    {
        var centres = Snapshots.Two.Quality.Clustering with { Centroids = [10, 81, 10, 79] };
        var snapshot = Snapshots.Two with { Margins = new Core.Pipeline.SegmentMargins(new Core.Clustering.ClusteringRows(Snapshots.Two.Features.Matrix), centres, threads: 1) };
        var space = new ScatterSpace(snapshot.Features, snapshot.Cleaning);

        var marked = ScatterFigure.Marked(space, snapshot);

        Assert.Equal(ScatterFigure.Mark, marked[0]);
        Assert.Equal(0, marked[3]);
        Assert.Equal(ScatterFigure.Mark + 1, marked[6]);
        Assert.Equal(ScatterFigure.Labels(space, snapshot), ScatterFigure.Unmarked(marked));
    }

    [Fact]
    public void Labels_AreTheNumbersShown()
    {
        var snapshot = Snapshots.Two.Renumbered([5, 2]);

        Assert.Equal([4, 4, 4, 4, 4, 4, 1, 1, 1], ScatterFigure.Labels(new ScatterSpace(snapshot.Features, snapshot.Cleaning), snapshot).Take(9).Select(label => (int)label));
    }
}
