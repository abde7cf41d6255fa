using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Segmentation.Dashboard.Tests.Hosting;
using Segmentation.Dashboard.Uploads;
using Xunit;

namespace Segmentation.Dashboard.Tests.Uploads;

public sealed class UploadEndpointTests : IAsyncLifetime
{
    private const int Limit = 50_000;

    private RunningServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await RunningServer.StartAsync("--Dashboard:MaxUploadBytes", $"{Limit}");

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Post_File_IsStoredAndNamed()
    {
        using var response = await SendAsync(new ByteArrayContent(new byte[Limit]), "folder/my%20file.csv");
        var file = await response.Content.ReadFromJsonAsync<UploadedFile>(Token);

        Assert.Equal("my file.csv", file!.Name);
        Assert.Equal(Limit, file.Bytes);
        Assert.NotNull(_server.Services.GetRequiredService<UploadStore>().Find(file.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_TooLarge_IsRefusedWithAMessage(bool saysItsLength)
    {
        var body = new MemoryStream(new byte[Limit + 1]);
        HttpContent content = saysItsLength ? new StreamContent(body) : new UnknownLengthContent(body);

        using var response = await SendAsync(content, "a.csv");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("50 kB", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_server.UploadFolder));
    }

    [Fact]
    public async Task Post_WithoutTheHeader_IsRefused()
    {
        using var response = await _server.Client.PostAsync(new Uri("/uploads", UriKind.Relative), new StringContent("a,b"), Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(Directory.GetFiles(_server.UploadFolder));
    }

    [Fact]
    public async Task Post_FromAnotherSite_IsRefused()
    {
        using var response = await SendAsync(new StringContent("a,b"), "a.csv", origin: "http://elsewhere.example");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(Directory.GetFiles(_server.UploadFolder));
    }

    [Fact(Timeout = 60_000)]
    public async Task Post_CutOffHalfWay_LeavesNothingAndTheServerGoesOn()
    {
        using (var client = new TcpClient())
        {
            await client.ConnectAsync(_server.Address.Host, _server.Address.Port, Token);
            var head = $"POST /uploads?name=a.csv HTTP/1.1\r\nHost: 127.0.0.1\r\n{UploadEndpoint.Header}: 1\r\nContent-Length: 40000\r\n\r\n";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head + "half of it"), Token);
            await WaitUntilAsync(() => Directory.GetFiles(_server.UploadFolder).Length == 1);
        }

        await WaitUntilAsync(() => Directory.GetFiles(_server.UploadFolder).Length == 0);
        using var next = await SendAsync(new StringContent("a,b"), "b.csv");
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task Post_TwoAtOnce_BothArrive()
    {
        var responses = await Task.WhenAll(SendAsync(new StringContent("one"), "1.csv"), SendAsync(new StringContent("two"), "2.csv"));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal(4, Directory.GetFiles(_server.UploadFolder).Length); // two files and their names
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<HttpResponseMessage> SendAsync(HttpContent content, string name, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/uploads?name={name}") { Content = content };
        request.Headers.Add(UploadEndpoint.Header, "1");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await _server.Client.SendAsync(request, Token);
    }

    // The server notices a broken connection in its own time.
    private static async Task WaitUntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(5, Token);
        }
    }

    private sealed class UnknownLengthContent(Stream body) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => body.CopyToAsync(stream);

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
