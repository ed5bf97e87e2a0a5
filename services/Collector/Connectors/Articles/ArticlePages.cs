using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors.Dates;
using NewsEducator.Collector.Connectors.Feeds.Xml;
using NewsEducator.Collector.Connectors.Web;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Connectors.Articles;

/// <summary>Fetches an article by its page, where robots.txt lets programs read it.</summary>
internal sealed class ArticlePages(WebClient web, Robots robots, TimeProvider time)
{
    private const string Html = "text/html, application/xhtml+xml;q=0.9";

    public async Task<FetchedItem> FetchAsync(ItemAddress address, CancellationToken cancellationToken)
    {
        await robots.AskAsync(new Uri(address.Link), cancellationToken);
        var answer = await web.GetAsync(new Uri(address.Link), Html, cancellationToken);
        if (answer.Address.AbsolutePath == "/" && answer.Address.Query.Length == 0 && !IsFrontPage(address))
        {
            // Removed, renamed or behind a login: the index page is not the article, and does not say where it went.
            throw new UnreadableException($"{address.Link} leads to the front page of {answer.Address.Host}");
        }

        var page = answer.MediaType is null or "text/html" or "application/xhtml+xml"
            ? ArticleReader.Read(PageEncoding.Decode(answer.Body, answer.Charset), answer.Address)
            : throw new UnreadableException($"{answer.Address.AbsolutePath} is {answer.MediaType} and no page");
        if (page.Text.Length == 0)
        {
            // Written by a script, or half a page: what it says is not known, so nothing is decided from it.
            throw new UnreadableException($"{answer.Address.AbsolutePath} has no text without its scripts");
        }

        var now = time.GetUtcNow();
        var dated = PublicationDate.Of(page.Published, now);
        var published = dated ?? now;
        return new FetchedItem
        {
            Facts = new ItemFacts
            {
                Address = ItemAddress.Of(answer.Address.AbsoluteUri) ?? address,
                Title = page.Title,
                Author = page.Byline ?? page.SiteName ?? answer.Address.Host,
                PublishedAt = published,
                UpdatedAt = published,
                IsUndated = dated is null,
            },
            AuthorId = answer.Address.Host,
            Parts = [new TextPart(SectionKind.Body, page.Text)],
        };
    }

    private static bool IsFrontPage(ItemAddress address) => new Uri(address.Link) is { AbsolutePath: "/", Query.Length: 0 };
}
