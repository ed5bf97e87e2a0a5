using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;
using NewsEducator.Publisher.Cards;
using NewsEducator.Publisher.Cards.Decks;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Mail.Notices;
using NewsEducator.Publisher.Pages;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>Whatever strangers write does nothing in a browser, wherever and as whatever it is published.</summary>
public sealed class ActiveContentTests : IAsyncLifetime
{
    private static readonly XNamespace Encoded = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private const int Few = 6;

    private PublisherApp _app = null!;
    private HttpClient _http = null!;
    private ActiveContent _browser = null!;
    private Digest _digest = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IEnumerable<string> Published => _digest.InOrder().Select(item => item.Content.Title);

    public async ValueTask InitializeAsync()
    {
        _app = await PublisherApp.StartAsync(("Publisher:FeedEntries", "500"));
        _http = _app.CreateClient(new() { AllowAutoRedirect = false });
        _browser = await ActiveContent.StartAsync(async path =>
        {
            using var answer = await _http.GetAsync(path, Cancel);
            return new SiteAnswer(
                (int)answer.StatusCode,
                $"{answer.Content.Headers.ContentType}",
                await answer.Content.ReadAsByteArrayAsync(Cancel)
            );
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Written_as_it_is_each_text_is_seen()
    {
        await _browser.ShowAsync("all that runs", "<script>canary(1)</script><img src=//evil.example/i><a href=javascript:canary(1)>x</a>");
        _browser
            .Faults.Order()
            .ShouldBe([
                "all that runs: <a> leads to javascript:canary(1)",
                "all that runs: <img> is there",
                "all that runs: <script> is there",
                "all that runs: asks https://evil.example/i",
                "all that runs: ran: canary 1",
            ]);
        var unseen = new List<string>();
        foreach (var text in HostileTexts.Own)
        {
            if (!await _browser.IsLiveAsync(text))
            {
                unseen.Add(text);
            }
        }

        // They are meant for programs that decode the text once more, or that read Markdown, templates or formulas.
        unseen.Count.ShouldBeLessThan(HostileTexts.Own.Count / 4, string.Join('\n', unseen));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_of_it_does_anything(bool isOfFeeds)
    {
        var texts = isOfFeeds ? HostileTexts.OfFeeds() : HostileTexts.Own;
        Assert.SkipWhen(texts.Count == 0, "the corpus is not beside this checkout (../shared/corpus)");
        Assert.SkipUnless(ActiveContent.HasMarkdown, "Packages from npm are not installed in artifacts/npm; ./test does so.");
        _digest = HostileDay.Of(texts);
        await _app.WithDbAsync(async db =>
        {
            db.Add(_digest);
            db.AddRange(HostileDay.CardsOf(_digest));
            return await db.SaveChangesAsync(Cancel);
        });

        await OpenPagesAsync();
        await OpenFeedsAsync();
        await OpenMailsAsync();
        await OpenNotesAsync();
        await OpenDeckAsync();

        _browser.Faults.ShouldBeEmpty();
    }

    private async Task OpenPagesAsync()
    {
        const string Day = "2019-05-04";
        await _browser.OpenAsync($"/digests/{Day}", Published);
        await _browser.OpenAsync($"/digests/{Day}/history", _digest.Revisions.Select(revision => revision.Reason));
        await _browser.OpenAsync("/concepts");
        await _browser.OpenAsync("/feeds", Published);
        foreach (
            var path in new[]
            {
                "/digests",
                "/archive/2019-05",
                "/sources",
                $"/digests/{Day}.md",
                $"/digests/{Day}.txt",
                $"/digests/{Day}.json",
            }
        )
        {
            await _browser.OpenAsync(path);
        }

        // The same components as on the page of the day; a few of each state.
        foreach (var item in _digest.Items.Take(Few))
        {
            var text = item.WithdrawalReason ?? item.Content.Title;
            await _browser.OpenAsync($"/items/{item.ItemId}", [text]);
            await _browser.OpenAsync($"/search?q={Uri.EscapeDataString(text)}");
        }

        foreach (var item in _digest.InOrder().Take(Few))
        {
            await _browser.OpenAsync($"/items/{item.ItemId}/report", [item.Content.Title]);
            await _browser.OpenAsync($"/concepts/{Uri.EscapeDataString(item.ConceptKey)}", [item.Content.Title]);
            await _browser.OpenAsync($"/sources/{Uri.EscapeDataString(item.Source)}");
        }
    }

    private async Task OpenFeedsAsync()
    {
        foreach (var file in new[] { "atom.xml", "rss.xml", "feed.json" })
        {
            await _browser.OpenAsync($"/feeds/{file}");
        }

        var atom = XDocument.Parse(await _http.GetStringAsync("/feeds/atom.xml", Cancel));
        await ShowEachAsync("Atom content", atom.Descendants(Atom + "content").Select(each => each.Value));
        var rss = XDocument.Parse(await _http.GetStringAsync("/feeds/rss.xml", Cancel));
        await ShowEachAsync("RSS content", rss.Descendants(Encoded + "encoded").Select(each => each.Value));
        await ShowEachAsync("RSS description", rss.Descendants("item").Elements("description").Select(each => each.Value));
        var json = JsonNode.Parse(await _http.GetStringAsync("/feeds/feed.json", Cancel))!["items"]!.AsArray();
        await ShowEachAsync("JSON Feed content", json.Select(each => (string)each!["content_html"]!));
    }

    private async Task OpenMailsAsync()
    {
        var frame = Frame.Of(new PublisherOptions(), isAbsolute: true);
        await _browser.ShowAsync(
            "mail",
            await HtmlAsync<DigestMail>(
                new()
                {
                    ["Frame"] = frame,
                    ["Digest"] = _digest,
                    ["Subject"] = "日报",
                    ["Unsubscribe"] = "https://news.example/unsubscribe/1",
                }
            ),
            Published
        );
        foreach (var item in _digest.Items.Take(Few))
        {
            var text = item.Content.Title;
            var notice = new MailNotice
            {
                Id = item.ItemId,
                Address = "ann@example.org",
                Language = text,
                Subject = text,
                Lead = text,
                LinkName = text,
                Link = "https://news.example/",
                Note = text,
                NextAt = DateTimeOffset.UnixEpoch,
            };
            await _browser.ShowAsync("notice", await HtmlAsync<NoticeMail>(new() { ["Notice"] = notice }), [text]);
        }
    }

    private async Task OpenNotesAsync()
    {
        await _browser.ShowMarkdownAsync("digest's note", DigestText.Render(_digest));
        var items = _digest.Items.ToDictionary(item => item.ItemId);
        var cards = HostileDay.CardsOf(_digest).Select(card => CardText.Render(card, items[card.ItemId]));
        var withdrawn = _digest
            .Withdrawn()
            .SelectMany(item =>
                CardDraft.Choose(HostileDay.Of([item.WithdrawalReason!]), 1).Select(card => CardText.RenderWithdrawn(card, item))
            );
        foreach (var card in cards.Concat(withdrawn).Chunk(100))
        {
            await _browser.ShowMarkdownAsync("cards", string.Join("\n\n", card));
        }
    }

    private async Task OpenDeckAsync()
    {
        var notes = await _app.WithScopeAsync<BuildDeck, List<DeckNote>>(deck => deck.OfAsync(DeckTopic.All, Cancel));
        notes.Count.ShouldBeGreaterThan(_digest.Items.Count);
        await ShowEachAsync("Anki's fields", notes.SelectMany(AnkiFields.Of));
    }

    private async Task ShowEachAsync(string name, IEnumerable<string> parts)
    {
        foreach (var chunk in parts.Chunk(100))
        {
            // What one of them leaves open would hide the next ones.
            var places = chunk.Select((part, index) => $"<div>{part}</div><p>段{index}。</p>");
            await _browser.ShowAsync(name, string.Concat(places), chunk.Select((_, index) => $"段{index}。"));
        }
    }

    private async Task<string> HtmlAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : Microsoft.AspNetCore.Components.IComponent
    {
        await using var renderer = new HtmlRenderer(_app.Services, NullLoggerFactory.Instance);
        return await renderer.ToHtmlAsync<TComponent>(parameters);
    }
}
