using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Corrections;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Reconciling;

namespace NewsEducator.Review.Retention;

/// <summary>Answers the other services which items and candidates somebody still needs the evidence of.</summary>
internal sealed class NeededItems(ReviewDb db, IOptions<ReviewRetentionOptions> options, TimeProvider time) : IReceivedItems
{
    /// <summary>Of these nobody knows yet what will become of them.</summary>
    private static readonly string[] Undecided =
    [
        nameof(CandidateState.Waiting),
        nameof(CandidateState.Offered),
        nameof(CandidateState.Verification),
        nameof(CandidateState.Correcting),
    ];

    /// <summary>As long as nobody withdrew the item.</summary>
    private static readonly string[] Published = [nameof(CandidateState.Approved), nameof(CandidateState.Corrected)];

    private static readonly string[] Unended = [.. Correction.Unended.Select(state => state.ToString())];

    /// <param name="ids">Of items, or of candidates.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<IReadOnlyCollection<Guid>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var asked = ids.ToArray();
        var offeredSince = time.GetUtcNow() - options.Value.OfferedEvidence;
        return await db
            .Database.SqlQuery<Guid>(
                $"""
                SELECT DISTINCT named.id AS "Value"
                FROM candidates AS candidate
                LEFT JOIN packs AS pack ON pack.id = candidate.pack_id
                CROSS JOIN LATERAL (
                    SELECT candidate.id
                    UNION ALL SELECT (candidate.source->>'itemId')::uuid
                    UNION ALL SELECT (further->>'itemId')::uuid
                        FROM jsonb_array_elements(candidate.further_sources || candidate.related) AS further
                ) AS named
                WHERE named.id = ANY({asked}) AND (
                    candidate.state = ANY({Undecided})
                    OR pack.id IS NOT NULL AND pack.released_at IS NULL
                    OR EXISTS (
                        SELECT FROM corrections AS correction
                        WHERE correction.state = ANY({Unended})
                            AND (correction.candidate_id = candidate.id OR correction.item_id = (candidate.source->>'itemId')::uuid))
                    OR (candidate.state = ANY({Published}) OR pack.created_at >= {offeredSince})
                        AND NOT EXISTS (
                            SELECT FROM corrections AS correction
                            WHERE correction.state = {nameof(CorrectionState.Withdrawn)}
                                AND correction.item_id = (candidate.source->>'itemId')::uuid)
                )
                """
            )
            .ToListAsync(cancellationToken);
    }
}
