using Microsoft.EntityFrameworkCore;
using NewsEducator.Publisher.Data;
using NewsEducator.ServiceDefaults.Reconciling;

namespace NewsEducator.Publisher.Digests;

/// <summary>What came from Review: releases by their pack, approvals by their candidate.</summary>
/// <remarks>Review asks for packs of which it has not learned that they are published. One that is published here lacks that answer, so
/// it counts as missing: Review sends the release again, and is answered again.</remarks>
internal sealed class ReceivedReleases(PublisherDb db) : IReceivedItems
{
    public async Task<IReadOnlyCollection<Guid>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        [
            .. await db
                .Releases.Where(release => ids.Contains(release.PackId) && release.PublishedAt == null)
                .Select(release => release.PackId)
                .ToListAsync(cancellationToken),
            .. await db
                .ApprovedItems.Where(item => ids.Contains(item.CandidateId))
                .Select(item => item.CandidateId)
                .ToListAsync(cancellationToken),
        ];
}
