using Microsoft.Extensions.Options;

namespace Segmentation.Dashboard.Configuration;

/// <summary>Says of every setting out of its limits what it is, what it may be, and where it is set.</summary>
public sealed class DashboardOptionsValidator : IValidateOptions<DashboardOptions>
{
    public ValidateOptionsResult Validate(string? name, DashboardOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(DashboardOptions o) => new[]
    {
        Web(nameof(o.Url), o.Url),
        Folder(nameof(o.UploadFolder), o.UploadFolder),
        Within(nameof(o.MaxUploadBytes), o.MaxUploadBytes, DashboardOptions.SmallestUploadLimit, DashboardOptions.LargestUploadLimit),
        Within(nameof(o.UploadIdleHours), o.UploadIdleHours, 0.01, 24 * 365),
        Within(nameof(o.MaxSessions), o.MaxSessions, 1, 10_000),
        Within(nameof(o.SessionKeptMinutes), o.SessionKeptMinutes, 0.1, 24 * 60),
        Within(nameof(o.MaxComputations), o.MaxComputations, 1, DashboardOptions.MostThreads),
        Within(nameof(o.Threads), o.Threads, 0, DashboardOptions.MostThreads),
        Within(nameof(o.PointsDrawn), o.PointsDrawn, DashboardOptions.FewestPoints, DashboardOptions.MostPoints),
    }.OfType<string>();

    private static string? Within(string name, double value, double lowest, double highest) =>
        value >= lowest && value <= highest
            ? null
            : FormattableString.Invariant($"The setting {DashboardOptions.Section}:{name} is {value}; it must be from {lowest} to {highest}.");

    private static string? Web(string name, string value) =>
        value.Split(';').All(url => url.StartsWith("http://", StringComparison.Ordinal) || url.StartsWith("https://", StringComparison.Ordinal))
            ? null
            : $"The setting {DashboardOptions.Section}:{name} is '{value}'; it must be an address such as http://localhost:5080.";

    private static string? Folder(string name, string value) =>
        value.IndexOfAny(Path.GetInvalidPathChars()) < 0 && !File.Exists(value)
            ? null
            : $"The setting {DashboardOptions.Section}:{name} is '{value}'; it must name a folder, or be empty for the temporary folder.";
}
