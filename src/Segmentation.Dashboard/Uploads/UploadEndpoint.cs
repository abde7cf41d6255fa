using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Segmentation.Dashboard.Configuration;

namespace Segmentation.Dashboard.Uploads;

/// <summary><c>POST /uploads?name=...</c> with the file as the body: streamed to disk, answered with its id.</summary>
public static class UploadEndpoint
{
    public const string Path = "/uploads";

    /// <summary>A header no form of another site can send; together with the check of the origin it stands for an antiforgery token.</summary>
    public const string Header = "X-Segmentation-Upload";

    public static IEndpointConventionBuilder MapUploads(this IEndpointRouteBuilder routes) => routes.MapPost(Path, SaveAsync);

    private static async Task<IResult> SaveAsync(
        HttpContext context,
        [FromQuery] string? name,
        UploadStore store,
        IOptions<DashboardOptions> options)
    {
        if (!context.Request.Headers.ContainsKey(Header))
        {
            return Refuse(StatusCodes.Status400BadRequest, $"An upload carries the header {Header}.");
        }

        var limit = options.Value.MaxUploadBytes;
        if (context.Request.ContentLength > limit)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, new UploadTooLargeException(limit).Message);
        }

        // The store counts; the server's own, much lower limit would cut the body off without a word.
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        try
        {
            return Results.Json(await store.SaveAsync(context.Request.Body, name, context.RequestAborted));
        }
        catch (UploadTooLargeException problem)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, problem.Message);
        }
        catch (IOException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return Refuse(StatusCodes.Status507InsufficientStorage, "The server could not store the file. Its disk may be full.");
        }
        catch (OperationCanceledException)
        {
            return Results.Empty;
        }
    }

    private static IResult Refuse(int status, string message) => Results.Json(new { message }, statusCode: status);
}
