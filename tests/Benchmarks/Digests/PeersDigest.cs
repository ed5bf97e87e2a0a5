using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsEducator.Contracts;
using NewsEducator.Publisher;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Feeds;
using NewsEducator.Publisher.Pages;

namespace NewsEducator.Benchmarks.Digests;

/// <summary>The same digest as a site made with npm's packages has it: Markdown that says what our page and feeds say, each sentence with
/// its state and the link into its source.</summary>
internal static class PeersDigest
{
    private static readonly Frame Frame = Frame.Of(new PublisherOptions { PublicUrl = new Uri("https://news.example") });

    /// <returns>JSON, which digests.mjs reads before it is measured.</returns>
    public static string Of(Digest digest, FeedDocument feed) =>
        JsonSerializer.Serialize(
            new
            {
                feed.Id,
                feed.Title,
                feed.Description,
                Home = feed.Home.AbsoluteUri,
                Folder = feed.Folder.AbsoluteUri,
                feed.Updated,
                Markdown = PageOf(digest),
                Items = feed.Entries.Zip(
                    digest.InOrder(),
                    (entry, item) =>
                        new
                        {
                            entry.Id,
                            Url = entry.Url.AbsoluteUri,
                            entry.Title,
                            entry.Summary,
                            entry.Published,
                            entry.Tags,
                            Markdown = BodyOf(item),
                        }
                ),
            },
            JsonSerializerOptions.Web
        );

    private static string PageOf(Digest digest)
    {
        var items = digest.InOrder().ToList();
        var page = new StringBuilder($"# {Frame.Text("digest.title", Frame.Iso(digest.Date))}\n\n## {Frame["digest.points"]}\n\n");
        foreach (var item in items)
        {
            Line(page, $"{item.Number}. [{Escaped(item.Content.OneLiner ?? item.Content.Title)}](#item-{item.Number})");
        }

        foreach (var family in DigestSections.Of(items))
        {
            Line(page, $"\n## {Frame.TypeName(family.Key)} {Frame.Text("list.count", family.Count())}\n");
            foreach (var item in family)
            {
                page.Append(HeadOf(item)).Append(BodyOf(item));
            }
        }

        return page.ToString();
    }

    private static string HeadOf(DigestItem item)
    {
        var (content, source) = (item.Content, SourceName.Of(item.Content));
        string[] facts =
        [
            Frame.TypeName(content.Type),
            $"[{Escaped(content.Concept.Name)}](/concepts/{content.Concept.Key})",
            $"[{source}](/sources/{source})",
            Frame.Text("item.minutes", ReadingTime.MinutesOf(content)),
            $"[{Frame["item.permalink"]}](/items/{item.ItemId})",
        ];
        return $"### {item.Number.ToString(CultureInfo.InvariantCulture)}. {Escaped(content.Title)}\n\n{string.Join(" · ", facts)}\n\n";
    }

    private static string BodyOf(DigestItem item)
    {
        var content = item.Content;
        var body = new StringBuilder();
        Line(body, $"**{Escaped(content.OneLiner!)}**\n");
        Line(body, $"{string.Join(' ', content.Claims.Select(claim => $"{Escaped(claim.Sentence)}{Place(content, claim)}"))}\n");
        Line(body, $"*{Frame["item.analogy"]}* {Escaped(content.Analogy!)}\n");
        foreach (var term in content.Terms)
        {
            Line(body, $"- **{Escaped(term.Name)}** {Escaped(term.Explanation)}");
        }

        Line(body, $"\n*{Frame["item.evidence"]}*\n");
        foreach (var claim in content.Claims.Where(claim => claim.Quote is not null))
        {
            Line(body, $"- {Escaped(claim.Sentence)}{Place(content, claim)}\n  > {Escaped(claim.Quote!)}");
        }

        Line(body, $"\n{Frame["item.sources"]} <{content.CanonicalUrl}> · {Frame["item.author"]} {Escaped(content.Author!)}\n");
        foreach (var source in content.FurtherSources)
        {
            Line(body, $"- [{Escaped(source.Title)}]({source.Url}) · {Escaped(source.Author!)}");
        }

        Line(body, $"\n{Frame.Text("label", item.ApprovedBy)}\n");
        return body.ToString();
    }

    private static string Place(ApprovedContent content, Claim claim) =>
        $" [{Frame[$"state.{claim.State}"]}]({TextFragment.Of(content, claim)})";

    private static string Escaped(string text) => MarkdownText.Escape(text);

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
