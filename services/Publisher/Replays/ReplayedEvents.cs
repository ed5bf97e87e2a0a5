using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Events;

namespace NewsEducator.Publisher.Replays;

/// <summary>A public event and the items that it is about.</summary>
internal sealed record ReplayedEvent(IAnnouncement Message, IReadOnlyList<DigestItem> About);

/// <summary>What a replay says of a digest: what it holds now, under the ids under which it was said before.</summary>
internal sealed class ReplayedEvents(PublisherDb db, IOptions<PublisherOptions> options)
{
    /// <summary>What was withdrawn is named as withdrawn, and its text is not sent again.</summary>
    public async Task<List<ReplayedEvent>> OfAsync(Digest digest, CancellationToken cancellationToken)
    {
        var publisher = options.Value;
        var cards = await db
            .Cards.AsNoTracking()
            .Where(card => card.DigestDate == digest.Date)
            .OrderBy(card => card.Id)
            .ToListAsync(cancellationToken);
        var drafted =
            from card in cards
            let item = digest.InOrder().FirstOrDefault(each => each.ItemId == card.ItemId)
            where item is not null
            select new ReplayedEvent(DigestEvents.Drafted(card, digest, publisher), [item]);
        return
        [
            new(
                digest.Revisions.Count > 0 ? DigestEvents.Revised(digest, publisher) : DigestEvents.Published(digest, publisher),
                digest.Items
            ),
            .. digest.Withdrawn().Select(item => new ReplayedEvent(DigestEvents.Retracted(digest, item, publisher), [item])),
            .. drafted,
        ];
    }
}
