using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Configuration;
using Segmentation.Dashboard.Exports;
using Segmentation.Dashboard.Session;
using Segmentation.Dashboard.Uploads;

namespace Segmentation.Dashboard.Tests.Components;

/// <summary>A page's surroundings: a real session on one thread, and modules that do nothing.</summary>
public abstract class ComponentTest : BunitContext
{
    private readonly DatasetCache _datasets = new();
    private readonly ComputeGate _gate = new(1);
    private readonly TemporaryFolder _folder = new();

    protected ComponentTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        foreach (var module in (string[])["Slider", "FileDrop", "ExportDialog"])
        {
            JSInterop.SetupModule($"./Components/Controls/{module}.razor.js").Mode = JSRuntimeMode.Loose;
        }

        var options = Options.Create(new DashboardOptions { UploadFolder = _folder.Path });
        Session = new SegmentationService(_datasets, _gate, new SegmentationPipeline(threads: 1), TimeProvider.System, NullLogger<SegmentationService>.Instance);
        Services.AddSingleton(Session);
        Exploring = new ExploreService(_gate, new CodedFrames(), 1, NullLogger<ExploreService>.Instance);
        Services.AddSingleton(Exploring);
        Services.AddSingleton(new FrameFacts());
        Services.AddSingleton(new ExportTickets(TimeProvider.System));
        Services.AddSingleton<IOptions<DashboardOptions>>(options);
        Services.AddSingleton(new UploadStore(options, TimeProvider.System));
    }

    protected SegmentationService Session { get; }

    protected ExploreService Exploring { get; }

    protected ExportTickets Tickets => Services.GetRequiredService<ExportTickets>();

    /// <summary>Opens a file of this text with two segments.</summary>
    protected async Task OpenAsync(string csv, SegmentationRecipe? recipe = null)
    {
        var path = Path.Combine(_folder.Path, "customers.csv");
        await File.WriteAllTextAsync(path, csv);
        await Session.OpenAsync(new DataSource("file", "customers.csv", path), recipe ?? SmallData.Recipe);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Session.Dispose();
            Exploring.Dispose();
            _gate.Dispose();
            _folder.Dispose();
        }

        base.Dispose(disposing);
    }
}
