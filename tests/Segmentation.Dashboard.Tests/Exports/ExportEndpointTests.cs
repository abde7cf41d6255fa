using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Exports;
using Xunit;

namespace Segmentation.Dashboard.Tests.Exports;

/// <summary>Against a real server, since what matters is on the wire.</summary>
public sealed class ExportEndpointTests : IAsyncLifetime
{
    private readonly ExportTickets _tickets = new(TimeProvider.System);
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(_tickets);
        _app = builder.Build();
        _app.MapExports();
        await _app.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Get_ATicket_SendsEveryRowInTheFilesOrder()
    {
        var id = _tickets.Issue(new ExportTicket(SmallData.Snapshot(), new ExportOptions()));

        var text = await _client.GetStringAsync(Address(id), TestContext.Current.CancellationToken);

        var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Id,Age,Income,Birth year,Town,Joined,segment,segment_name,margin,set_aside", lines[0]);
        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"{number}"), lines.Skip(1).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task Get_ATicket_IsAFileThatIsNotStored()
    {
        var data = SmallData.Of(SmallData.Frame, "Kunden Köln.csv");
        var id = _tickets.Issue(new ExportTicket(SmallData.Snapshot(data: data), new ExportOptions()));

        using var response = await _client.GetAsync(Address(id), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("Kunden Köln-segments.csv", response.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Get_AReport_IsAPageToBeSaved()
    {
        var id = _tickets.Issue(new ExportTicket(SmallData.Snapshot(), new ExportOptions()) { Report = "<!DOCTYPE html>"u8.ToArray() });

        using var response = await _client.GetAsync(Address(id), TestContext.Current.CancellationToken);

        Assert.Equal("<!DOCTYPE html>", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("attachment", "text/html"), (response.Content.Headers.ContentDisposition?.DispositionType, response.Content.Headers.ContentType?.MediaType));
        Assert.EndsWith("-report.html", response.Content.Headers.ContentDisposition?.FileNameStar, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ASecondTime_IsNotFoundAndSaysWhatToDo()
    {
        var id = _tickets.Issue(new ExportTicket(SmallData.Snapshot(), new ExportOptions()));
        await _client.GetStringAsync(Address(id), TestContext.Current.CancellationToken);

        using var response = await _client.GetAsync(Address(id), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("Choose Export again", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AColumnThatIsNotThere_IsRefusedWithTheReason()
    {
        var id = _tickets.Issue(new ExportTicket(SmallData.Snapshot(), new ExportOptions { Columns = ["Shoe size"] }));

        using var response = await _client.GetAsync(Address(id), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Null(response.Content.Headers.ContentDisposition);
        Assert.Contains("Shoe size", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SomeRows_SendsThoseAlone()
    {
        var options = new ExportOptions { Separator = ';', ByteOrderMark = true, Columns = ["Id"] };
        var id = _tickets.Issue(new ExportTicket(SmallData.Snapshot(), options, [4, 19]));

        var bytes = await _client.GetByteArrayAsync(Address(id), TestContext.Current.CancellationToken);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["Id", "5", "20"], lines.Select(line => line.Split(';')[0]));
    }

    [Fact]
    public async Task Send_TheBrowserHasLeft_EndsQuietlyAndWritesNothing()
    {
        var id = _tickets.Issue(new ExportTicket(SmallData.Snapshot(), new ExportOptions()));
        var context = new DefaultHttpContext { RequestAborted = new CancellationToken(canceled: true) };
        context.Features.Set<IHttpBodyControlFeature>(new BodyControl());
        using var body = new MemoryStream();
        context.Response.Body = body;

        await ExportEndpoint.SendAsync(context, id, _tickets);

        Assert.Equal(0, body.Length);
    }

    private static Uri Address(string id) => new($"{ExportEndpoint.Path}/{id}", UriKind.Relative);

    private sealed class BodyControl : IHttpBodyControlFeature
    {
        public bool AllowSynchronousIO { get; set; }
    }
}
