using System.Globalization;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors.Articles;
using NewsEducator.Collector.Connectors.Dates;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Connectors.Web;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors.Feeds;

/// <summary>
/// The articles that a feed names. Each is fetched from its own page even where the feed carries the whole text: what a feed says of
/// somebody else's address proves nothing, and a reader who follows the link sees the page.
/// </summary>
internal sealed class FeedArticles(WebClient web, ArticlePages pages, TimeProvider time) : ISourceConnector
{
    private const string Accept =
        "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.1";

    // A feed without dates lists its whole past at once.
    private const int MostEntries = 500;

    private const int LongestNoted = 200;

    public SourceKind ItemKind => SourceKind.Article;

    public string Name => "feed";

    public SourceTarget Target => SourceTarget.Feed;

    public async Task<IReadOnlyList<ItemFacts>> ListAsync(string target, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var answer = await web.GetAsync(new Uri(target), Accept, cancellationToken);
        var feed = FeedReader.Read(answer.AsFeed());
        var now = time.GetUtcNow();
        var unaddressed = new List<string>();
        var recent = feed.Entries.SelectReadable(AddressedFacts).Where(facts => facts.UpdatedAt >= since).ToList();
        NoteUnaddressed(unaddressed);
        if (recent.Count <= MostEntries)
        {
            return recent;
        }

        ConditionalRequest.Current?.Skip(
            string.Create(CultureInfo.InvariantCulture, $"the feed lists {recent.Count} articles: the newest {MostEntries} are read")
        );

        // Some feeds list the oldest first; without dates the order is the feed's.
        return [.. recent.OrderByDescending(facts => facts.UpdatedAt).Take(MostEntries)];

        ItemFacts? AddressedFacts(FeedEntry entry)
        {
            var facts = FactsOf(entry, feed, now);
            if (facts is null)
            {
                unaddressed.Add(entry.Link ?? entry.Title?.Text() ?? "");
            }

            return facts;
        }
    }

    public Task<FetchedItem> FetchAsync(ItemAddress address, CancellationToken cancellationToken) =>
        pages.FetchAsync(address, cancellationToken);

    // What nothing can be fetched of is left out, and said: no link, a port, a page that no connector reads.
    private static void NoteUnaddressed(List<string> entries)
    {
        if (entries.Count > 0)
        {
            ConditionalRequest.Current?.Skip(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the feed has {entries.Count} entries without an address that can be fetched, the first: {PlainText.Line(entries[0], LongestNoted)}"
                )
            );
        }
    }

    /// <returns>Null for an entry without an address of something that can be fetched. A feed also names threads and videos.</returns>
    private static ItemFacts? FactsOf(FeedEntry entry, Feed feed, DateTimeOffset now)
    {
        var (published, updated) = (PublicationDate.Of(entry.Published, now), PublicationDate.Of(entry.Updated, now));
        return ItemAddress.Of(entry.Link ?? "") is { } address
            ? new ItemFacts
            {
                Address = address,
                Title = entry.Title?.Text() ?? "",
                Author = entry.Author ?? feed.Author ?? feed.Title?.Text(),
                PublishedAt = published ?? updated ?? now,
                UpdatedAt = updated ?? published ?? now,
                IsUndated = updated is null && published is null,
                IsNamedOnly = address.Kind is not SourceKind.Article,
            }
            : null;
    }
}
