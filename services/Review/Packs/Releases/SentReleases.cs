using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Reconciling;

namespace NewsEducator.Review.Packs.Releases;

/// <summary>Released packs that are not published yet, with what they approve.</summary>
internal sealed class SentReleases(ReviewDb db, ReleaseMessages messages) : ISentItems
{
    public string Next => "publisher";

    public string What => "releases";

    public async Task<IReadOnlyList<Guid>> ListAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var packs = await Unpublished(db)
            .Where(pack => pack.ReleasedAt >= from && pack.ReleasedAt <= until)
            .Include(pack => pack.Candidates)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return
        [
            .. packs.SelectMany(pack =>
                pack.Real.Where(candidate => candidate.State == CandidateState.Approved).Select(candidate => candidate.Id).Prepend(pack.Id)
            ),
        ];
    }

    public async Task SendAgainAsync(IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var packs = await Unpublished(db)
            .Where(pack => ids.Contains(pack.Id) || pack.Candidates.Any(candidate => ids.Contains(candidate.Id)))
            .Include(pack => pack.Candidates)
            .ToListAsync(cancellationToken);
        packs.ForEach(pack => messages.SendAgain(pack, now));
    }

    public static IQueryable<Pack> Unpublished(ReviewDb db) =>
        db.Packs.Where(pack => pack.ReleasedAt != null && pack.HeldUntil == null && pack.PublishedAt == null);
}

/// <summary>What came from Compliance.</summary>
internal sealed class ReceivedScreenings(ReviewDb db) : IReceivedItems
{
    public async Task<IReadOnlyCollection<Guid>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await db.Candidates.Where(candidate => ids.Contains(candidate.Id)).Select(candidate => candidate.Id).ToListAsync(cancellationToken);
}
