using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Components.Charts;
using Segmentation.Dashboard.Components.Customers;
using Segmentation.Dashboard.Components.Pages;
using Segmentation.Dashboard.Components.Segments;
using Segmentation.Dashboard.Configuration;
using Segmentation.Dashboard.Exports;
using Segmentation.Dashboard.Session;
using Segmentation.Dashboard.Uploads;
using Xunit;

namespace Segmentation.Dashboard.Tests.Components.Pages;

public class SegmentPagesTests : BunitContext
{
    private static readonly SessionState s_state = new() { Snapshot = Snapshots.Two, Recipe = Snapshots.Recipe };

    private readonly SegmentationService _session = new(
        new DatasetCache(), new ComputeGate(1), new SegmentationPipeline(threads: 1), TimeProvider.System, NullLogger<SegmentationService>.Instance);

    public SegmentPagesTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton(_session);
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(Options.Create(new DashboardOptions()));
        Services.AddSingleton<ExportTickets>();
        Services.AddSingleton<UploadStore>();
    }

    [Fact]
    public void Segments_ShowsEveryChartOfThePicture()
    {
        var page = RenderSegments(s_state);

        Assert.Equal(9, page.FindComponent<ScatterChart>().Instance.Points.Count);
        Assert.Single(page.FindComponents<PlotlyChart>());
        Assert.Single(page.FindComponents<ProfilePanel>());
        Assert.Single(page.FindComponents<SegmentTable>());
        Assert.Single(page.FindComponents<CustomersGrid>());
        Assert.Contains("2 segments of 9 customers", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Segments_WantedRecipeAhead_MovesControlsAndNoChart()
    {
        var page = Render<CascadingValue<SessionState>>(p => p.Add(c => c.Value, s_state).AddChildContent<Dashboard.Components.Pages.Segments>());
        var (labels, elbow) = (page.FindComponent<ScatterChart>().Instance.Labels, page.FindComponent<PlotlyChart>().Instance.Figure);
        var heat = page.FindComponent<ProfileHeatMap>().RenderCount;

        page.Render(p => p.Add(c => c.Value, s_state with
        {
            Recipe = s_state.Recipe with { Clustering = s_state.Recipe.Clustering with { ClusterCount = 9 } },
            Activity = "Segmenting",
        }).AddChildContent<Dashboard.Components.Pages.Segments>());

        Assert.Equal(9, page.FindComponent<SegmentControls>().Instance.Recipe.Clustering.ClusterCount);
        Assert.Same(labels, page.FindComponent<ScatterChart>().Instance.Labels);
        Assert.Same(elbow, page.FindComponent<PlotlyChart>().Instance.Figure);
        Assert.Equal(heat, page.FindComponent<ProfileHeatMap>().RenderCount);
    }

    [Fact]
    public async Task Segments_PointOfTheElbowClicked_ChoosesThatNumber()
    {
        var pipeline = new SegmentationPipeline(threads: 1);
        var snapshot = pipeline.Extend(pipeline.Run(Snapshots.Data, Snapshots.Recipe), 3, Xunit.TestContext.Current.CancellationToken);
        var page = RenderSegments(s_state with { Snapshot = snapshot });

        var applying = page.InvokeAsync(() => page.FindComponent<PlotlyChart>().Instance.OnPointClicked(new ChartPoint(1, 1, "3", "0.5")));

        page.WaitForAssertion(() => Assert.Equal(3, _session.Current.Recipe.Clustering.ClusterCount));
        await page.InvokeAsync(_session.CancelAsync);
        await applying;
    }

    [Fact]
    public async Task Segments_Lasso_SelectsRowsOfTheFile()
    {
        var page = RenderSegments(s_state);

        await page.InvokeAsync(() => page.FindComponent<ScatterChart>().Instance.OnCaught(MemoryMarshal.AsBytes<int>([8, 6]).ToArray()));

        Assert.Equal([6, 8], _session.Current.SelectedRows);
    }

    [Fact]
    public void Segments_Hover_DescribesTheCustomer() =>
        Assert.StartsWith("Name Gus\nLow score, high income", RenderSegments(s_state).FindComponent<ScatterChart>().Instance.OnHovered(6), StringComparison.Ordinal);

    [Fact]
    public async Task Segments_RowOfTheTablePointedAt_LightsItsCustomers()
    {
        var page = RenderSegments(s_state);

        await page.InvokeAsync(() => page.FindAll(".segments tbody tr")[1].MouseEnter());

        Assert.Equal(1, page.FindComponent<ScatterChart>().Instance.Highlight);
    }

    [Fact]
    public void Segments_BeforeTheFirstPicture_SaysWhatIsDone() =>
        Assert.Contains("Reading", RenderSegments(new SessionState { Activity = "Reading a.csv" }).Markup, StringComparison.Ordinal);

    [Fact]
    public void Overview_SaysWhoTheCustomersAre()
    {
        var page = RenderOverview(s_state);

        Assert.StartsWith("2 segments of 9 customers", page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.FindComponents<SegmentCard>().Count);
        Assert.Contains("0 of 9 customers", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Use your own file", page.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(Overview))]
    [InlineData(typeof(Dashboard.Components.Pages.Segments))]
    public void Page_OfOrderLines_NeverSaysCustomer(Type type)
    {
        var state = s_state with { Source = new DataSource("a", "lines.csv", "lines.csv"), Snapshot = Snapshots.Two with { Noun = RowNoun.Row } };
        var page = Render(builder =>
        {
            builder.OpenComponent<CascadingValue<SessionState>>(0);
            builder.AddAttribute(1, "Value", state);
            builder.AddAttribute(2, "ChildContent", (RenderFragment)(inner =>
            {
                inner.OpenComponent<CascadingValue<RowNoun>>(0);
                inner.AddAttribute(1, "Value", RowNoun.Row);
                inner.AddAttribute(2, "ChildContent", (RenderFragment)(content =>
                {
                    content.OpenComponent(0, type);
                    content.CloseComponent();
                }));
                inner.CloseComponent();
            }));
            builder.CloseComponent();
        });

        // Ids, classes and addresses are read by nobody.
        var read = Regex.Replace(page.Markup, "(id|class|href|aria-labelledby)=\"[^\"]*\"", "");
        Assert.Contains("2 segments of 9 rows", read, StringComparison.Ordinal);
        Assert.DoesNotContain("customer", read, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Overview_CardPointedAt_LightsItsCustomers()
    {
        var page = RenderOverview(s_state);

        await page.InvokeAsync(() => page.FindAll("article")[1].MouseEnter());
        Assert.Equal(1, page.FindComponent<ScatterChart>().Instance.Highlight);

        await page.InvokeAsync(() => page.FindAll("article")[1].MouseLeave());
        Assert.Null(page.FindComponent<ScatterChart>().Instance.Highlight);
    }

    [Fact]
    public void Overview_OneSegment_SaysThatNothingWasDivided()
    {
        var page = RenderOverview(s_state with { Snapshot = Snapshots.One });

        Assert.Single(page.FindComponents<SegmentCard>());
        Assert.Contains("With one segment there is nothing to compare.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Overview_BeforeTheFirstPicture_TakesAFile() =>
        Assert.Contains("Use your own file", RenderOverview(new SessionState()).Markup, StringComparison.Ordinal);

    [Fact]
    public async Task Overview_ExportOfACard_OffersItsCustomers()
    {
        var page = RenderOverview(s_state);

        await page.InvokeAsync(() => page.Find("[aria-label='Export the customers of Low score, high income']").Click());

        Assert.Contains("Low score, high income (3)", page.Find("dialog").TextContent, StringComparison.Ordinal);
    }

    protected override void Dispose(bool disposing)
    {
        _session.Dispose();
        base.Dispose(disposing);
    }

    private IRenderedComponent<Dashboard.Components.Pages.Segments> RenderSegments(SessionState state) =>
        Render<Dashboard.Components.Pages.Segments>(p => p.AddCascadingValue(state));

    private IRenderedComponent<Overview> RenderOverview(SessionState state) => Render<Overview>(p => p.AddCascadingValue(state));
}
