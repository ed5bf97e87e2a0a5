using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Data;
using NewsEducator.ServiceDefaults.Reconciling;

namespace NewsEducator.Compliance.Outcomes;

/// <summary>Candidates of which the Publisher's word has come that they are published.</summary>
internal sealed class ReceivedPublications(ComplianceDb db) : IReceivedItems
{
    public async Task<IReadOnlyCollection<Guid>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await db
            .Outcomes.Where(outcome => ids.Contains(outcome.CandidateId) && outcome.PublishedAt != null)
            .Select(outcome => outcome.CandidateId)
            .ToListAsync(cancellationToken);
}

/// <summary>Candidates whose approved text has come from Review.</summary>
internal sealed class ReceivedApprovals(ComplianceDb db) : IReceivedItems
{
    public async Task<IReadOnlyCollection<Guid>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        await db
            .Outcomes.Where(outcome => ids.Contains(outcome.CandidateId) && outcome.Content != null)
            .Select(outcome => outcome.CandidateId)
            .ToListAsync(cancellationToken);
}
