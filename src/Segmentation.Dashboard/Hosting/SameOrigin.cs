namespace Segmentation.Dashboard.Hosting;

/// <summary>
/// Turns away what another site's page sends here: a server on loopback is reachable by every page its user opens,
/// and neither uploads nor the circuit's socket are covered by the browser's own same-origin rule.
/// </summary>
public static class SameOrigin
{
    public static IApplicationBuilder UseSameOrigin(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!IsReadOnly(context.Request) && IsForeign(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsync("This request came from another site and was refused.");
            return;
        }

        await next(context);
    });

    private static bool IsReadOnly(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !request.HttpContext.WebSockets.IsWebSocketRequest
        && !request.Path.StartsWithSegments("/_blazor");

    private static bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        return site is "cross-site" or "same-site" || (origin.Length > 0 && !IsOwn(origin, request.Host));
    }

    // Compared as addresses, so that a default port that one side writes and the other leaves out makes no difference.
    private static bool IsOwn(string origin, HostString host) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var theirs)
        && Uri.TryCreate($"{theirs.Scheme}://{host.ToUriComponent()}", UriKind.Absolute, out var ours)
        && string.Equals(theirs.Authority, ours.Authority, StringComparison.OrdinalIgnoreCase);
}
