using Microsoft.Playwright;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Pages;

/// <summary>The switch of colours, where the browser alone knows what the system prefers.</summary>
[Collection(SliceCollection.Name)]
public sealed class ThemeTests(ReviewFixture fixture)
{
    [Theory]
    [InlineData(ColorScheme.Light, "深色", "浅色", "跟随系统")]
    [InlineData(ColorScheme.Dark, "浅色", "深色", "跟随系统")]
    public async Task It_says_what_changes_the_page(ColorScheme preferred, params string[] said)
    {
        using var session = await PageSession.SignInAsync(fixture.App, "viewer");
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync(withScript: false);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = preferred });
        await page.RouteAsync(
            "**/*",
            async route =>
            {
                using var answer = await session.GetAsync(new Uri(route.Request.Url).PathAndQuery);
                await route.FulfillAsync(
                    new RouteFulfillOptions
                    {
                        Status = (int)answer.StatusCode,
                        ContentType = $"{answer.Content.Headers.ContentType}",
                        BodyBytes = await answer.Content.ReadAsByteArrayAsync(),
                    }
                );
            }
        );

        foreach (var text in said)
        {
            await page.GotoAsync("https://review.example/settings");
            var shown = page.Locator("form[action='/theme'] button:visible");
            (await shown.InnerTextAsync()).ShouldBe(text);
            await session.PostAsync("/theme", ("to", (await shown.GetAttributeAsync("value"))!));
        }
    }
}
