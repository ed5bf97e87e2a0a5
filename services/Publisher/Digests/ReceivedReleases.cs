using Microsoft.EntityFrameworkCore;
using NewsEducator.Publisher.Data;
using NewsEducator.ServiceDefaults.Reconciling;

namespace NewsEducator.Publisher.Digests;

/// <summary>What came from Review: releases by their pack, approvals by their candidate.</summary>
internal sealed class ReceivedReleases(PublisherDb db) : IReceivedItems
{
    public async Task<IReadOnlyCollection<Guid>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
    [
        .. await db.Releases.Where(release => ids.Contains(release.PackId)).Select(release => release.PackId).ToListAsync(cancellationToken),
        .. await db.ApprovedItems.Where(item => ids.Contains(item.CandidateId)).Select(item => item.CandidateId).ToListAsync(cancellationToken),
    ];
}
