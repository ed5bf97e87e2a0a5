using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Notes;

namespace NewsEducator.Publisher.Feeds;

/// <summary>Tells the WebSub hub which feeds have changed; the hub fetches them and tells its subscribers.</summary>
internal sealed class PingHub(PublisherDb db, IHttpClientFactory clients, IOptions<PublisherOptions> options) : IConsumer<NotesOutdated>
{
    public const string ClientName = "hub";
    private static readonly string[] Files = ["atom.xml", "rss.xml", "feed.json"];

    public async Task Consume(ConsumeContext<NotesOutdated> context)
    {
        if (options.Value.FeedHub is not { } hub)
        {
            return;
        }

        var items = await db
            .DigestItems.AsNoTracking()
            .Where(item => item.DigestDate == context.Message.Date)
            .Select(item => new { item.ConceptKey, item.Type })
            .ToListAsync(context.CancellationToken);
        var topics = items
            .Select(item => FeedTopic.OfConcept(item.ConceptKey))
            .Concat(items.Select(item => FeedTopic.OfType(item.Type)))
            .Distinct()
            .Prepend(FeedTopic.All);
        var feeds =
            from topic in topics
            from file in Files
            select KeyValuePair.Create("hub.url", new Uri(options.Value.PublicUrl, $"/feeds/{topic.Path}{file}").AbsoluteUri);
        using var form = new FormUrlEncodedContent(feeds.Prepend(KeyValuePair.Create("hub.mode", "publish")));
        using var answer = await clients.CreateClient(ClientName).PostAsync(hub, form, context.CancellationToken);
        // Otherwise the bus delivers the message again.
        answer.EnsureSuccessStatusCode();
    }
}
