using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Segmentation.Core.Clustering;
using Segmentation.Core.Pipeline;
using Segmentation.Core.Profiling.Actions;
using Segmentation.Dashboard.Components.Profiles;
using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Profiles;

public class ProfilesPageTests : BunitContext
{
    private readonly SegmentationService _session = new(
        new DatasetCache(), new ComputeGate(1), new SegmentationPipeline(threads: 1), TimeProvider.System, NullLogger<SegmentationService>.Instance);

    public ProfilesPageTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(_session);
    }

    [Fact]
    public void Page_HasACardPerSegment_AndTheEvidence()
    {
        var page = RenderPage(Snapshots.Two);

        Assert.Equal("Who the 2 segments are", page.Find("h1").TextContent);
        Assert.Equal(["High score, low income", "Low score, high income"], page.FindAll("article h2").Select(heading => heading.TextContent));
        Assert.Equal(2, page.FindComponents<AdviceLine>().Count);
        Assert.Contains("no p-value", page.FindComponent<EffectPanel>().Markup, StringComparison.Ordinal);
        Assert.Contains("Compared with Low score, high income, High score, low income has ", page.FindComponent<ComparePanel>().Markup, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll(".nearest").Count);
        Assert.Equal(ActionTable.Default.Rules.Count, page.FindComponents<RuleRow>().Count);
    }

    [Fact]
    public void Page_OneSegment_HasNothingToCompare()
    {
        var page = RenderPage(Snapshots.One);

        Assert.Equal("All customers", page.Find("article h2").TextContent);
        Assert.Contains("nothing to compare it with", page.FindComponent<ComparePanel>().Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("table tr[class=error]"));
    }

    [Fact]
    public void Page_ASegmentOfOne_IsDescribed()
    {
        var page = RenderPage(Snapshots.Run(Snapshots.Recipe with { Clustering = new ClusteringOptions { ClusterCount = 9 } }));

        Assert.Equal(9, page.FindAll("article").Count);
        Assert.Equal(9, page.FindAll("article h2").Select(heading => heading.TextContent).Distinct().Count());
    }

    [Fact]
    public void Page_NothingOpenYet_SaysWhatToDo()
    {
        var page = Render<CascadingValue<SessionState>>(p => p.Add(c => c.Value, new SessionState()).AddChildContent<Dashboard.Components.Pages.Profiles>());

        Assert.Contains("Open a file", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void ANameAndANote_WithMarkup_AreText()
    {
        var recipe = SegmentLabels.WithName(Snapshots.Recipe, Snapshots.Two, 1, "<img src=x onerror=alert(1)>");
        var page = RenderPage(Snapshots.Run(SegmentLabels.WithNote(recipe, Snapshots.Run(recipe), 1, "</textarea><script>alert(2)</script>")));

        Assert.Equal("<img src=x onerror=alert(1)>", page.Find("article h2").TextContent);
        Assert.Equal("</textarea><script>alert(2)</script>", page.Find("textarea").GetAttribute("value"));
        Assert.Empty(page.FindAll("img, script"));
    }

    [Theory]
    [InlineData("Snake plot", ".snake .line", 2)]
    [InlineData("Parallel", ".parallel .mean", 2)]
    [InlineData("Radar", ".chart p", 1)]
    public void Charts_AreChosen_AndASegmentIsHidden(string chart, string selector, int count)
    {
        var panel = RenderPage(Snapshots.Two).FindComponent<ChartPanel>();

        panel.FindAll("label").First(label => label.TextContent.Trim() == chart).QuerySelector("input")!.Change(true);
        panel.WaitForAssertion(() => Assert.Equal(count, panel.FindAll(selector).Count));
        panel.Find(".chips button").Click();

        panel.WaitForAssertion(() => Assert.Equal(Math.Max(1, count - 1), panel.FindAll(selector).Count));
    }

    [Fact]
    public void Charts_OneColumn_HasABoxPerSegment_AndBarsOfCategories()
    {
        var panel = RenderPage(Snapshots.Two).FindComponent<ChartPanel>();

        panel.FindAll("label").First(label => label.TextContent.Trim() == "One column").QuerySelector("input")!.Change(true);
        panel.WaitForAssertion(() => Assert.Equal(2, panel.FindAll("[role=listitem] rect").Count));
        panel.Find("select").Change("Region");

        panel.WaitForAssertion(() => Assert.Contains("north", panel.Find(".bars").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Compare_AnotherOne_IsHandedUp()
    {
        (int, int)? chosen = null;
        var panel = Render<ComparePanel>(p => p.Add(c => c.Snapshot, Snapshots.Two).Add(c => c.Evidence, Snapshots.Two.FindEvidence(1)).Add(c => c.Chosen, (2, 0)).Add(c => c.OnChosen, both => chosen = both));

        Assert.Equal(["2", "1"], panel.FindAll("option[selected]").Select(option => option.GetAttribute("value")));
        panel.Find("select").Change("1");
        Assert.Equal((1, 2), chosen);
        panel.Find("button").Click();
        Assert.Equal((1, 2), chosen);
    }

    [Fact]
    public void Name_Enter_Names_Escape_DoesNot_AndLeavingTheFieldNames()
    {
        var names = new List<string>();
        var editor = Render<NameEditor>(p => p.Add(n => n.Profile, Snapshots.Two.Profiles[0]).Add(n => n.HeadingId, "h").Add(n => n.OnNamed, names.Add));

        Type("VIPs").KeyDown(new KeyboardEventArgs { Key = "Escape" });
        Assert.Empty(names);
        Assert.Single(editor.FindAll("h2"));
        Type("VIPs").KeyDown(new KeyboardEventArgs { Key = "Enter" });
        Type("").Blur();
        Type("High score, low income ").Blur();

        Assert.Equal(["VIPs", ""], names);

        AngleSharp.Dom.IElement Type(string text)
        {
            editor.Find("button").Click();
            editor.Find("input").Input(text);
            return editor.Find("input");
        }
    }

    [Fact]
    public void Rules_AreChanged()
    {
        SegmentationRecipe? recipe = null;
        var panel = Render<ActionPanel>(p => p
            .Add(a => a.Snapshot, Snapshots.Two)
            .Add(a => a.Recipe, Snapshots.Two.Recipe)
            .Add(a => a.Advice, Snapshots.Two.FindEvidence().Advise(Snapshots.Two.Profiles, ActionTable.Default))
            .Add(a => a.OnChanged, changed => recipe = changed));

        panel.Find("[aria-label='Remove rule 1']").Click();
        Assert.Equal(ActionTable.Default.Rules.Skip(1), recipe!.Profiling.Actions!.Rules);
        panel.Find("[aria-label='Try rule 2 earlier']").Click();
        Assert.Equal(ActionTable.Default.Rules[1], recipe!.Profiling.Actions!.Rules[0]);
        panel.Find("[aria-label='Rule 1, action']").Change("Welcome");
        Assert.Equal(MarketingAction.Welcome, recipe!.Profiling.Actions!.Rules[0].Action);
        panel.Find("[aria-label='Rule 1, level 1']").Change("Low");
        Assert.Equal(new ActionCondition(ColumnMeaning.Recency, MeaningLevel.Low), recipe!.Profiling.Actions!.Rules[0].When[0]);
        panel.Find("[aria-label='Action where no rule holds']").Change("Reward");
        Assert.Equal(MarketingAction.Reward, recipe!.Profiling.Actions!.Otherwise);
        panel.Find("[aria-label='Meaning of Score']").Change("Spend");
        Assert.Equal(ColumnMeaning.Spend, recipe!.Profiling.Meanings["Score"]);
        recipe.ThrowIfInvalid();
    }

    private IRenderedComponent<Dashboard.Components.Pages.Profiles> RenderPage(SegmentationSnapshot snapshot)
    {
        var state = new SessionState { Snapshot = snapshot, Recipe = snapshot.Recipe };
        var page = Render<CascadingValue<SessionState>>(p => p.Add(c => c.Value, state).AddChildContent<Dashboard.Components.Pages.Profiles>());
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindComponents<ActionPanel>()));
        page.WaitForAssertion(() => Assert.DoesNotContain("Looking for rules", page.Markup, StringComparison.Ordinal));
        return page.FindComponent<Dashboard.Components.Pages.Profiles>();
    }
}
