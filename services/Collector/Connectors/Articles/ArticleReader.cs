using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsEducator.Collector.Connectors.Feeds;
using NewsEducator.Collector.Connectors.Html;
using SmartReader;

namespace NewsEducator.Collector.Connectors.Articles;

/// <summary>Takes the article out of a page.</summary>
internal static class ArticleReader
{
    /// <summary>A page with more elements than any article has is none.</summary>
    private const int MostElements = 30_000;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    /// <exception cref="UnreadableException">The page has too much in it, or asks for a person in place of its text.</exception>
    public static ArticlePage Read(string html, Uri address)
    {
        if (Nesting.Reach(html) < html.Length)
        {
            throw new UnreadableException(
                $"{address.AbsolutePath}: a page whose elements are nested that deep, or that many, is no article"
            );
        }

        using var document = Parser.ParseDocument(TagLimits.Apply(html));
        if (document.All.Length > MostElements)
        {
            throw new UnreadableException($"{address.AbsolutePath}: a page of more than {MostElements} elements is no article");
        }

        var (published, challenge, widget) = (
            PageMetadata.Published(document),
            BotChallenge.IsOn(document),
            BotChallenge.HasWidget(document)
        );
        ReadableMarkup.Write(document);
        var page = PageOf(Extract(document, address)) with { Published = published };
        if (challenge || (widget && BotChallenge.IsAll(page.Text)))
        {
            throw new UnreadableException($"{address.AbsolutePath}: asks whether a person reads it", FaultKind.Forbidden);
        }

        return page;
    }

    private static Article Extract(IHtmlDocument document, Uri address)
    {
        using var reader = new Reader(address.ToString(), document) { ContinueIfNotReadable = true };
        return reader.GetArticle();
    }

    private static ArticlePage PageOf(Article article) =>
        new()
        {
            Title = article.Title ?? "",
            Byline = article.Byline ?? article.Author,
            SiteName = article.SiteName,
            Language = article.Language,
            Published = null,
            Text = HtmlText.Of(article.Content ?? ""),
        };
}
