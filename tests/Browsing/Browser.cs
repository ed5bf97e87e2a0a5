using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Shouldly;

namespace NewsEducator.Testing;

/// <summary>The machine's own Chromium, headless, with nothing but the page under test to talk to: the shell without windows where it is
/// installed, which starts and draws faster.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // In the page itself: the library's own way opens a second one for each look. Describing what is in order would take longer than all
    // the rest.
    private const string Barriers = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(each => `${each.id} at ${each.nodes[0].target}`)
        """;

    private static readonly string Program = new[] { "chromium-headless-shell", "chromium" }
        .Select(name => Path.Combine("/usr/bin", name))
        .First(File.Exists);

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Browser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Program,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
        return new Browser(playwright, browser);
    }

    public async Task<IPage> NewPageAsync(int width = 1280, int height = 900, bool withScript = true) =>
        await (await NewContextAsync(width, height, withScript)).NewPageAsync();

    /// <param name="width">Of the window, in CSS pixels.</param>
    /// <param name="height">Of the window, in CSS pixels.</param>
    /// <param name="withScript">Pages may run script.</param>
    /// <param name="withoutPolicy">Pages run without their Content-Security-Policy: what is shown has to be inert by itself.</param>
    internal Task<IBrowserContext> NewContextAsync(
        int width = 1280,
        int height = 900,
        bool withScript = true,
        bool withoutPolicy = false
    ) =>
        _browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = height },
                JavaScriptEnabled = withScript,
                Locale = "zh-CN",
                BypassCSP = withoutPolicy,
            }
        );

    /// <summary>Keeps a picture of the page as an artefact of the test run.</summary>
    public static Task KeepAsync(IPage page, string name, bool whole = false)
    {
        var folder = Environment.GetEnvironmentVariable("NEWSEDUCATOR_ARTIFACTS") ?? Path.Combine(AppContext.BaseDirectory, "artifacts");
        return page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = whole });
    }

    /// <summary>Keeps a picture, and asks that nobody has to scroll sideways and that nothing is a barrier (axe-core).</summary>
    public static async Task LookAsync(IPage page, string name)
    {
        await KeepAsync(page, name);
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(
            $"{name} is wider than the screen"
        );
        await page.EvaluateAsync(Axe);
        (await page.EvaluateAsync<string[]>(Barriers)).ShouldBeEmpty(name);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
