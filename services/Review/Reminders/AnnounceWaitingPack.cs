using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.Review.Live;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Pages;

namespace NewsEducator.Review.Reminders;

/// <summary>Says that a pack waits: to whoever has a page open, at once, and to webhooks, by way of the Publisher.</summary>
internal static class AnnounceWaitingPack
{
    /// <summary>The caller saves; pages hear it when the surrounding transaction commits.</summary>
    public static Task AnnounceWaitingPackAsync(
        this ReviewDb db,
        Pack pack,
        bool isOverdue,
        ReviewOptions options,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var address = PageFormat.AddressOf(pack.Date);
        db.Publish(
            new PackAwaitsReview
            {
                PackId = pack.Id,
                PackDate = pack.Date,
                Candidates = pack.Candidates.Count,
                Undecided = pack.Candidates.Count(candidate => candidate.Choice is null),
                IsOverdue = isOverdue,
                Since = pack.CreatedAt,
                Url = options.PublicUrl is { } root ? new Uri(root, address).AbsoluteUri : null,
                At = now,
            }
        );
        return db.AnnounceAsync(
            [
                new Change
                {
                    Kind = isOverdue ? "overdue" : "ready",
                    PackId = pack.Id,
                    Number = pack.Candidates.Count(candidate => candidate.Choice is null),
                    Date = PageFormat.Iso(pack.Date),
                },
            ],
            cancellationToken
        );
    }
}
