using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;

namespace Segmentation.Dashboard.Configuration;

/// <summary>Where settings come from: built-in defaults, appsettings.json (beside the program, then in the working folder), environment, command line.</summary>
public static class Settings
{
    private static readonly KeyValuePair<string, string?>[] s_defaults =
    [
        new("AllowedHosts", "localhost;127.0.0.1;[::1]"),
        new("Logging:LogLevel:Default", "Information"),
        new("Logging:LogLevel:Microsoft", "Warning"),
        new("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error"),
        // Main says in one line why the server did not start.
        new("Logging:LogLevel:Microsoft.Extensions.Hosting", "None"),
    ];

    /// <summary>Adds the dashboard's defaults below every other source, and the working folder's file above the program's own.</summary>
    public static void AddDashboardSettings(this ConfigurationManager configuration, string programFolder, string workingFolder)
    {
        var sources = ((IConfigurationBuilder)configuration).Sources;
        if (Path.GetFullPath(workingFolder) != Path.GetFullPath(programFolder).TrimEnd(Path.DirectorySeparatorChar))
        {
            var local = new JsonConfigurationSource { Path = Path.Combine(workingFolder, "appsettings.json"), Optional = true };
            local.ResolveFileProvider();
            sources.Insert(LastFile(sources) + 1, local);
        }

        sources.Insert(0, new Microsoft.Extensions.Configuration.Memory.MemoryConfigurationSource { InitialData = s_defaults });
    }

    /// <summary>Binds the section strictly: a setting that does not exist is an error, not silence.</summary>
    public static void AddDashboardOptions(this IServiceCollection services)
    {
        services.AddOptions<DashboardOptions>()
            .BindConfiguration(DashboardOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<DashboardOptions>, DashboardOptionsValidator>();
    }

    /// <summary>Whether this is the strict binding's complaint about a setting that does not exist.</summary>
    public static bool IsUnknownSetting(InvalidOperationException problem) =>
        problem.Message.Contains(nameof(BinderOptions.ErrorOnUnknownConfiguration), StringComparison.Ordinal);

    private static int LastFile(IList<IConfigurationSource> sources)
    {
        var last = -1;
        for (var i = 0; i < sources.Count; i++)
        {
            if (sources[i] is JsonConfigurationSource)
            {
                last = i;
            }
        }

        return last;
    }
}
