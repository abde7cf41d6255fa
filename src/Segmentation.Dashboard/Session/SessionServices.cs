using Microsoft.Extensions.Options;
using Segmentation.Core.Pipeline;
using Segmentation.Dashboard.Configuration;

namespace Segmentation.Dashboard.Session;

/// <summary>What a session needs: a service and a pipeline per tab, the datasets and the gate for all tabs together.</summary>
public static class SessionServices
{
    public static void AddDashboardSession(this IServiceCollection services)
    {
        services.AddSingleton<DatasetCache>();
        services.AddSingleton<FrameFacts>();
        services.AddSingleton(provider => new ComputeGate(provider.GetRequiredService<IOptions<DashboardOptions>>().Value.MaxComputations));
        services.AddScoped(provider => new SegmentationPipeline(provider.GetRequiredService<IOptions<DashboardOptions>>().Value.Threads));
        services.AddScoped<SegmentationService>();
        services.AddSingleton<CodedFrames>();
        services.AddScoped(provider => new ExploreService(
            provider.GetRequiredService<ComputeGate>(),
            provider.GetRequiredService<CodedFrames>(),
            provider.GetRequiredService<IOptions<DashboardOptions>>().Value.Threads,
            provider.GetRequiredService<ILogger<ExploreService>>()));
    }
}
