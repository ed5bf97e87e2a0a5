using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;

namespace NewsEducator.Publisher.Feeds;

/// <summary>Reads what a feed holds: items in full, and each withdrawal as an ordinary entry and as a tombstone.</summary>
internal sealed class BuildFeed(PublisherDb db, ComposeFeed compose, IOptions<PublisherOptions> options)
{
    /// <returns>Null where nothing was ever published of the topic.</returns>
    public async Task<FeedDocument?> OfAsync(FeedTopic topic, CancellationToken cancellationToken)
    {
        var items = await topic
            .Of(Published.Items(db))
            .OrderByDescending(item => item.DigestDate)
            .ThenBy(item => item.Number)
            .Take(options.Value.FeedEntries)
            .ToListAsync(cancellationToken);
        var revisions = await topic
            .Of(db.DigestRevisions.AsNoTracking())
            // Of what was taken down, the feed has the takedown and nothing before it.
            .Where(revision => revision.Kind == RevisionKind.Takedown || revision.Title != null)
            .OrderByDescending(revision => revision.At)
            // What one transaction changed has one time.
            .ThenByDescending(revision => revision.Date)
            .ThenByDescending(revision => revision.Number)
            .Take(options.Value.FeedEntries)
            .ToListAsync(cancellationToken);
        if (items.Count + revisions.Count == 0 && topic.ConceptKey is not null)
        {
            return null;
        }

        var dates = items.Select(item => item.DigestDate).Distinct().ToList();
        var published = await db
            .Digests.AsNoTracking()
            .Where(digest => dates.Contains(digest.Date))
            .ToDictionaryAsync(digest => digest.Date, digest => digest.PublishedAt, cancellationToken);
        return compose.Of(topic, items, published, revisions);
    }
}
