using Microsoft.Extensions.Options;
using Segmentation.Dashboard.Configuration;

namespace Segmentation.Dashboard.Uploads;

/// <summary>Removes uploads that nobody has used for a while, at the start and every ten minutes.</summary>
public sealed partial class UploadCleanup(
    UploadStore store,
    IOptions<DashboardOptions> options,
    TimeProvider time,
    ILogger<UploadCleanup> logger) : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, time);
        try
        {
            do
            {
                RemoveIdle();
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The server ends, perhaps before it ever began to listen; either way there is nothing to report.
        }
    }

    private void RemoveIdle()
    {
        try
        {
            store.RemoveIdle(TimeSpan.FromHours(options.Value.UploadIdleHours));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogFailure(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Old uploads could not be removed.")]
    private partial void LogFailure(Exception failure);
}
