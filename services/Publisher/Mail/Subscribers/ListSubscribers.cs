using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Mail.Subscribers;

/// <summary>Who gets mail, as operators see it; the link with which a subscriber leaves is not among it.</summary>
internal static class ListSubscribers
{
    /// <param name="db">The database.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="after">Keyset: addresses that come later.</param>
    /// <param name="address">A part of the address, in any case; all of them where it is empty.</param>
    /// <param name="state">Only those in it.</param>
    public static async Task<Ok<List<MailSubscriberView>>> Handle(
        PublisherDb db,
        CancellationToken cancellationToken,
        string after = "",
        string address = "",
        MailSubscriberState? state = null
    )
    {
        var part = address.Trim().ToLowerInvariant();
        return TypedResults.Ok(
            await db
                .MailSubscribers.AsNoTracking()
                .Where(each => string.Compare(each.Address, after) > 0)
                .Where(each => part == "" || each.Address.Contains(part))
                .Where(each => state == null || each.State == state)
                .OrderBy(each => each.Address)
                .Take(IPublisherApi.SubscribersOfPage)
                .Select(each => new MailSubscriberView(
                    each.Id,
                    each.Address,
                    each.State,
                    each.CreatedAt,
                    each.ConfirmedAt,
                    each.BouncedAt,
                    each.BounceReason
                ))
                .ToListAsync(cancellationToken)
        );
    }

    public static async Task<Ok<MailSubscriberCounts>> Count(PublisherDb db, CancellationToken cancellationToken)
    {
        var counts = await db
            .MailSubscribers.GroupBy(each => each.State)
            .Select(group => new { State = group.Key, Count = group.Count() })
            .ToDictionaryAsync(each => each.State, each => each.Count, cancellationToken);
        return TypedResults.Ok(
            new MailSubscriberCounts(Of(MailSubscriberState.Confirmed), Of(MailSubscriberState.Pending), Of(MailSubscriberState.Bounced))
        );

        int Of(MailSubscriberState state) => counts.GetValueOrDefault(state);
    }

    /// <summary>Nothing is kept of the address.</summary>
    public static async Task<Results<NoContent, NotFound>> Forget(Guid id, PublisherDb db, CancellationToken cancellationToken) =>
        await db.MailSubscribers.Where(each => each.Id == id).ExecuteDeleteAsync(cancellationToken) > 0
            ? TypedResults.NoContent()
            : TypedResults.NotFound();
}
