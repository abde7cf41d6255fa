using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.Extensions.Options;
using Segmentation.Dashboard.Configuration;

namespace Segmentation.Dashboard.Hosting;

/// <summary>Counts the open tabs of the whole server.</summary>
public sealed class SessionCount
{
    private int _open;

    public int Open => Volatile.Read(ref _open);

    public void Add(int change) => Interlocked.Add(ref _open, change);
}

/// <summary>Tells the count when a tab opens and when it is gone for good.</summary>
public sealed class SessionCounter(SessionCount count) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        count.Add(1);
        return Task.CompletedTask;
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        count.Add(-1);
        return Task.CompletedTask;
    }
}

/// <summary>A server that is full says so on a page, instead of leaving a newcomer with one that never starts.</summary>
public static class SessionLimit
{
    public static IApplicationBuilder UseSessionLimit(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var most = context.RequestServices.GetRequiredService<IOptions<DashboardOptions>>().Value.MaxSessions;
        if (context.RequestServices.GetRequiredService<SessionCount>().Open >= most && AsksForPage(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "60";
            await context.Response.WriteAsync($"All {most} places of this server are taken. Close a tab you no longer need, or try again in a minute.");
            return;
        }

        await next(context);
    });

    private static bool AsksForPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Path.StartsWithSegments("/_blazor")
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
