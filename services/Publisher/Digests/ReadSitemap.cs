using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Pages;

namespace NewsEducator.Publisher.Digests;

/// <summary>What search engines may find (sitemaps.org 0.9).</summary>
internal static class ReadSitemap
{
    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

    // A sitemap holds 50,000 addresses at most.
    private const int MostItems = 40_000;
    private const int MostDigests = 5_000;

    public static async Task<ContentHttpResult> Sitemap(
        PublisherDb db,
        IOptions<PublisherOptions> options,
        CancellationToken cancellationToken
    )
    {
        var digests = await db
            .Digests.AsNoTracking()
            .Include(digest => digest.Revisions)
            .OrderByDescending(digest => digest.Date)
            .Take(MostDigests)
            .ToListAsync(cancellationToken);
        var items = await Published
            .Items(db)
            .OrderByDescending(item => item.DigestDate)
            .ThenBy(item => item.Number)
            .Take(MostItems)
            .Select(item => item.ItemId)
            .ToListAsync(cancellationToken);
        var concepts = await ReadItems.ConceptsAsync(db, cancellationToken);
        var text = new StringBuilder();
        using (
            var xml = XmlWriter.Create(
                text,
                new XmlWriterSettings
                {
                    OmitXmlDeclaration = true,
                    Indent = true,
                    NewLineChars = "\n",
                }
            )
        )
        {
            xml.WriteStartElement("urlset", Namespace);
            var url = options.Value.PublicUrl;
            Write(xml, url, "/digests", digests.Select(digest => (DateTimeOffset?)digest.ChangedAt).Max());
            digests.ForEach(digest => Write(xml, url, $"/digests/{Frame.Iso(digest.Date)}", digest.ChangedAt));
            items.ForEach(item => Write(xml, url, $"/items/{item}", null));
            concepts.ForEach(concept => Write(xml, url, $"/concepts/{concept.Address}", null));
            xml.WriteEndElement();
        }

        return TypedResults.Text(text.ToString(), "application/xml; charset=utf-8");
    }

    public static ContentHttpResult Robots(IOptions<PublisherOptions> options) =>
        TypedResults.Text(
            $"User-agent: *\nDisallow: /api/\nDisallow: /search\n\nSitemap: {new Uri(options.Value.PublicUrl, "/sitemap.xml")}\n",
            "text/plain; charset=utf-8"
        );

    private static void Write(XmlWriter xml, Uri publicUrl, string path, DateTimeOffset? changed)
    {
        xml.WriteStartElement("url", Namespace);
        xml.WriteElementString("loc", Namespace, new Uri(publicUrl, path).AbsoluteUri);
        if (changed is { } at)
        {
            xml.WriteElementString("lastmod", Namespace, Frame.Iso(at));
        }

        xml.WriteEndElement();
    }
}
