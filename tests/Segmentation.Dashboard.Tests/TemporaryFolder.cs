namespace Segmentation.Dashboard.Tests;

/// <summary>A folder of the test's own, gone when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("segmentation-tests-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
