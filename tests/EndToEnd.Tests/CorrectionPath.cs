using Microsoft.Playwright;
using NewsEducator.Testing;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>From a reader's report to the corrected digest, in a real browser, on a day that is published.</summary>
internal sealed class CorrectionPath(Browser browser, Uri review)
{
    private const string Report = "标题没有说清楚。";
    private const string Reason = "标题补充了一处说明。";

    /// <param name="reviewer">Signed in at Review.</param>
    /// <param name="digest">The published day.</param>
    public async Task WalkAsync(IPage reviewer, string digest)
    {
        var reader = await browser.NewPageAsync();
        await ReportAsync(reader, digest);
        await CorrectAsync(reviewer);
        await SeenAsync(reader, digest);
        await AdministerAsync(reviewer);
        await reader.CloseAsync();
    }

    private static async Task ReportAsync(IPage reader, string digest)
    {
        await reader.GotoAsync(digest);
        await reader.ClickAsync("#item-1 a:has-text('报告错误')");
        await LookAsync(reader, "report");
        await reader.CheckAsync("input[name=sentence] >> nth=1");
        await reader.FillAsync("#text", Report);
        await reader.ClickAsync(".report button");
        (await reader.TextContentAsync("main"))!.ShouldContain("已收到，谢谢");
        await LookAsync(reader, "reported");
    }

    private async Task CorrectAsync(IPage reviewer)
    {
        var card = await CardAsync(reviewer, "corrections", ".correction.Open");
        (await reviewer.TextContentAsync(card))!.ShouldContain(Report);
        await LookAsync(reviewer, "corrections");
        await reviewer.Keyboard.PressAsync("e");
        await reviewer.WaitForSelectorAsync($"{card} details.edit[open]");
        await reviewer.FillAsync($"{card} input[name=title]", $"{await reviewer.InputValueAsync($"{card} input[name=title]")}（补充）");
        await reviewer.FillAsync($"{card} .edit-form [name=reason] >> nth=0", Reason);
        await reviewer.ClickAsync($"{card} .edit-form .primary >> nth=0");
        // The page hears that Compliance has screened it.
        await reviewer.WaitForSelectorAsync(".correction.Proposed button[data-key=a]:not([disabled])");
        await LookAsync(reviewer, "correction-proposed");
        await reviewer.Keyboard.PressAsync("a");
        // Leaving the page before it has answered would take the approval along.
        await reviewer.WaitForSelectorAsync(
            ".correction.Proposed",
            new PageWaitForSelectorOptions { State = WaitForSelectorState.Detached }
        );
        await CardAsync(reviewer, "corrections?ended=true", ".correction.Applied");
        await LookAsync(reviewer, "corrections-ended");
    }

    private static async Task SeenAsync(IPage reader, string digest)
    {
        await reader.GotoAsync(digest);
        (await reader.TextContentAsync(".corrections"))!.ShouldContain(Reason);
        await LookAsync(reader, "digest-corrected");
        await reader.ClickAsync("text=查看改动");
        (await reader.TextContentAsync(".diff ins"))!.ShouldContain("（补充）");
        await LookAsync(reader, "digest-history");
    }

    private async Task AdministerAsync(IPage reviewer)
    {
        await reviewer.GotoAsync($"{review}publishing");
        (await reviewer.Locator("main .message").CountAsync()).ShouldBe(0, "the Publisher knows whom it serves");
        (await reviewer.TextContentAsync("main"))!.ShouldContain(Reason);
        await LookAsync(reviewer, "publishing");
        await reviewer.GotoAsync($"{review}publishing/webhooks");
        await reviewer.FillAsync("input[name=url]", "https://receiver.example/hook");
        await reviewer.FillAsync("input[name=events]", "pack.ready.v1");
        await reviewer.ClickAsync(".edit-form .primary");
        (await reviewer.TextContentAsync(".new-key code"))!.ShouldStartWith("whsec_");
        await LookAsync(reviewer, "webhooks");
        await reviewer.ClickAsync("text=停用");
        await reviewer.WaitForSelectorAsync(".badge.Blocked");
        await reviewer.ClickAsync("text=发送记录");
        await LookAsync(reviewer, "deliveries");
    }

    /// <summary>Messages need their time: the page is asked again until it has the entry.</summary>
    private async Task<string> CardAsync(IPage page, string place, string card)
    {
        await Eventually.GetAsync(
            async () =>
            {
                await page.GotoAsync(review + place);
                return await page.Locator(card).CountAsync();
            },
            count => count > 0,
            $"{card} on /{place}"
        );
        return card;
    }

    private static async Task LookAsync(IPage page, string name)
    {
        var before = page.ViewportSize!;
        foreach (var (width, scheme) in new[] { (1440, ColorScheme.Light), (390, ColorScheme.Dark) })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            await Browser.LookAsync(page, $"{name}-{width}-{scheme}");
        }

        await page.SetViewportSizeAsync(before.Width, before.Height);
    }
}
