using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Session;

namespace Segmentation.Dashboard.Uploads;

/// <summary>How a file that has arrived becomes what a session shows: the same from every page.</summary>
public static class UploadOpening
{
    /// <summary>Opens <paramref name="file"/> under the name it was sent with; says so when it has been removed meanwhile.</summary>
    public static Task OpenUploadAsync(this SegmentationService session, UploadStore uploads, UploadedFile file)
    {
        var name = UploadName.Clean(file.Name);
        return uploads.Find(file.Id) is { } stored
            ? session.OpenAsync(new DataSource(stored.Id, name, stored.Path), SegmentationRecipe.Default)
            : session.ReportProblemAsync($"{name} is no longer on the server. Send it again.");
    }
}
