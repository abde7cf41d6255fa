using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Segmentation.EndToEnd.Browser))]

namespace Segmentation.EndToEnd;

/// <summary>A real Chromium, the one on the PATH. One for all tests; each takes a page of its own.</summary>
public sealed class Browser : IAsyncLifetime
{
    // Quiet in a closed network, and WebGL in software where there is no graphics card.
    private static readonly string[] s_arguments =
    [
        "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--enable-unsafe-swiftshader",
    ];

    // A ceiling for a busy machine, not a wait: an expectation that holds goes on at once.
    private const float PatienceMilliseconds = 60_000;

    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(PatienceMilliseconds);
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = OnPath(), Args = s_arguments });
    }

    /// <summary>A page in a context of its own, so that no test sees another's storage.</summary>
    public async Task<IPage> OpenAsync(int width = 1280, int height = 800, bool dark = false, string? address = null)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        context.SetDefaultTimeout(PatienceMilliseconds);
        var page = await context.NewPageAsync();
        if (address is not null)
        {
            await page.GotoAsync(address);
        }

        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => s_names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("There is no chromium on the PATH. On Debian: apt-get install chromium.");
}
