using System.Globalization;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Events;

/// <summary>What CloudEvents says of a public event.</summary>
internal sealed record EventAttributes(PublicEvent Kind, Guid Id, DateTimeOffset Time, string Subject)
{
    /// <returns>Null for the product's own messages.</returns>
    public static EventAttributes? Of(object message) =>
        message switch
        {
            DigestPublished digest => Of<DigestPublished>(digest.Id, digest.PublishedAt, Iso(digest.Date)),
            DigestRevised digest => Of<DigestRevised>(digest.Id, digest.RevisedAt, Iso(digest.Date)),
            ItemRetracted item => Of<ItemRetracted>(item.Id, item.RetractedAt, item.ItemId.ToString()),
            CardDrafted card => Of<CardDrafted>(card.Id, card.DraftedAt, card.ItemId.ToString()),
            _ => null,
        };

    /// <param name="source">Where this service is read.</param>
    /// <param name="isReplay">It was sent before, and somebody asked for it again.</param>
    public IEnumerable<KeyValuePair<string, string>> Headers(Uri source, bool isReplay = false)
    {
        List<(EventHeader Header, string Value)> headers =
        [
            (EventHeader.SpecVersion, "1.0"),
            (EventHeader.Type, Kind.Type),
            (EventHeader.Id, Id.ToString()),
            (EventHeader.Source, source.ToString()),
            (EventHeader.Subject, Subject),
            (EventHeader.Time, Time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffK", CultureInfo.InvariantCulture)),
            (EventHeader.DataSchema, new Uri(source, Kind.SchemaPath).AbsoluteUri),
        ];
        if (isReplay)
        {
            headers.Add((EventHeader.Replay, "true"));
        }

        return headers.Select(each => KeyValuePair.Create(each.Header.Name, each.Value));
    }

    private static EventAttributes Of<T>(Guid id, DateTimeOffset time, string subject) =>
        new(PublicEvent.Of(typeof(T))!, id, time, subject);

    private static string Iso(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
