using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Compliance.Data;
using NewsEducator.ServiceDefaults.Retention;

namespace NewsEducator.Compliance.Retention;

/// <summary>Screenings of what was never offered, or what nobody publishes any more.</summary>
internal sealed class UnneededScreenings(ComplianceDb db, NeededEvidence evidence, IOptions<ComplianceRetentionOptions> options) : IExpiring
{
    public string What => "screenings";

    public TimeSpan Period => evidence.PeriodOf(options.Value.Screenings);

    public Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        evidence.RemoveUnneededAsync(
            (after, most) =>
                db
                    .Database.SqlQuery<Guid>(
                        $"""
                        SELECT candidate_id AS "Value" FROM screenings WHERE candidate_id > {after}
                        GROUP BY candidate_id HAVING max(screened_at) < {before} ORDER BY candidate_id LIMIT {most}
                        """
                    )
                    .ToListAsync(cancellationToken),
            candidates =>
                db.Screenings.Where(screening => candidates.Contains(screening.CandidateId) && screening.ScreenedAt < before)
                    .ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
}
