using NewsEducator.Publisher.Digests;

namespace NewsEducator.Publisher.Feeds;

/// <summary>What a feed is about: everything, a concept or a type.</summary>
/// <param name="Path">Of its folder under <c>/feeds/</c>, with its slash; empty for everything.</param>
/// <param name="ConceptKey">Only this concept.</param>
/// <param name="Type">Only this label of <see cref="Contracts.ItemTypes"/>.</param>
internal sealed record FeedTopic(string Path, string? ConceptKey = null, string? Type = null)
{
    public static readonly FeedTopic All = new("");

    public static FeedTopic OfConcept(string key) => new($"concepts/{Uri.EscapeDataString(key)}/", ConceptKey: key);

    public static FeedTopic OfType(string type) => new($"types/{Uri.EscapeDataString(type)}/", Type: type);

    public IQueryable<DigestItem> Of(IQueryable<DigestItem> items) =>
        items.Where(item => (ConceptKey == null || item.ConceptKey == ConceptKey) && (Type == null || item.Type == Type));

    public IQueryable<DigestRevision> Of(IQueryable<DigestRevision> revisions) =>
        revisions.Where(each => (ConceptKey == null || each.ConceptKey == ConceptKey) && (Type == null || each.Type == Type));
}
