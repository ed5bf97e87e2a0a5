using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Feeds;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Feeds;

public sealed class SyndicationFeedsTests
{
    [Fact]
    public void Whatever_an_entry_says_is_read_back()
    {
        string[] texts = [.. HostileTexts.Own.Select(XmlSafeText.Of), "a\r\nb\tc", "😀 𠮷", "", "]]>"];
        var document = DocumentOf(texts);

        Read(bytes => SyndicationFeeds.RenderAtom(document, bytes), "content").ShouldBe(texts);
        Read(bytes => SyndicationFeeds.RenderRss(document, bytes), "encoded").ShouldBe(texts);
        using var json = new MemoryStream();
        JsonFeedDocument.Render(document, json);
        JsonNode.Parse(json.ToArray())!["items"]!.AsArray().Select(entry => (string)entry!["content_html"]!).ShouldBe(texts);
    }

    private static List<string> Read(Action<Stream> render, string element)
    {
        using var bytes = new MemoryStream();
        render(bytes);
        return
        [
            .. XDocument
                .Parse(Encoding.UTF8.GetString(bytes.ToArray()), LoadOptions.PreserveWhitespace)
                .Descendants()
                .Where(each => each.Name.LocalName == element)
                .Select(each => each.Value),
        ];
    }

    private static FeedDocument DocumentOf(IEnumerable<string> texts) =>
        new()
        {
            Id = "urn:uuid:1",
            Title = "feed",
            Description = "of texts",
            Home = new Uri("https://news.example/digests"),
            Folder = new Uri("https://news.example/feeds/"),
            Updated = DateTimeOffset.UnixEpoch,
            Entries =
            [
                .. texts.Select(
                    (text, index) =>
                        new FeedEntry
                        {
                            Id = $"urn:uuid:{index}",
                            Url = new Uri("https://news.example/items/1"),
                            Title = text,
                            Summary = text,
                            Html = text,
                            Published = DateTimeOffset.UnixEpoch,
                            Updated = DateTimeOffset.UnixEpoch,
                            Language = "zh",
                        }
                ),
            ],
            Tombstones = [],
        };
}
