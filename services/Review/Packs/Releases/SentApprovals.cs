using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Reconciling;

namespace NewsEducator.Review.Packs.Releases;

/// <summary>What was approved and released, for Compliance, which watches its sources by it.</summary>
internal sealed class SentApprovals(ReviewDb db, ReleaseMessages messages) : ISentItems
{
    public string Next => "compliance";

    public string What => "approvals";

    public async Task<IReadOnlyList<Guid>> ListAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        await Sent()
            .Where(pack => pack.ReleasedAt >= from && pack.ReleasedAt <= until)
            .SelectMany(pack => pack.Candidates)
            .Where(candidate => candidate.State == CandidateState.Approved && candidate.Planted == null)
            .Select(candidate => candidate.Id)
            .ToListAsync(cancellationToken);

    public async Task SendAgainAsync(IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var packs = await Sent()
            .Where(pack => pack.Candidates.Any(candidate => ids.Contains(candidate.Id)))
            .Include(pack => pack.Candidates)
            .ToListAsync(cancellationToken);
        packs.ForEach(pack => messages.SendAgain(pack, pack.Candidates.Where(candidate => ids.Contains(candidate.Id)), now));
    }

    private IQueryable<Pack> Sent() => db.Packs.Where(pack => pack.ReleasedAt != null && pack.HeldUntil == null);
}
