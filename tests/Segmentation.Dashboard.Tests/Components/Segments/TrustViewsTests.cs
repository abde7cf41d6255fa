using Bunit;
using Segmentation.Core.Clustering.Stability;
using Segmentation.Core.Clustering.Verdicts;
using Segmentation.Core.Frame;
using Segmentation.Dashboard.Components.Segments;
using Segmentation.Dashboard.Figures;
using Segmentation.Dashboard.Session;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Segments;

public sealed class TrustViewsTests : BunitContext
{
    [Theory]
    [InlineData(0.53, "do not trust", "bad")]
    [InlineData(0.6, "a pattern", "doubtful")]
    [InlineData(0.75, "stable", "good")]
    [InlineData(0.85, "highly stable", "good")]
    public void Badge_SaysTheBandInWords_AndTheNumberOnFocus(double jaccard, string words, string look)
    {
        var badge = Render<StabilityBadge>(parameters => parameters.Add(c => c.Trust, Of(jaccard, 100, null)[0]));

        Assert.Contains(words, badge.Find(".term").TextContent, StringComparison.Ordinal);
        Assert.Contains(look, badge.Find(".badge").ClassList);
        Assert.Contains($"{jaccard:0.00}", badge.Find("[role=tooltip]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Summary_NamesTheSegmentThatIsNotToBeTrusted()
    {
        var trust = Of(0.53, 100, null);

        Assert.Equal("1 of 2 segments are found again when customers are drawn again by lot. Do not trust Segment 1: it may be chance.", SegmentTrust.Summary(trust, RowNoun.Customer));
        Assert.Equal("highly stable", trust[1].Words);
    }

    [Fact]
    public void Badge_WhileDrawing_SaysHowFar()
    {
        Assert.Equal("checking … 37 of 100", Of(0.5, 37, (37, 100))[0].Words);
        Assert.Contains("so far 37 of 100 times", Of(0.5, 37, (37, 100))[0].Detail, StringComparison.Ordinal);
        Assert.Equal("not checked yet", SegmentTrust.Of(Snapshots.Two, null, null)[0].Words);
        Assert.Null(SegmentTrust.Summary(SegmentTrust.Of(Snapshots.Two, null, null), RowNoun.Customer));
        Assert.Empty(SegmentTrust.Of(Snapshots.One, null, null));
    }

    [Fact]
    public void Trust_FollowsTheNumbersThatSegmentsGoBy()
    {
        var trust = SegmentTrust.Of(Snapshots.Two.Renumbered([4, 2]), new StabilityResult([0.9, 0.1], 100, false), null);

        Assert.Equal([(4, "highly stable"), (2, "do not trust")], trust.Select(segment => (segment.Number, segment.Words)));
    }

    [Fact]
    public void Verdicts_ChooseANumber_ByButtonAndByCurve()
    {
        var chosen = new List<int>();
        var panel = RenderPanel(null, chosen);

        panel.Find("button[aria-label='Silhouette says 5: choose 5 segments']").Click();
        panel.FindAll("li")[1].QuerySelectorAll(".pick")[1].Click();

        Assert.Equal([5, 3], chosen);
        Assert.Equal("Silhouette says 5; gap says there may be no clusters at all; elbow settles on no number.", panel.Find(".said").TextContent);
        Assert.Equal(["no elbow", "5", "no clusters"], panel.FindAll(".says").Select(says => says.TextContent));
        Assert.Equal("true", panel.Find("button.says").GetAttribute("aria-pressed"));
        Assert.Equal("3 segments: Silhouette 0.5", panel.FindAll("li")[1].QuerySelectorAll("title")[1].TextContent);
        Assert.Equal(2, panel.FindAll("li")[2].QuerySelectorAll(".error").Length);
    }

    [Fact]
    public void Verdicts_WhileLooking_SayHowFar_AndCanBeStopped()
    {
        var stopped = 0;
        var trust = new Trust { Features = Snapshots.Two.Features, Found = Snapshots.Two.Recipe.Clustering.OfSweep(), Step = new TrustStep("Drawing customers again, 5 segments", 37, 100, 4, 22) };

        var panel = RenderPanel(trust, [], () => stopped++);
        Assert.Equal("Drawing customers again, 5 segments: 37 of 100 · part 4 of 22", panel.Find(".progress").TextContent);
        panel.Find(".head button").Click();

        Assert.Equal(1, stopped);
        Assert.Equal("Go on", RenderPanel(trust with { Step = null, IsStopped = true }, []).Find(".head button").TextContent);
    }

    [Fact]
    public void Sensitivity_TellsTheChoiceThatMattersMost_First()
    {
        var found = Core.Pipeline.Sensitivity.Compute(Snapshots.Two);
        var panel = Render<SensitivityPanel>(parameters => parameters.Add(c => c.State, new SensitivityState(Snapshots.Two, found, found.Count, false)));

        var shares = panel.FindAll(".share").Select(share => share.TextContent).ToArray();
        Assert.Equal(found.Count, shares.Length);
        Assert.Equal("100 %", shares[^1]);
        Assert.Contains("changes most", panel.Find(".said").TextContent, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("button"));
    }

    [Fact]
    public void Sensitivity_CanBeStopped_AndTriedAgain()
    {
        var (stopped, asked) = (0, 0);
        var found = Core.Pipeline.Sensitivity.Compute(Snapshots.Two);
        var running = new SensitivityState(Snapshots.Two, found, found.Count + 1, IsRunning: true);
        var panel = Render<SensitivityPanel>(parameters => parameters
            .Add(c => c.State, running).Add(c => c.OnStop, () => stopped++).Add(c => c.OnAsked, () => asked++));

        panel.Find("button").Click();
        panel.Render(parameters => parameters.Add(c => c.State, running with { IsRunning = false }));
        Assert.Contains($"Stopped after {found.Count} of {found.Count + 1}.", panel.Markup, StringComparison.Ordinal);
        panel.Find("button").Click();

        Assert.Equal((1, 1), (stopped, asked));
    }

    [Fact]
    public void Sensitivity_NobodyAsked_Offers()
    {
        var asked = 0;
        var panel = Render<SensitivityPanel>(parameters => parameters.Add(c => c.OnAsked, () => asked++));

        panel.Find("button").Click();

        Assert.Equal(1, asked);
    }

    private static Core.Collections.ValueList<SegmentTrust> Of(double first, int resamples, (int, int)? running) =>
        SegmentTrust.Of(Snapshots.Two, new StabilityResult([first, 0.97], resamples, false), running);

    private IRenderedComponent<VerdictPanel> RenderPanel(Trust? trust, List<int> chosen, Action? onStop = null) => Render<VerdictPanel>(parameters => parameters
        .Add(c => c.Verdicts,
        [
            new Verdict(VerdictKind.Elbow, VerdictState.Undecided, null, [], ""),
            new Verdict(VerdictKind.Silhouette, VerdictState.Found, 5, [new(2, 0.3), new(3, 0.5), new(5, 0.6)], ""),
            new Verdict(VerdictKind.Gap, VerdictState.NoClusters, 1, [new(1, 0.3, 0.1), new(2, 0.5, 0.1)], ""),
        ])
        .Add(c => c.Most, 10).Add(c => c.Chosen, 5).Add(c => c.Trust, trust).Add(c => c.OnChosen, chosen.Add).Add(c => c.OnStop, onStop ?? (() => { })));
}
