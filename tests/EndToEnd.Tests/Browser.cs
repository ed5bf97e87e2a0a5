using Microsoft.Playwright;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>The machine's own Chromium, headless, with nothing but the page under test to talk to.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static async Task<Browser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path.Combine("/usr/bin", "chromium"),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return new Browser(playwright, browser);
    }

    public async Task<IPage> NewPageAsync(int width = 1280, int height = 900, bool withScript = true)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            JavaScriptEnabled = withScript,
        });
        return await context.NewPageAsync();
    }

    /// <summary>Keeps a picture of the page as an artefact of the test run.</summary>
    public static Task KeepAsync(IPage page, string name, bool whole = false)
    {
        var folder = Environment.GetEnvironmentVariable("NEWSEDUCATOR_ARTIFACTS") ?? Path.Combine(AppContext.BaseDirectory, "artifacts");
        return page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = whole });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
