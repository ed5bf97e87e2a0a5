using Microsoft.EntityFrameworkCore;
using NewsEducator.Publisher.Data;
using NewsEducator.ServiceDefaults.Reconciling;

namespace NewsEducator.Publisher.Digests;

/// <summary>Candidates that are published: Compliance watches their sources. Review asks for itself, see
/// <see cref="ReceivedReleases"/>.</summary>
internal sealed class SentPublications(PublisherDb db, AnswerRelease answer) : ISentItems
{
    public string Next => "compliance";

    public string What => "publications";

    public async Task<IReadOnlyList<Guid>> ListAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        await Published
            .Items(db)
            .Where(item =>
                db.Digests.Any(digest => digest.Date == item.DigestDate && digest.PublishedAt >= from && digest.PublishedAt <= until)
            )
            .Select(item => item.CandidateId)
            .ToListAsync(cancellationToken);

    public async Task SendAgainAsync(IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var releases = await db
            .Releases.Where(release =>
                release.PublishedAt != null && db.ApprovedItems.Any(item => item.PackId == release.PackId && ids.Contains(item.CandidateId))
            )
            .ToListAsync(cancellationToken);
        foreach (var release in releases)
        {
            await answer.TellAgainAsync(release, now, cancellationToken);
        }
    }
}
