using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NewsEducator.Testing;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>A candidate is given the sources of the two others of its pack, and a sentence in which they disagree.</summary>
[Collection(DemoDayCollection.Name)]
public sealed class EventPageTests(DemoDay day)
{
    private string Review => day.Run.Endpoints["review"].ToString();

    [Theory]
    [InlineData(1440, ColorScheme.Dark, "en")]
    [InlineData(390, ColorScheme.Light, "zh")]
    public async Task Sources_that_disagree_stand_side_by_side(int width, ColorScheme scheme, string language)
    {
        var candidate = await DisputedAsync();
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync(width);
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await ComeInAsync(page, language);

        await page.GotoAsync($"{Review}candidates/{candidate["id"]}");

        (await page.Locator(".source").CountAsync()).ShouldBe(3);
        (await page.Locator("#src1 mark.disputed").CountAsync()).ShouldBeGreaterThan(0);
        (await page.Locator("#src2 mark.disputed").CountAsync()).ShouldBeGreaterThan(0);
        (await page.Locator("#src3 mark.disputed").CountAsync()).ShouldBe(0);
        await Browser.LookAsync(page, $"event-{width}-{scheme}-{language}");
        var (first, second) = (await page.Locator("#src1").BoundingBoxAsync(), await page.Locator("#src2").BoundingBoxAsync());
        (width > 1000 ? first!.Y == second!.Y && first.X < second.X : first!.Y < second!.Y).ShouldBeTrue(
            "columns where there is room, else one below the other"
        );
        await page.GotoAsync($"{Review}packs/{candidate["date"]}#c{candidate["number"]}");
        await Browser.LookAsync(page, $"event-pack-{width}-{scheme}-{language}");
    }

    [Fact]
    public async Task Approving_it_by_key_asks_for_the_reason()
    {
        var candidate = await DisputedAsync();
        var card = $"#c{candidate["number"]}";
        await using var browser = await Browser.StartAsync();
        var page = await browser.NewPageAsync(1440);
        await page.SignInAsync(day.Run);
        await page.GotoAsync($"{Review}packs/{candidate["date"]}{card}");
        await page.WaitForSelectorAsync($"{card}.current");

        await page.Keyboard.PressAsync("a");
        await page.WaitForSelectorAsync($"{card} [name=reason]:focus");
        await page.Keyboard.TypeAsync("两边都问过了");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync($"{card} [value=approve][aria-pressed=true]");
        await page.ClickAsync("#bar button[data-key=u]");
        await page.WaitForSelectorAsync($"{card}.open");

        var plain = await browser.NewPageAsync(withScript: false);
        await plain.SignInAsync(day.Run);
        await plain.GotoAsync($"{Review}candidates/{candidate["id"]}");
        (await plain.Locator(".source mark.disputed").CountAsync()).ShouldBeGreaterThan(1);
    }

    private async Task<JsonObject> DisputedAsync()
    {
        var pack = await day.Desk.ImportScreenedAsync(await Packs.ReadAsync("event-pack"));
        var three = pack["candidates"]!
            .AsArray()
            .Where(each => each!["sentences"]!.AsArray().Any(sentence => sentence!["evidence"]!.AsArray().Count > 0))
            .ToList();
        three.Count.ShouldBe(3);
        var id = (string)three[0]!["id"]!;
        var finding = new JsonObject
        {
            ["rule"] = "source.conflict",
            ["severity"] = "Verify",
            ["message"] = "【需人工确认】来源的说法不一致：一处是「42 分钟」，另一处是「67 分钟」。",
            ["messageEn"] = "Sources disagree, a person must decide: one has '42 minutes', the other '67 minutes'.",
            ["spans"] = new JsonArray(SpanOf(three[0]!), SpanOf(three[1]!)),
        };
        await new Databases(day.Run).RowsAsync(
            "reviewdb",
            $"""
            UPDATE candidates SET screening = jsonb_set(screening, ARRAY['ofOthers'], $json$[{finding.ToJsonString()}]$json$::jsonb),
                further_sources = (SELECT jsonb_agg(source ORDER BY number) FROM candidates WHERE id IN ('{three[1]!["id"]}', '{three[2]![
                "id"
            ]}'))
            WHERE id = '{id}' RETURNING id
            """
        );
        return new JsonObject
        {
            ["id"] = id,
            ["number"] = (int)three[0]!["number"]!,
            ["date"] = (string)pack["date"]!,
        };
    }

    private static JsonObject SpanOf(JsonNode candidate)
    {
        var evidence = candidate["sentences"]!.AsArray().SelectMany(sentence => sentence!["evidence"]!.AsArray()).First()!;
        return new JsonObject
        {
            ["itemId"] = (string)candidate["source"]!["itemId"]!,
            ["snapshotId"] = (string)candidate["source"]!["snapshotId"]!,
            ["start"] = (int)evidence["start"]!,
            ["text"] = (string)evidence["text"]!,
        };
    }

    private async Task ComeInAsync(IPage page, string language)
    {
        await page.SignInAsync(day.Run);
        if (language == "en")
        {
            await page.ClickAsync("button[lang=en]");
            await page.WaitForSelectorAsync("html[lang=en]");
        }
    }
}
