using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using Segmentation.Core.Numerics;

namespace Segmentation.Benchmarks;

/// <summary>
/// How live the number-of-segments slider is: from the browser's <c>input</c> event to the first animation frame after
/// the last chart that depends on it has been drawn, in a real Chromium with software WebGL, server and browser on the
/// same cores. 40 moves over the whole range at human speed, the 95th percentile of them. Before them the same upwards once, as soon
/// as the page is open: then most numbers are computed when they are asked for, and many rows are shown as a preview first.
/// </summary>
internal static class SliderLatency
{
    private const int Moves = 40;

    // About two moves a second is what a hand does that looks at the picture in between.
    private const int PauseMilliseconds = 550;

    private const string MeasureScript = """
        async ([values, pause]) => {
          const slider = document.querySelector('[data-slider="segments"] input[type=range]');
          const sleep = ms => new Promise(resolve => setTimeout(resolve, ms));
          const times = [];
          for (const value of values) {
            let first = 0;
            let last = 0;
            const drawn = () => requestAnimationFrame(() => {
              last = performance.now();
              first ||= last;
            });
            document.addEventListener('chart-drawn', drawn);
            const start = performance.now();
            slider.value = value;
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            await sleep(pause);
            // A machine that is late has its lateness measured, not cut off.
            for (let waited = 0; last === 0 && waited < 5000; waited += 50) {
              await sleep(50);
            }
            document.removeEventListener('chart-drawn', drawn);
            times.push([first - start, last - start]);
          }
          return times;
        }
        """;

    // The picture has settled when no chart has been drawn for three seconds: the curve over all k is then finished.
    private const string SettledScript = """
        () => new Promise(resolve => {
          let timer = setTimeout(resolve, 3000);
          document.addEventListener('chart-drawn', () => { clearTimeout(timer); timer = setTimeout(resolve, 3000); });
        })
        """;

    public static void Run(TextWriter output) => RunAsync(output).GetAwaiter().GetResult();

    private static async Task RunAsync(TextWriter output)
    {
        foreach (var (customers, target) in new[] { (10_000, 100), (100_000, 150), (1_000_000, 250) })
        {
            var file = WriteCustomers(customers);
            var port = FreePort();
            using var server = StartServer(file, port);
            try
            {
                var (opened, settled) = await MeasureAsync(port);
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"slider to redrawn picture, {customers:N0} customers x 4 features: p95 {Percentile(Last(settled), 0.95):0} ms, median {Percentile(Last(settled), 0.5):0} ms, largest {Last(settled).Max():0} ms, target {target} ms"));
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  as soon as the page is open, while other numbers are computed: first picture p95 {Percentile(First(opened), 0.95):0} ms, last one (exact) p95 {Percentile(Last(opened), 0.95):0} ms"));
            }
            finally
            {
                server.Kill(entireProcessTree: true);
                File.Delete(file);
            }
        }
    }

    private static double[] First(double[][] moves) => [.. moves.Select(move => move[0])];

    private static double[] Last(double[][] moves) => [.. moves.Select(move => move[1])];

    private static async Task<(double[][] Opened, double[][] Settled)> MeasureAsync(int port)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1280, Height = 800 } });
        await page.GotoAsync($"http://localhost:{port}/segments");
        await page.WaitForSelectorAsync("[data-slider=segments] input[type=range]", new() { Timeout = 120_000 });
        await page.WaitForSelectorAsync(".scatter-host.js-plotly-plot", new() { Timeout = 120_000 });
        // The first move is not counted: the number it goes to may be the one that is shown already.
        var opened = (await page.EvaluateAsync<double[][]>(MeasureScript, new object[] { Values()[..19], PauseMilliseconds }))[1..];
        await page.EvaluateAsync(SettledScript);
        var settled = (await page.EvaluateAsync<double[][]>(MeasureScript, new object[] { Values(), PauseMilliseconds }))[1..];
        if (Last(settled).Any(time => time <= 0))
        {
            throw new InvalidOperationException("A move of the slider redrew no chart.");
        }

        return (opened, settled);
    }

    // Up and down the whole range, 2 to 20, never twice the same in a row.
    private static int[] Values()
    {
        var up = Enumerable.Range(2, 19);
        return [.. up.Concat(up.Reverse().Skip(1)).Concat(up.Skip(1)).Take(Moves + 1)];
    }

    private static double Percentile(double[] values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }

    private static string WriteCustomers(int customers)
    {
        var random = new SeededRandom(11);
        var path = Path.Combine(Path.GetTempPath(), $"customers-{customers}-{Guid.NewGuid():N}.csv");
        using var writer = new StreamWriter(path);
        writer.WriteLine("CustomerID,Income,Spending,Visits,Basket");
        for (var row = 0; row < customers; row++)
        {
            var kind = random.Next(6);
            string[] cells = [.. Enumerable.Range(0, 4).Select(feature =>
                ((((kind * 7) + (feature * 3)) % 6 * 20) + 50 + (8 * random.NextNormal())).ToString("0.00", CultureInfo.InvariantCulture))];
            writer.WriteLine($"{row + 1},{string.Join(',', cells)}");
        }

        return path;
    }

    private static Process StartServer(string file, int port)
    {
        var dll = Path.Combine(Repository.Root, "src", "Segmentation.Dashboard", "bin", "Release", "net10.0", "Segmentation.Dashboard.dll");
        if (!File.Exists(dll))
        {
            throw new FileNotFoundException("Build the dashboard in Release first: dotnet build -c Release src/Segmentation.Dashboard");
        }

        var server = Process.Start(new ProcessStartInfo("dotnet", [dll, file, "--urls", $"http://localhost:{port}"]) { RedirectStandardOutput = true })!;
        while (server.StandardOutput.ReadLine() is { } line && !line.Contains("dashboard on", StringComparison.Ordinal))
        {
        }

        // What it says later is read and dropped, or a full pipe would hold it up.
        _ = server.StandardOutput.ReadToEndAsync();
        return server;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
