using Microsoft.Playwright;
using NewsEducator.Testing;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>The reviewer's page in a real browser.</summary>
[Collection(DemoDayCollection.Name)]
public sealed class PageTests(DemoDay day)
{
    private string Review => day.Run.Endpoints["review"].ToString();

    [Fact]
    public async Task A_reviewer_signs_in_decides_by_keys_undoes_and_releases()
    {
        var pack = await day.Desk.ImportScreenedAsync(await Packs.ReadAsync("page-pack"));
        pack["candidates"]!.AsArray().Count.ShouldBe(2);
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync(width: 1440);
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await page.SignInAsync(day.Run);
        await page.ClickAsync("text=2026-03-10");
        await page.WaitForSelectorAsync("#c1.current");

        await page.ClickAsync("#c1 li:has(blockquote) .sentence");
        await page.WaitForSelectorAsync("#pane mark.on");
        await Browser.KeepAsync(page, "pack");

        await PressAsync(page, "a", "#c1 [value=approve][aria-pressed=true]");
        await page.WaitForSelectorAsync("#c2.current");
        await PressAsync(page, "s", "#c2 [value=skip][aria-pressed=true]");
        await PressAsync(page, "u", "#c2:not(:has([aria-pressed=true]))");
        await page.Keyboard.PressAsync("k");
        await page.WaitForSelectorAsync("#c1.current");
        await page.Keyboard.PressAsync("j");
        await page.WaitForSelectorAsync("#c2.current");
        await page.Keyboard.PressAsync("v");
        await page.Keyboard.TypeAsync("出处？");
        await PressAsync(page, "Enter", "#c2 [value=needs-verify][aria-pressed=true]");
        await Browser.KeepAsync(page, "pack-decided", whole: true);

        await TwoReviewersSeeEachOtherAsync(browser, page);
        await page.ClickAsync("#release");
        await page.WaitForSelectorAsync(".bar .released");
        await page.ClickAsync("text=日报");
        (await page.Locator("article").CountAsync()).ShouldBe(1);
        await Browser.KeepAsync(page, "digest", whole: true);
        errors.ShouldBeEmpty();

        var digest = page.Url;
        await page.GotoAsync($"{Review}verification");
        (await page.TextContentAsync("main"))!.ShouldContain("出处？");
        await new CorrectionPath(browser, new Uri(Review)).WalkAsync(page, digest);
        errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task No_page_has_a_barrier_or_is_wider_than_the_screen(int width, ColorScheme scheme)
    {
        var pack = await day.Desk.CutAsync();
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync(width);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await page.GotoAsync($"{Review}signin");
        await Browser.LookAsync(page, $"signin-{width}-{scheme}");
        await page.SignInAsync(day.Run);
        foreach (
            var path in new[]
            {
                "",
                $"packs/{pack["date"]}",
                $"candidates/{pack["candidates"]![0]!["id"]}",
                "verification",
                "corrections",
                "drift",
                "history",
                "sources",
                "settings",
                "settings/policy",
                "operations",
                "access",
                "publishing",
            }
        )
        {
            await page.GotoAsync(Review + path);
            (await page.Locator("main .message").CountAsync()).ShouldBe(0, $"{path} lacks what another service knows");
            await Browser.LookAsync(
                page,
                $"{(path.Length == 0 ? "packs-list" : path.Split('/') is ["settings", var part] ? part : path.Split('/')[0])}-{width}-{scheme}"
            );
        }
    }

    [Fact]
    public async Task On_a_phone_a_sentence_opens_its_source_as_a_sheet_and_the_way_back_closes_it()
    {
        var pack = await day.Desk.ImportScreenedAsync(await Packs.ReadAsync("page-pack", "2026-03-16"));
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync(width: 390);
        await page.SignInAsync(day.Run);
        await page.GotoAsync($"{Review}packs/{pack["date"]}");
        var at = page.Url;

        foreach (var close in new Func<Task>[] { () => page.GoBackAsync(), () => page.ClickAsync("#sheet form button") })
        {
            await page.ClickAsync("#c1 li:has(blockquote) .sentence");
            await page.WaitForSelectorAsync("#sheet[open] mark.on");
            (await page.InnerTextAsync("#sheet .of")).ShouldNotBeEmpty();
            await Browser.KeepAsync(page, "sheet-on-a-phone");
            await close();
            await page.WaitForSelectorAsync("#sheet:not([open])", new PageWaitForSelectorOptions { State = WaitForSelectorState.Attached });
            page.Url.ShouldBe(at);
        }
    }

    [Fact]
    public async Task A_form_that_is_pressed_twice_is_sent_once_and_a_long_wait_is_told()
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync();
        await page.SignInAsync(day.Run);
        await page.GotoAsync($"{Review}sources");
        var sent = 0;
        var answered = new TaskCompletionSource();
        await page.RouteAsync(
            "**/pause",
            async route =>
            {
                sent++;
                await answered.Task;
                await route.AbortAsync();
            }
        );

        // By itself: Playwright would wait for the answer.
        var told = await page.EvaluateAsync<string>(
                """
                async () => {
                  const button = document.querySelector('form[action$="/pause"] button');
                  button.click();
                  button.click();
                  while (!document.querySelector('#live .working')) await new Promise(requestAnimationFrame);
                  return document.querySelector('#live .working').textContent;
                }
                """
            )
            .WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken);

