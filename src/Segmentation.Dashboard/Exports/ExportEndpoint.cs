using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Segmentation.Core.Frame;
using Segmentation.Core.Pipeline;

namespace Segmentation.Dashboard.Exports;

/// <summary><c>GET /exports/{id}</c>: what stands behind an id of <see cref="ExportTickets"/>: a list, written while it is sent, or a report.</summary>
public static class ExportEndpoint
{
    /// <summary>The address without the id.</summary>
    public const string Path = "/exports";

    private const int BufferBytes = 64 * 1024;

    public static IEndpointConventionBuilder MapExports(this IEndpointRouteBuilder routes) => routes.MapGet(Path + "/{id}", SendAsync);

    internal static async Task SendAsync(HttpContext context, string id, ExportTickets tickets)
    {
        var response = context.Response;
        response.Headers.CacheControl = "no-store";
        if (tickets.Redeem(id) is not { } ticket)
        {
            await RefuseAsync(response, StatusCodes.Status404NotFound, "This download was fetched already or has expired. Choose Export again.");
            return;
        }

        Describe(response, ticket);
        try
        {
            await (ticket.Report is { } report
                ? response.Body.WriteAsync(report, context.RequestAborted).AsTask()
                : WriteAsync(context, ticket));
        }
        catch (UnusableDataException problem) when (!response.HasStarted)
        {
            response.Headers.Remove(HeaderNames.ContentDisposition);
            await RefuseAsync(response, StatusCodes.Status400BadRequest, problem.Message);
        }
        catch (Exception problem) when (problem is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has left.
        }
    }

    private static void Describe(HttpResponse response, ExportTicket ticket)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(ticket.FileName);
        response.ContentType = ticket.ContentType;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
    }

    // The core writes synchronously. It gets a thread of its own, so that slow readers do not use up the pool's.
    private static Task WriteAsync(HttpContext context, ExportTicket ticket)
    {
        context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return Task.Factory.StartNew(
            () =>
            {
                // Not disposed: that would send the headers of a list that turns out not to be writable.
                var buffer = new BufferedStream(context.Response.Body, BufferBytes);
                SegmentExport.WriteCsv(ticket.Snapshot, buffer, ticket.Options, ticket.Rows, cancellationToken: context.RequestAborted);
                buffer.Flush();
            },
            context.RequestAborted,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    private static Task RefuseAsync(HttpResponse response, int status, string message)
    {
        response.StatusCode = status;
        response.ContentType = "text/plain; charset=utf-8";
        return response.WriteAsync(message);
    }
}
