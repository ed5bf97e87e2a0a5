using System.Text;
using System.Text.Json.Nodes;
using System.Web;
using System.Xml.Linq;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>WebSub, with a hub that keeps the pings it gets.</summary>
public sealed class HubTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_hub_is_told_which_feeds_changed_and_each_feed_names_it()
    {
        await using var hub = await Receiver.StartAsync();
        await using var app = await PublisherApp.StartAsync(("Publisher:FeedHub", hub.Url.ToString()));
        using var http = app.CreateClient();
        var day = new ReleasedDay(app);
        await day.PublishAsync(day.Item(1));

        var told = await Eventually.GetAsync(() => Task.FromResult(hub.Requests.FirstOrDefault()), request => request is not null);

        var form = HttpUtility.ParseQueryString(Encoding.UTF8.GetString(told!.Body));
        form["hub.mode"].ShouldBe("publish");
        var feeds = form.GetValues("hub.url")!;
        feeds.ShouldContain("https://news.example/feeds/atom.xml");
        feeds.ShouldContain($"https://news.example/feeds/concepts/{day.ContentOf(1).Concept.Key}/rss.xml");
        foreach (var feed in feeds)
        {
            var text = await http.GetStringAsync(new Uri(feed).PathAndQuery, Cancel);
            var named = feed.EndsWith(".json", StringComparison.Ordinal)
                ? (string?)JsonNode.Parse(text)!["hubs"]![0]!["url"]
                : (string?)
                    XDocument
                        .Parse(text)
                        .Descendants(Atom + "link")
                        .Single(link => (string?)link.Attribute("rel") == "hub")
                        .Attribute("href");
            named.ShouldBe(hub.Url.AbsoluteUri, feed);
        }
    }
}
