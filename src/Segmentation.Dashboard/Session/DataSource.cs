namespace Segmentation.Dashboard.Session;

/// <summary>Where a session's data comes from.</summary>
/// <param name="Id">What an address calls it: <see cref="SampleId"/>, <see cref="StartupId"/>, or an upload's SHA-256 in hexadecimal.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Path">The file on this server; null for the sample.</param>
public sealed record DataSource(string Id, string Name, string? Path)
{
    /// <summary>The built-in sample's id.</summary>
    public const string SampleId = "sample";

    /// <summary>The id of the file named on the command line.</summary>
    public const string StartupId = "startup";

    /// <summary>The built-in sample.</summary>
    public static DataSource Sample { get; } = new(SampleId, Core.Samples.ShopSample.Name, null);
}
