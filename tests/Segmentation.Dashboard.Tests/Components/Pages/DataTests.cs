using Bunit;
using Segmentation.Core.Frame;
using Segmentation.Dashboard.Session;
using Xunit;
using DataPage = Segmentation.Dashboard.Components.Pages.Data;

namespace Segmentation.Dashboard.Tests.Components.Pages;

public class DataTests : ComponentTest
{
    private static readonly string s_csv = "Id;Age;Income\n" + string.Concat(Enumerable.Range(1, 30).Select(id => $"{1000 + id};{20 + id};{50 + (id % 7)}\n"));

    [Fact]
    public void Render_BeforeTheFirstPicture_OffersToTakeAFile()
    {
        var page = Render<DataPage>(p => p.AddCascadingValue(new SessionState()));

        Assert.NotNull(page.Find("[data-choose-file]"));
        Assert.Empty(page.FindAll("table"));
    }

    [Fact]
    public async Task Render_AFile_ShowsItsFactsColumnsAndRows()
    {
        await OpenAsync(s_csv);

        var page = Render<DataPage>(p => p.AddCascadingValue(Session.Current));

        Assert.Contains("Semicolon", page.Find(".facts option[selected]").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll("section[aria-labelledby=columns-heading] tbody tr").Count);
        Assert.Equal(30, page.FindAll("section[aria-labelledby=rows-heading] tbody tr").Count);
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("svg.histogram").Count));
    }

    [Fact]
    public async Task Choose_ARole_SegmentsWithoutTheColumn()
    {
        await OpenAsync(s_csv);
        var page = Render<DataPage>(p => p.AddCascadingValue(Session.Current));

        await page.Find("select[aria-label='Role of Age']").ChangeAsync(new() { Value = nameof(ColumnRole.Ignored) });

        Assert.Equal(["Income"], Session.Current.Snapshot!.Features.Columns.Select(feature => feature.Column));
    }

    [Fact]
    public async Task Choose_ASeparatorThatFindsNoNumbers_KeepsThePictureAndSaysWhy()
    {
        await OpenAsync(s_csv);
        var before = Session.Current.Snapshot;
        var page = Render<DataPage>(p => p.AddCascadingValue(Session.Current));

        await page.Find(".facts select").ChangeAsync(new() { Value = "|" });

        Assert.Same(before!.Data, Session.Current.Snapshot!.Data);
        Assert.NotNull(Session.Current.Problem);
        Assert.True(Session.Current.CanUndo);
    }

    [Fact]
    public async Task Render_200Columns_ShowsAPageOfThemAndFindsOthers()
    {
        var names = string.Join(',', Enumerable.Range(1, 200).Select(number => $"c{number}"));
        var rows = Enumerable.Range(1, 5).Select(row => string.Join(',', Enumerable.Range(1, 200).Select(number => $"{(number * row) % 17}.5")));
        await OpenAsync($"{names}\n{string.Join('\n', rows)}\n");
        var page = Render<DataPage>(p => p.AddCascadingValue(Session.Current));

        Assert.Equal(40, page.FindAll("section[aria-labelledby=columns-heading] tbody tr").Count);
        await page.Find("input[type=search]").InputAsync(new() { Value = "c199" });

        Assert.Equal("c199", page.Find("section[aria-labelledby=columns-heading] .name").TextContent);
    }
}
