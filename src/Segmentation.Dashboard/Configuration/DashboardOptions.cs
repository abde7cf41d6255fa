namespace Segmentation.Dashboard.Configuration;

/// <summary>What can be set about the server: section <c>Dashboard</c> of the settings, each with its default and its limits.</summary>
public sealed class DashboardOptions
{
    public const string Section = "Dashboard";

    public const long SmallestUploadLimit = 1024;
    public const long LargestUploadLimit = 1L << 40;
    public const int FewestPoints = 100;
    public const int MostPoints = 200_000;
    public const int MostThreads = 1024;

    /// <summary>Where the server listens unless <c>--urls</c> or <c>ASPNETCORE_URLS</c> says otherwise.</summary>
    public string Url { get; set; } = "http://localhost:5080";

    /// <summary>The folder uploads are kept in; empty for one in the user's temporary folder.</summary>
    public string UploadFolder { get; set; } = "";

    /// <summary>The largest upload, in bytes.</summary>
    public long MaxUploadBytes { get; set; } = 2_000_000_000;

    /// <summary>Hours after which an upload that nobody has used is removed.</summary>
    public double UploadIdleHours { get; set; } = 24;

    /// <summary>Browser tabs that may be open at once.</summary>
    public int MaxSessions { get; set; } = 50;

    /// <summary>Minutes for which a tab that lost its connection is kept, so that it can come back.</summary>
    public double SessionKeptMinutes { get; set; } = 3;

    /// <summary>Computations that may run at once on the whole server; more wait for their turn.</summary>
    public int MaxComputations { get; set; } = 2;

    /// <summary>Threads one computation may use; 0 for as many as the machine has cores.</summary>
    public int Threads { get; set; }

    /// <summary>Customers drawn in a scatter plot at most: a fixed sample beyond that.</summary>
    public int PointsDrawn { get; set; } = 10_000;

    /// <summary>The folder uploads are kept in, as an absolute path.</summary>
    public string ResolvedUploadFolder => UploadFolder.Length > 0
        ? Path.GetFullPath(UploadFolder)
        : Path.Combine(Path.GetTempPath(), $"segmentation-{Environment.UserName}", "uploads");
}
