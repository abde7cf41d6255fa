using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

[assembly: AssemblyFixture(typeof(Segmentation.EndToEnd.DashboardServer))]

namespace Segmentation.EndToEnd;

/// <summary>The real server in a process of its own, on a free port and with a folder of its own for uploads. One for all tests.</summary>
public sealed class DashboardServer : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly string _uploads = Path.Combine(Path.GetTempPath(), $"segmentation-e2e-{Guid.NewGuid():N}");
    private readonly StringBuilder _output = new();
    private Process? _process;

    /// <summary>Where the server answers, without a slash at the end.</summary>
    public string Address { get; } = $"http://localhost:{FreePort()}";

    /// <summary>Where the server keeps what was sent to it.</summary>
    public string UploadFolder => _uploads;

    /// <summary>What the server has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Assembly(), "--urls", Address, "--Dashboard:UploadFolder", _uploads])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        _process = Process.Start(start) ?? throw new InvalidOperationException("The dotnet command did not start.");
        var ready = new TaskCompletionSource();
        _process.OutputDataReceived += (_, line) => Note(line.Data, ready);
        _process.ErrorDataReceived += (_, line) => Note(line.Data, ready);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The server ended at once:\n{Output}"));
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ready.Task.WaitAsync(s_patience);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        if (Directory.Exists(_uploads))
        {
            Directory.Delete(_uploads, recursive: true);
        }
    }

    private void Note(string? line, TaskCompletionSource ready)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line?.Contains(Address, StringComparison.Ordinal) == true)
        {
            ready.TrySetResult();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // The same configuration as the tests: .../tests/Segmentation.EndToEnd/bin/Release/net10.0/
    private static string Assembly([CallerFilePath] string here = "")
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var project = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", "Segmentation.Dashboard");
        var assembly = Path.GetFullPath(Path.Combine(project, "bin", output.Parent!.Name, output.Name, "Segmentation.Dashboard.dll"));
        return File.Exists(assembly) ? assembly : throw new FileNotFoundException($"The server is not built: {assembly}");
    }
}
