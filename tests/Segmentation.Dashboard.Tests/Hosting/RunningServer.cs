using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Segmentation.Dashboard.Tests.Hosting;

/// <summary>The real server in this process, on a free port of loopback.</summary>
internal sealed class RunningServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TemporaryFolder _uploads;

    private RunningServer(WebApplication app, TemporaryFolder uploads)
    {
        (_app, _uploads) = (app, uploads);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public string UploadFolder => _uploads.Path;

    public static async Task<RunningServer> StartAsync(params string[] settings)
    {
        var uploads = new TemporaryFolder();
        var app = Program.Build(["--urls", "http://127.0.0.1:0", "--Dashboard:UploadFolder", uploads.Path, .. settings]);
        await app.StartAsync();
        return new RunningServer(app, uploads);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _uploads.Dispose();
    }
}