        answered.SetResult();
        told.ShouldContain("正在处理");
        sent.ShouldBe(1);
    }

    [Fact]
    public async Task The_services_know_the_learning_map()
    {
        using var reader = new HttpClient { BaseAddress = day.Run.Endpoints["publisher"] };
        await Eventually.GetAsync(
            () => reader.GetStringAsync(new Uri("/concepts", UriKind.Relative)),
            page => System.Net.WebUtility.HtmlDecode(page).Contains("错误处理", StringComparison.Ordinal),
            "a concept that nothing was published of",
            seconds: 120
        );
        // An open one: a released pack takes no other concept.
        var pack = await day.Desk.ImportScreenedAsync(await Packs.ReadAsync("page-pack", "2026-03-14"));
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync();
        await page.SignInAsync(day.Run);

        // Where the Summarizer is slow to answer the page comes without the map, and asks again a little later.
        await Eventually.GetAsync(
            async () =>
            {
                await page.GotoAsync($"{Review}candidates/{pack["candidates"]![0]!["id"]}");
                return await page.ContentAsync();
            },
            content => content.Contains("错误处理", StringComparison.Ordinal),
            "the concepts that a reviewer may choose from"
        );
    }

    [Fact]
    public async Task An_operator_tries_a_weight_stores_it_and_goes_back()
    {
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync(withScript: false);
        await page.SignInAsync(day.Run);
        await page.GotoAsync($"{Review}settings/policy");
        await page.Locator("tr", new PageLocatorOptions { Has = page.Locator("[value='text.form']") })
            .Locator("select")
            .SelectOptionAsync("off");
        await page.Locator("tr", new PageLocatorOptions { Has = page.Locator("[value='text.form']") }).Locator("button").ClickAsync();
        (await page.InnerTextAsync(".lines")).ShouldContain("+   text.form: off");

        await page.ClickAsync("[value=preview]");
        await page.WaitForSelectorAsync("#preview");
        await page.FillAsync("[name=comment]", "试一试");
        await page.ClickAsync("[value=store]");
        (await page.InnerTextAsync(".message")).ShouldContain("第 2 版已生效");
        await page.ClickAsync("a[href='/settings/policy?version=1']");
        await page.ClickAsync("[value=store]");

        (await page.InnerTextAsync(".message")).ShouldContain("第 3 版已生效");
        (await page.InnerTextAsync("main")).ShouldContain("回到第 1 版");
    }

    [Fact]
    public async Task A_reviewer_without_script_decides_and_reads_the_evidence()
    {
        var pack = await day.Desk.ImportScreenedAsync(await Packs.ReadAsync("page-pack", "2026-03-11"));
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync(withScript: false);
        await page.SignInAsync(day.Run);
        await page.GotoAsync($"{Review}packs/{pack["date"]}");

        await page.ClickAsync("#c1 [value=skip]");
        await page.WaitForSelectorAsync("#c1 [value=skip][aria-pressed=true]");
        await page.CheckAsync("#c1 .pick");
        await page.FillAsync("#bulk [name=reason]", "谁测的？");
        await page.ClickAsync("#bulk [value=needs-verify]");
        await page.WaitForSelectorAsync("#c1 [value=needs-verify][aria-pressed=true]");
        await page.ClickAsync("button[data-key=u]");
        await page.WaitForSelectorAsync("#c1 [value=skip][aria-pressed=true]");
        await page.ClickAsync("button[data-key=u]");
        await page.WaitForSelectorAsync("#c1.open");

        await page.ClickAsync("#c1 li:has(blockquote) .sentence");
        (await page.Locator("#pane mark").CountAsync()).ShouldBeGreaterThan(0);
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

        await page.SignInAsync(day.Run);
        await page.GotoAsync($"{Review}packs/{pack["date"]}");
        await page.WaitForSelectorAsync(".candidate");

        dialogs.ShouldBe(0);
        (await page.Locator(".candidate script, .candidate img, details script, details img").CountAsync()).ShouldBe(0);
        await Browser.KeepAsync(page, "pack-on-a-phone");
    }

    private async Task TwoReviewersSeeEachOtherAsync(Browser browser, IPage first)
    {
        var second = await browser.NewPageAsync();
        await second.SignInAsync(day.Run);
        await second.GotoAsync(first.Url);
        await second.WaitForSelectorAsync("body.live");
        await first.ClickAsync("#c1 [value=skip]");
        await second.WaitForSelectorAsync("#c1 [value=skip][aria-pressed=true]");
        await second.ClickAsync("#c1 [value=approve]");
        await first.WaitForSelectorAsync("#c1 [value=approve][aria-pressed=true]");
        await first.WaitForSelectorAsync("#release:has-text('1')");
        await second.CloseAsync();
    }

    private static async Task PressAsync(IPage page, string key, string expected)
    {
        await page.Keyboard.PressAsync(key);
        await page.WaitForSelectorAsync(expected);
    }
}
