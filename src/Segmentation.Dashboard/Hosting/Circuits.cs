using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;
using Segmentation.Dashboard.Configuration;

namespace Segmentation.Dashboard.Hosting;

/// <summary>One circuit per browser tab, sized for what crosses it: labels as bytes down, selected customers as integers up.</summary>
public static class Circuits
{
    private const int OtherBytes = 64 * 1024;

    public static void AddDashboardCircuits(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddSingleton<SessionCount>();
        services.AddScoped<CircuitHandler, SessionCounter>();

        services.AddOptions<CircuitOptions>().Configure<IOptions<DashboardOptions>>((circuits, dashboard) =>
        {
            circuits.DisconnectedCircuitMaxRetained = dashboard.Value.MaxSessions;
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(dashboard.Value.SessionKeptMinutes);
        });
        services.AddOptions<HubOptions>().Configure<IOptions<DashboardOptions>>((hub, dashboard) =>
            hub.MaximumReceiveMessageSize = OtherBytes + ((long)sizeof(int) * dashboard.Value.PointsDrawn));
    }
}
