using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Segmentation.Dashboard.Configuration;
using Segmentation.Dashboard.Hosting;
using Xunit;

namespace Segmentation.Dashboard.Tests.Hosting;

public sealed class ServerTests : IAsyncLifetime
{
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Page_Answered_CarriesThePolicyThatForbidsForeignScriptsAndFrames()
    {
        var response = await _server.Client.GetAsync("/", Token);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Page_Answered_HoldsNoInlineScript()
    {
        var page = await _server.Client.GetStringAsync(new Uri("/", UriKind.Relative), Token);

        Assert.All(page.Split("<script").Skip(1), script => Assert.StartsWith(" src=", script, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("css/tokens.css", "text/css")]
    [InlineData("css/site.css", "text/css")]
    [InlineData("js/theme.js", "text/javascript")]
    [InlineData("img/mark.svg", "image/svg+xml")]
    [InlineData("lib/plotly-strict.min.js", "text/javascript")]
    [InlineData("_framework/blazor.web.js", "text/javascript")]
    [InlineData("_content/Radzen.Blazor/css/material-base.css", "text/css")]
    [InlineData("_content/Radzen.Blazor/fonts/MaterialSymbolsOutlined.woff2", "font/woff2")]
    [InlineData("Components/Charts/PlotlyChart.razor.js", "text/javascript")]
    [InlineData("Segmentation.Dashboard.styles.css", "text/css")]
    public async Task Asset_AskedFor_IsServed(string path, string type)
    {
        using var response = await _server.Client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Request_ToAnotherHostName_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "rebound.example" } };

        Assert.Equal(HttpStatusCode.BadRequest, (await _server.Client.SendAsync(request, Token)).StatusCode);
    }

    [Theory]
    [InlineData("Origin", "http://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Circuit_OpenedFromAnotherSite_IsRefused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await _server.Client.SendAsync(request, Token)).StatusCode);
    }

    [Fact]
    public async Task Circuit_OpenedFromOurOwnPage_IsAccepted()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", _server.Address.GetLeftPart(UriPartial.Authority));

        Assert.Equal(HttpStatusCode.OK, (await _server.Client.SendAsync(request, Token)).StatusCode);
    }

    [Fact]
    public async Task Page_WhenEveryPlaceIsTaken_SaysSo()
    {
        _server.Services.GetRequiredService<SessionCount>().Add(new DashboardOptions().MaxSessions);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept", "text/html");

        using var response = await _server.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("places", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
