using System.Net;
using System.Text.RegularExpressions;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices.Pages;

/// <summary>Whatever strangers write does nothing in a reviewer's browser, with the page's own script at work.</summary>
public sealed partial class ActiveContentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_of_it_does_anything(bool isOfFeeds)
    {
        var texts = isOfFeeds ? HostileTexts.OfFeeds() : HostileTexts.Own;
        Assert.SkipWhen(texts.Count == 0, "the corpus is not beside this checkout (../shared/corpus)");
        Assert.SkipUnless(ActiveContent.HasMarkdown, "Packages from npm are not installed in artifacts/npm; ./test does so.");
        var pack = new HostilePack(texts);
        await using var neighbours = await HostileNeighbours.StartAsync(texts, pack.Snapshots());
        await using var app = await ReviewApp.StartAsync(neighbours.Settings);
        await app.WithDbAsync(async db =>
        {
            db.Add(pack.Pack());
            await db.SaveChangesAsync(Cancel);
            db.AddRange(pack.Candidates);
            await db.SaveChangesAsync(Cancel);
            db.AddRange(pack.Comments());
            db.AddRange(pack.History());
            db.AddRange(pack.Corrections());
            return await db.SaveChangesAsync(Cancel);
        });
        using var page = await PageSession.SignInAsync(app, "operator");
        await using var browser = await ActiveContent.StartAsync(async path =>
        {
            using var answer = await page.GetAsync(path);
            return new SiteAnswer(
                (int)answer.StatusCode,
                $"{answer.Content.Headers.ContentType}",
                await answer.Content.ReadAsByteArrayAsync(Cancel)
            );
        });

        var day = $"/packs/{HostilePack.Date:yyyy-MM-dd}";
        await browser.OpenAsync(day, texts);
        await browser.OpenAsync("/verification", pack.Candidates.Select(each => each.Reason).OfType<string>());
        await OpenCorrectionsAsync(browser, page);
        await browser.OpenAsync("/drift", texts.Take(50));
        await browser.OpenAsync("/sources", texts);
        await browser.OpenAsync("/operations/letters/collector/1", texts);
        await browser.OpenAsync($"/publishing/webhooks/{Guid.Empty}", texts);
        await browser.OpenAsync("/publishing/mail/subscribers", texts);
        foreach (
            var path in new[]
            {
                "/",
                $"{day}/rest",
                $"{day}.md",
                "/history",
                "/sources/hosts",
                "/sources/new?url=javascript%3Acanary(1)",
                "/settings",
                "/settings/policy",
                "/operations",
                "/operations?of=%22%3E%3Cscript%3Ecanary(1)%3C/script%3E",
                "/operations/letters?service=collector&fingerprint=%22%3E%3Cscript%3Ecanary(1)%3C/script%3E",
                "/access",
                "/publishing",
                "/publishing/webhooks",
                "/publishing/mail",
            }
        )
        {
            await browser.OpenAsync(path);
        }

        // The first ones have all texts in their sources, of each kind that is shown differently.
        foreach (var candidate in pack.Candidates.Take(6))
        {
            await browser.OpenAsync($"/candidates/{candidate.Id}", [candidate.Content.Title]);
        }

        using var file = await page.GetAsync($"{day}.md");
        await browser.ShowMarkdownAsync("pack", await file.Content.ReadAsStringAsync(Cancel));

        browser.Faults.ShouldBeEmpty();
    }

    /// <summary>The queue and what was ended, each from its first page to its last.</summary>
    private static async Task OpenCorrectionsAsync(ActiveContent browser, PageSession session)
    {
        for (var (path, pages) = ("/corrections", 0); path is not null; pages++)
        {
            await browser.OpenAsync(path);
            var html = await (await session.GetAsync(path)).Content.ReadAsStringAsync(Cancel);
            path =
                NextPage().Match(html) is { Success: true } next ? WebUtility.HtmlDecode(next.Groups["path"].Value)
                : path.Contains("ended=true", StringComparison.Ordinal) ? null
                : "/corrections?ended=true";
            pages.ShouldBeLessThan(20, path);
        }
    }

    [GeneratedRegex("href=\"(?<path>/corrections\\?[^\"]*cursor=[^\"]+)")]
    private static partial Regex NextPage();
}
