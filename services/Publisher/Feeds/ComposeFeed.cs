using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Pages;

namespace NewsEducator.Publisher.Feeds;

/// <summary>Makes a feed of what was published.</summary>
internal sealed class ComposeFeed(IOptions<PublisherOptions> options)
{
    private readonly Frame _frame = Frame.Of(options.Value, isAbsolute: true);

    /// <param name="topic">What the feed is about.</param>
    /// <param name="items">The newest that are published of it.</param>
    /// <param name="published">When the digest of each day was published.</param>
    /// <param name="revisions">What was corrected or withdrawn of it.</param>
    public FeedDocument Of(
        FeedTopic topic,
        IReadOnlyList<DigestItem> items,
        IReadOnlyDictionary<DateOnly, DateTimeOffset> published,
        IReadOnlyList<DigestRevision> revisions
    )
    {
        var html = new HtmlText();
        var entries = items.Select(item => EntryOf(html, item, published[item.DigestDate])).Concat(revisions.Select(EntryOf)).ToList();
        return DocumentOf(topic, items, entries, revisions);
    }

    private FeedDocument DocumentOf(
        FeedTopic topic,
        IReadOnlyList<DigestItem> items,
        List<FeedEntry> entries,
        IReadOnlyList<DigestRevision> revisions
    ) =>
        new()
        {
            Id = $"urn:uuid:{ItemIds.From($"feed\n{topic.Path}")}",
            Title = XmlSafeText.Of(TitleOf(topic, items)),
            Description = _frame["footer"],
            Home = new Uri(_frame.PublicUrl, topic.ConceptKey is null || items.Count == 0 ? "/digests" : $"/{topic.Path.TrimEnd('/')}"),
            Folder = new Uri(_frame.PublicUrl, $"/feeds/{topic.Path}"),
            Hub = options.Value.FeedHub,
            Updated = entries.Select(entry => entry.Updated).Append(DateTimeOffset.UnixEpoch).Max(),
            Entries = [.. entries.OrderByDescending(entry => entry.Published)],
            Tombstones =
            [
                .. revisions
                    .Where(each => each.Kind != RevisionKind.Correction)
                    .Select(each => new FeedTombstone(IdOf(each.ItemId), each.At, XmlSafeText.Of(PlainText.Line(each.Reason)))),
            ],
        };

    private string TitleOf(FeedTopic topic, IReadOnlyList<DigestItem> items) =>
        topic switch
        {
            { ConceptKey: { } key } => $"{_frame["site"]} · {(items.Count > 0 ? items[0].Content.Concept.Name : key)}",
            { Type: { } type } => $"{_frame["site"]} · {_frame.TypeName(type)}",
            _ => _frame["site"],
        };

    private FeedEntry EntryOf(HtmlText html, DigestItem item, DateTimeOffset published)
    {
        var content = XmlSafeText.Of(item.Content);
        ItemHtml.WriteBody(html, _frame, content, item.ApprovedBy);
        return new FeedEntry
        {
            Id = IdOf(item.ItemId),
            Url = new Uri(_frame.PublicUrl, $"/items/{item.ItemId}"),
            External = Uri.TryCreate(WebLink.Of(content.CanonicalUrl), UriKind.Absolute, out var external) ? external : null,
            Title = WithoutCode(content.Title),
            Summary = WithoutCode(content.OneLiner ?? content.Summary),
            Html = html.Take(),
            Published = published,
            Updated = item.CorrectedAt ?? published,
            Language = content.Language,
            Tags = [content.Concept.Name, content.Type],
        };
    }

    private FeedEntry EntryOf(DigestRevision revision)
    {
        var (date, reason) = (Frame.Iso(revision.Date), XmlSafeText.Of(PlainText.Line(revision.Reason)));
        var title = revision is { Kind: not RevisionKind.Takedown, Title: { } named }
            ? _frame.Text($"withdrawn.entry.{revision.Kind}", XmlSafeText.Of(WithoutCode(named)))
            : _frame.Text("withdrawn.entry.Takedown", date, revision.ItemNumber);
        return new FeedEntry
        {
            Id = $"urn:uuid:{ItemIds.From($"revision\n{date}\n{revision.Number}")}",
            Url = new Uri(_frame.Absolute($"/digests/{date}/history#revision-{revision.Number}")),
            Title = title,
            Summary = _frame.Text("withdrawn.reason", reason),
            Html = $"<p>{HtmlText.Of(_frame.Text("withdrawn.reason", reason))}</p>",
            Published = revision.At,
            Updated = revision.At,
            Language = "zh",
        };
    }

    /// <summary>Titles and summaries of feeds are plain text: the marks of code spans would be read as characters.</summary>
    private static string WithoutCode(string text) => PlainText.Line(text).Replace("`", "", StringComparison.Ordinal);

    /// <summary>The id of an item's entry, which never changes.</summary>
    public static string IdOf(Guid itemId) => $"urn:uuid:{itemId}";
}
