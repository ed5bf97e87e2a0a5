using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Caching;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Pages;

namespace NewsEducator.Publisher.Feeds;

internal static class ReadFeeds
{
    public static async Task<RazorComponentResult> List(Frame frame, PublisherDb db, CancellationToken cancellationToken) =>
        new RazorComponentResult<FeedListPage>(
            new
            {
                Frame = frame,
                Concepts = (IReadOnlyList<Topic>)await ReadItems.ConceptsAsync(db, cancellationToken),
                HasCards = await db.Cards.AnyAsync(cancellationToken),
            }
        );

    public static Task<Results<PushStreamHttpResult, NotFound>> All(
        string file,
        BuildFeed build,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    ) => RenderAsync(FeedTopic.All, file, build, time, http, cancellationToken);

    public static Task<Results<PushStreamHttpResult, NotFound>> OfConcept(
        string key,
        string file,
        BuildFeed build,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    ) => RenderAsync(FeedTopic.OfConcept(key), file, build, time, http, cancellationToken);

    public static async Task<Results<PushStreamHttpResult, NotFound>> OfType(
        string type,
        string file,
        BuildFeed build,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        ItemTypes.IsLabel(type)
            ? await RenderAsync(FeedTopic.OfType(type), file, build, time, http, cancellationToken)
            : TypedResults.NotFound();

    private static async Task<Results<PushStreamHttpResult, NotFound>> RenderAsync(
        FeedTopic topic,
        string file,
        BuildFeed build,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        (Action<FeedDocument, Stream> Render, string Type)? format = file switch
        {
            "atom.xml" => (SyndicationFeeds.RenderAtom, "application/atom+xml; charset=utf-8"),
            "rss.xml" => (SyndicationFeeds.RenderRss, "application/rss+xml; charset=utf-8"),
            "feed.json" => (JsonFeedDocument.Render, "application/feed+json; charset=utf-8"),
            _ => null,
        };
        if (format is not { } known || await build.OfAsync(topic, cancellationToken) is not { } document)
        {
            return TypedResults.NotFound();
        }

        return TypedResults.Stream(
            bytes =>
            {
                // Not earlier: the result itself takes the header away.
                LastChange.Put(http.Response, document.Updated, time.GetUtcNow());
                known.Render(document, bytes);
                return Task.CompletedTask;
            },
            known.Type
        );
    }
}
