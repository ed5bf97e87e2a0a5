using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>The reviewer's page in a real browser.</summary>
public sealed class PageTests(DemoDay day)
{
    [Fact]
    public async Task A_reviewer_signs_in_decides_by_keys_undoes_and_releases()
    {
        var pack = await day.Desk.ImportAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Packs", "page-pack.md")));
        pack["candidates"]!.AsArray().Count.ShouldBe(2);
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync();
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);

        await page.GotoAsync($"{day.Run.Endpoints["review"]}signin?token={day.Run.Token}");
        await page.ClickAsync("form.card button");
        await page.WaitForURLAsync(day.Run.Endpoints["review"].ToString());
        await page.ClickAsync("text=2026-03-10");
        await page.WaitForSelectorAsync("#c1.current");
        (await page.Locator("#c1 .claims tbody tr").CountAsync()).ShouldBeGreaterThan(0);
        (await page.Locator("#c1 .claims blockquote").CountAsync()).ShouldBeGreaterThan(0);
        await Browser.KeepAsync(page, "pack");

        await PressAsync(page, "a", "#c1 [value=approve][aria-pressed=true]");
        await page.WaitForSelectorAsync("#c2.current");
        await PressAsync(page, "s", "#c2 [value=skip][aria-pressed=true]");
        await PressAsync(page, "u", "#c2:not(:has([aria-pressed=true]))");
        await page.Keyboard.PressAsync("k");
        await page.WaitForSelectorAsync("#c1.current");
        await page.Keyboard.PressAsync("j");
        await PressAsync(page, "v", "#c2 [value=needs-verify][aria-pressed=true]");
        await Browser.KeepAsync(page, "pack-decided", whole: true);

        await page.ClickAsync("#release");
        await page.WaitForSelectorAsync(".bar .released");
        await page.ClickAsync("text=日报");
        (await page.Locator("article").CountAsync()).ShouldBe(1);
        await Browser.KeepAsync(page, "digest", whole: true);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_title_from_a_stranger_runs_nothing()
    {
        var pack = await day.Desk.CutAsync();
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync(width: 390);
        var dialogs = 0;
        page.Dialog += (_, dialog) =>
        {
            dialogs++;
            _ = dialog.DismissAsync();
        };

        await page.GotoAsync($"{day.Run.Endpoints["review"]}signin?token={day.Run.Token}");
        await page.ClickAsync("form.card button");
        await page.GotoAsync($"{day.Run.Endpoints["review"]}packs/{pack["date"]}");
        await page.WaitForSelectorAsync(".candidate");

        dialogs.ShouldBe(0);
        (await page.Locator(".candidate script, .candidate img, details script, details img").CountAsync()).ShouldBe(0);
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue("nothing is wider than a phone");
        await Browser.KeepAsync(page, "pack-on-a-phone");
    }

    private static async Task PressAsync(IPage page, string key, string expected)
    {
        await page.Keyboard.PressAsync(key);
        await page.WaitForSelectorAsync(expected);
    }
}
