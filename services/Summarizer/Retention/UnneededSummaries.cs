using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.ServiceDefaults.Retention;
using NewsEducator.Summarizer.Data;

namespace NewsEducator.Summarizer.Retention;

/// <summary>Summaries of what was never offered, or what nobody publishes any more.</summary>
internal sealed class UnneededSummaries(SummarizerDb db, NeededEvidence evidence, IOptions<SummarizerRetentionOptions> options) : IExpiring
{
    public string What => "summaries";

    public TimeSpan Period => evidence.PeriodOf(options.Value.Summaries);

    public Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        evidence.RemoveUnneededAsync(
            (after, most) =>
                db
                    .Database.SqlQuery<Guid>(
                        $"""
                        SELECT candidate_id AS "Value" FROM summaries WHERE candidate_id > {after} AND written_at < {before}
                        ORDER BY candidate_id LIMIT {most}
                        """
                    )
                    .ToListAsync(cancellationToken),
            candidates =>
                db.Summaries.Where(summary => candidates.Contains(summary.CandidateId) && summary.WrittenAt < before)
                    .ExecuteDeleteAsync(cancellationToken),
            cancellationToken
        );
}
