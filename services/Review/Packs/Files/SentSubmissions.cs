using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Reconciling;

namespace NewsEducator.Review.Packs.Files;

/// <summary>What foreign packs named and nobody has answered for yet: neither a screening nor a reason why there is none.</summary>
internal sealed class SentSubmissions(ReviewDb db) : ISentItems
{
    public string Next => "collector";

    public string What => "submissions";

    public async Task<IReadOnlyList<Guid>> ListAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        await db
            .Candidates.Where(candidate =>
                candidate.Submission != null
                && candidate.Screening == null
                && candidate.ArrivedAt >= from
                && candidate.ArrivedAt <= until
                && !db.Packs.Any(pack => pack.Id == candidate.PackId && pack.ReleasedAt != null)
            )
            .Select(candidate => candidate.Id)
            .ToListAsync(cancellationToken);

    public async Task SendAgainAsync(IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var candidate in await db.Candidates.Where(candidate => ids.Contains(candidate.Id)).ToListAsync(cancellationToken))
        {
            db.Publish(new ItemSubmitted { Url = candidate.Url, Submission = candidate.Submission! with { SentAgainAt = now } });
        }
    }
}
