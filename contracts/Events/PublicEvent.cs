namespace NewsEducator.Contracts;

/// <summary>A message that leaves the product: the one list of them, for the wire, the schemas and the AsyncAPI document.</summary>
/// <param name="Type">Its CloudEvents type and its routing key.</param>
/// <param name="Content">The record that is its body.</param>
/// <param name="Meaning">When it is sent.</param>
/// <param name="Subject">What its CloudEvents subject holds.</param>
public sealed record PublicEvent(string Type, Type Content, string Meaning, string Subject)
{
    /// <summary>The topic exchange of all of them.</summary>
    public const string Exchange = "news-educator.digests";

    /// <summary>The direct exchange of replays; the routing key is the name of the queue that asked for one.</summary>
    public const string ReplayExchange = "news-educator.replays";

    private const string Date = "the digest's date";
    private const string Item = "the item's id";

    public static readonly IReadOnlyList<PublicEvent> All =
    [
        new("digest.published.v1", typeof(DigestPublished), "A pack was released and its digest published.", Date),
        new("digest.revised.v1", typeof(DigestRevised), "A published digest changed; this replaces what was said of the day.", Date),
        new("item.retracted.v1", typeof(ItemRetracted), "An item of a published digest was retracted or taken down.", Item),
        new("card.drafted.v1", typeof(CardDrafted), "A draft knowledge card was made from a published item.", Item),
    ];

    /// <summary>It tells of a whole digest and has its date; each revision replaces the one before.</summary>
    public bool IsOfDigest => Subject == Date;

    /// <summary>Where the Publisher serves the JSON Schema of the body.</summary>
    public string SchemaPath => $"/schemas/{Type}.json";

    /// <returns>Null for the product's own messages.</returns>
    public static PublicEvent? Of(Type content) => All.FirstOrDefault(each => each.Content == content);
}
