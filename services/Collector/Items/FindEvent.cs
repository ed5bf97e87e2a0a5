using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Selection;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Items;

/// <summary>Looks for what was collected of the same event before.</summary>
internal sealed class FindEvent(CollectorDb db, IOptions<CollectorOptions> options, TimeProvider time)
{
    /// <summary>An item is shown with up to five sources, itself included.</summary>
    private const int MostRelated = 4;

    // Items that share a name and are one event are few; an id that hundreds name must not cost more.
    private const int MostCompared = 200;

    private const int LockSpace = 0x4576_6E74;

    /// <summary>Until the save, nobody else settles an item that shares a name: of two that come in at one moment the second one knows the
    /// first.</summary>
    public async Task GuardAsync(EventKeys keys, CancellationToken cancellationToken)
    {
        await db.BeginAsync(cancellationToken);
        // In one order for everybody, and before the locks of duplicates, so that nobody waits for each other.
        await db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock({LockSpace}, key) FROM (SELECT DISTINCT hashtext(name) AS key FROM unnest({keys.Locks}) AS name ORDER BY 1) AS keys",
            cancellationToken
        );
    }

    public async Task<EventSoFar> OfAsync(FetchedItem fetched, EventKeys keys, CancellationToken cancellationToken)
    {
        var (id, since) = (ItemIds.ForUrl(fetched.Facts.Address.Url), time.GetUtcNow() - options.Value.EventWindow);
        var candidates = await db
            .Items.FromSql($"SELECT * FROM items_sharing_keys({keys.Wanted})")
            .AsNoTracking()
            .Where(item => item.Id != id && item.State == ItemState.Collected && item.FirstSeenAt >= since)
            .OrderBy(item => item.FirstSeenAt)
            .Take(MostCompared)
            .ToListAsync(cancellationToken);
        var related = new List<Item>();
        foreach (var candidate in candidates)
        {
            if (related.Count < MostRelated && await AreOneAsync(id, fetched.Facts.Title, keys, candidate, cancellationToken))
            {
                related.Add(candidate);
            }
        }

        return new EventSoFar(VoiceOf(fetched), related);
    }

    /// <summary>Who speaks: a repository, a channel, a host; ten issues of one repository are one voice.</summary>
    public static string VoiceOf(FetchedItem fetched) =>
        fetched.Facts.Address switch
        {
            { Repository.Length: > 0 } of => of.Repository,
            { Kind: SourceKind.YouTubeVideo } => fetched.AuthorId ?? fetched.Facts.Author ?? fetched.Facts.Address.Url,
            { Kind: SourceKind.Article } of => new Uri(of.Url).IdnHost,
            var other => other.Url,
        };

    /// <summary>The related items as the message carries them.</summary>
    public async Task<IReadOnlyList<SourceItem>> SourcesAsync(EventSoFar known, CancellationToken cancellationToken)
    {
        if (known.Related.Count == 0)
        {
            return [];
        }

        var ids = known.Related.Select(item => item.SnapshotId).ToList();
        var snapshots = await db
            .Snapshots.AsNoTracking()
            .Where(snapshot => ids.Contains(snapshot.Id))
            .ToDictionaryAsync(snapshot => snapshot.Id, cancellationToken);
        return
        [
            .. known
                .Related.Where(item => snapshots.ContainsKey(item.SnapshotId!))
                .Select(item => SourceItem.Of(snapshots[item.SnapshotId!].Open(), item.Score ?? 0)),
        ];
    }

    private async Task<bool> AreOneAsync(Guid id, string title, EventKeys keys, Item other, CancellationToken cancellationToken)
    {
        var theirs = EventKeys.Read(other.EventKeys!);
        return keys.Ids.Intersect(theirs.Ids).Any()
            || await LinksAsync(id, keys, theirs.Own, title, other.Title, cancellationToken)
            || await LinksAsync(other.Id, theirs, keys.Own, title, other.Title, cancellationToken);
    }

    private async Task<bool> LinksAsync(
        Guid from,
        EventKeys keys,
        string to,
        string title,
        string? otherTitle,
        CancellationToken cancellationToken
    )
    {
        var links = keys
            .Links.Where(link => link.Address == to && (!link.IsShort || TitleSimilarity.AreClose(title, otherTitle ?? "")))
            .ToList();
        foreach (var link in links)
        {
            if (!await IsRepeatedAsync(from, link, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    // The same line with the same link in another item: a template's, or a signature.
    private Task<bool> IsRepeatedAsync(Guid id, AuthorLink link, CancellationToken cancellationToken) =>
        db.Items.FromSql($"SELECT * FROM items_sharing_keys({new[] { link.Line }})").AnyAsync(item => item.Id != id, cancellationToken);
}

/// <param name="Voice">Of the item at hand.</param>
/// <param name="Related">Collected before it, the first one first.</param>
internal sealed record EventSoFar(string Voice, IReadOnlyList<Item> Related)
{
    /// <summary>That tell of it, this one included.</summary>
    public int Voices =>
        Related
            .Select(item => item.Voice ?? ItemAddress.Of(item.Url)?.Repository ?? item.Url)
            .Append(Voice)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Count();

    /// <summary>The item that told of it first; null where none did.</summary>
    public Guid? First => Related is [var first, ..] ? first.EventId ?? first.Id : null;
}
