using Bunit;
using Segmentation.Core.Frame;
using Segmentation.Core.Numerics;
using Segmentation.Core.Projection;
using Segmentation.Dashboard.Components.Segments;
using Segmentation.Dashboard.Figures;
using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Segments;

public class SegmentViewsTests : BunitContext
{
    private static readonly ProfileFigure s_profiles = ProfileFigure.Of(Snapshots.Two.Profiles, Snapshots.Two.Features.Columns);

    public SegmentViewsTests() => JSInterop.Mode = JSRuntimeMode.Loose;

    [Fact]
    public void HeatMap_IsATableWithHeadersAndDetails()
    {
        var map = Render<ProfileHeatMap>(p => p.Add(m => m.Figure, s_profiles));

        Assert.Equal(["Segment", "Income (k€)", "Score"], map.FindAll("thead th").Select(header => header.TextContent.Trim()));
        Assert.Equal("12", map.Find("tbody td").TextContent);
        Assert.Contains("standard deviations", map.Find("tbody td").GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public void HeatMap_ManyFeatures_KeepsNumbersForThoseWhoListen()
    {
        var wide = s_profiles with { Features = [.. Enumerable.Range(0, 12).Select(i => $"Feature {i}")] };

        Assert.Equal("visually-hidden", Render<ProfileHeatMap>(p => p.Add(m => m.Figure, wide)).Find("tbody td span").ClassName);
    }

    [Fact]
    public void HeatMap_SameFigure_IsNotRenderedAgain()
    {
        var map = Render<ProfileHeatMap>(p => p.Add(m => m.Figure, s_profiles));

        map.Render(p => p.Add(m => m.Figure, s_profiles));
        Assert.Equal(1, map.RenderCount);

        map.Render(p => p.Add(m => m.Figure, s_profiles with { }));
        Assert.Equal(2, map.RenderCount);
    }

    [Fact]
    public void Panel_Bars_ShowMeansAndTheAverageOfAll()
    {
        var panel = Render<ProfilePanel>(p => p.Add(m => m.Figure, s_profiles));

        panel.FindAll("input[type=radio]")[1].Change(true);

        Assert.Equal(2, panel.FindAll("section section").Count);
        Assert.Contains("average of all 38.7", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("width:13.043%", panel.Find(".bar").GetAttribute("style"), StringComparison.Ordinal);
    }

    [Fact]
    public void Table_PointedAtAndChosen_SaysWhichSegment()
    {
        int? pointed = null;
        var chosen = 0;
        var table = Render<SegmentTable>(p => p
            .Add(t => t.Sizes, SizesFigure.Of(Snapshots.Two.Profiles)).Add(t => t.Silhouettes, SilhouetteFigure.Of(Snapshots.Two.Quality, RowNoun.Customer))
            .Add(t => t.OnPointed, number => pointed = number).Add(t => t.OnChosen, number => chosen = number));

        table.FindAll("tbody tr")[1].MouseEnter();
        Assert.Equal(2, pointed);
        table.Find("tbody").MouseLeave();
        Assert.Null(pointed);
        table.FindAll("tbody button")[0].Click();
        Assert.Equal(1, chosen);
        Assert.Equal(2, table.FindAll("svg path").Count);
    }

    [Fact]
    public void Table_OneSegment_HasNoSilhouettes()
    {
        var table = Render<SegmentTable>(p => p.Add(t => t.Sizes, SizesFigure.Of(Snapshots.One.Profiles)).Add(t => t.Silhouettes, null));

        Assert.Empty(table.FindAll("svg"));
        Assert.Contains("100 %", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Axes_Changed_AreHandedUp()
    {
        ScatterAxes? chosen = null;
        var features = Snapshots.Two.Features;
        var picker = Render<AxisPicker>(p => p.Add(a => a.Features, features).Add(a => a.Axes, ScatterAxes.Suggest(features)).Add(a => a.AxesChanged, axes => chosen = axes));

        picker.FindAll("select")[0].Change("0");

        Assert.Equal(new ScatterAxes(ScatterAxis.OfComponent(0), ScatterAxis.OfColumn("Score")), chosen);
        Assert.Equal(["2D", "t-SNE", "MDS"], picker.FindAll(".segmented label span").Select(label => label.TextContent));
    }

    [Fact]
    public void Axes_AView_StandsInTheirPlace_AndSaysWhatItIsWorth()
    {
        ViewKind? chosen = ViewKind.Mds;
        var features = Snapshots.Two.Features;
        var picker = Render<AxisPicker>(p => p.Add(a => a.Features, features).Add(a => a.Axes, ScatterAxes.Suggest(features))
            .Add(a => a.View, ViewKind.Tsne).Add(a => a.ViewChanged, view => chosen = view));

        Assert.Empty(picker.FindAll("select"));
        Assert.Contains(ScatterFigure.Caution, picker.Markup, StringComparison.Ordinal);
        picker.FindAll("input[type=radio]")[0].Change(true);
        Assert.Null(chosen);
        picker.FindAll("input[type=radio]")[2].Change(true);
        Assert.Equal(ViewKind.Mds, chosen);
    }

    [Fact]
    public void ViewProgress_SaysHowFarItIs_StopsAndBeginsAgain()
    {
        var (stopped, asked) = (0, 0);
        var state = new MapView(Snapshots.Two.Features.Matrix, ViewKind.Tsne) { Share = 0.34 };
        var progress = Render<ViewProgress>(p => p.Add(v => v.Kind, ViewKind.Tsne).Add(v => v.State, state)
            .Add(v => v.OnStopped, () => stopped++).Add(v => v.OnAsked, () => asked++));

        Assert.Contains("Drawing t-SNE: 34 %", progress.Markup, StringComparison.Ordinal);
        progress.Find("button").Click();
        progress.Render(p => p.Add(v => v.State, null));
        Assert.Contains("features have changed", progress.Markup, StringComparison.Ordinal);
        progress.Find("button").Click();
        Assert.Equal((1, 1), (stopped, asked));
        progress.Render(p => p.Add(v => v.State, state with { Found = new RowView(ViewKind.Tsne, [], new FeatureMatrix(0, 2, [])) }));
        Assert.Equal("", progress.Markup.Trim());
    }

    [Fact]
    public void Axes_Space_TakesThreeComponents()
    {
        ScatterAxes? chosen = null;
        var features = Snapshots.Run(Snapshots.Choosing("Income (k€)", "Score", "Region")).Features;
        var picker = Render<AxisPicker>(p => p.Add(a => a.Features, features).Add(a => a.Axes, ScatterAxes.Suggest(features)).Add(a => a.AxesChanged, axes => chosen = axes));

        picker.FindAll("input[type=radio]")[1].Change(true);

        Assert.True(chosen!.IsSpace);
    }

    [Fact]
    public void Card_SaysWhoTheyAreInWords()
    {
        int? pointed = null;
        var card = Render<SegmentCard>(p => p.Add(c => c.Profile, Snapshots.Two.Profiles[1]).Add(c => c.IsShare, _ => false).Add(c => c.OnPointed, number => pointed = number));

        Assert.Contains("Low score, high income", card.Find("h2").TextContent, StringComparison.Ordinal);
        Assert.Contains("much lower", card.Markup, StringComparison.Ordinal);
        Assert.Contains("92 against 38.7 on average", card.Markup, StringComparison.Ordinal);
        Assert.Contains("stands clearly apart", card.Markup, StringComparison.Ordinal);
        Assert.Equal("segments?segment=2#customers", card.Find("a").GetAttribute("href"));

        card.Find("article").FocusIn();
        Assert.Equal(2, pointed);
        card.Find("article").FocusOut();
        Assert.Null(pointed);
    }

    [Fact]
    public void NothingYet_SaysWhatIsDoneOrWhatToDo()
    {
        Assert.Contains("Reading a.csv", Render<NothingYet>(p => p.Add(n => n.State, new SessionState { Activity = "Reading a.csv" })).Markup, StringComparison.Ordinal);
        Assert.Contains("Open a file", Render<NothingYet>(p => p.Add(n => n.State, new SessionState())).Markup, StringComparison.Ordinal);
    }
}
