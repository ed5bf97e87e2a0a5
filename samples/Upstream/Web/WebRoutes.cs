using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Upstream.Day;
using NewsEducator.Upstream.Http;

namespace NewsEducator.Upstream.Web;

/// <summary>Every other host, each a folder: its feeds (<c>/web/host/folder/feed.xml</c>), the articles below them, and no
/// robots.txt.</summary>
internal static class WebRoutes
{
    private const string Feed = "/feed.xml";

    public static void MapWeb(this IEndpointRouteBuilder app) => app.MapGet("/web/{**page}", Get);

    private static Results<FileContentHttpResult, NotFound> Get(string page, SampleDay day)
    {
        if (page.EndsWith(Feed, StringComparison.Ordinal))
        {
            var folder = page[..^Feed.Length];
            var articles = day.Of(ItemKind.Article)
                .Where(article => article.Head.Id.StartsWith($"{folder}/", StringComparison.Ordinal))
                .ToList();
            return articles.Count == 0
                ? TypedResults.NotFound()
                : Tagged.Text(AtomOf(folder, articles), "application/atom+xml; charset=utf-8");
        }

        return day.Find(page, ItemKind.Article) is { Head.Gone: false } found
            ? Tagged.Text(PageOf(found), "text/html; charset=utf-8")
            : TypedResults.NotFound();
    }

    private static string AtomOf(string folder, List<SampleItem> articles)
    {
        var feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">")
            .Append(CultureInfo.InvariantCulture, $"<id>https://{folder}{Feed}</id><title>{WebUtility.HtmlEncode(folder)}</title>")
            .Append(CultureInfo.InvariantCulture, $"<updated>{articles.Max(article => article.UpdatedAt):O}</updated>");
        foreach (var article in articles.OrderByDescending(article => article.CreatedAt))
        {
            feed.Append(
                    CultureInfo.InvariantCulture,
                    $"<entry><id>https://{article.Head.Id}</id><title>{WebUtility.HtmlEncode(article.Title)}</title>"
                )
                .Append(
                    CultureInfo.InvariantCulture,
                    $"<link href=\"https://{article.Head.Id}\"/><author><name>{WebUtility.HtmlEncode(article.Head.Author)}</name></author>"
                )
                .Append(
                    CultureInfo.InvariantCulture,
                    $"<published>{article.CreatedAt:O}</published><updated>{article.UpdatedAt:O}</updated></entry>"
                );
        }

        return feed.Append("</feed>").ToString();
    }

    private static string PageOf(SampleItem article)
    {
        var (title, author) = (WebUtility.HtmlEncode(article.Title), WebUtility.HtmlEncode(article.Head.Author));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>{title}</title><meta name="author" content="{author}">
            <meta property="article:published_time" content="{article.CreatedAt:O}"></head>
            <body><nav><a href="/">Home</a></nav><article><h1>{title}</h1>{Rendered.Html(
                article.Body
            )}</article><footer>All rights reserved.</footer></body></html>
            """
        );
    }
}
