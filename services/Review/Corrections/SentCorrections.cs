using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Reconciling;

namespace NewsEducator.Review.Corrections;

/// <summary>Corrections and withdrawals that the Publisher has not answered.</summary>
internal sealed class SentCorrections(ReviewDb db, CorrectionMessages messages) : ISentItems
{
    public string Next => "publisher";

    public string What => "corrections";

    public async Task<IReadOnlyList<Guid>> ListAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        await Unanswered()
            .Where(correction => correction.SentAt >= from && correction.SentAt <= until)
            .Select(correction => correction.Id)
            .ToListAsync(cancellationToken);

    public async Task SendAgainAsync(IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var correction in await Unanswered().Where(correction => ids.Contains(correction.Id)).ToListAsync(cancellationToken))
        {
            if (correction.Withdrawal is { } withdrawal)
            {
                messages.Send(correction, withdrawal, now);
            }
            else if (
                await db.Candidates.FindAsync([correction.DraftId!.Value], cancellationToken) is { } draft
                && await PublishedItem.FindAsync(db, correction.CandidateId, cancellationToken) is { } published
            )
            {
                messages.Send(correction, draft, published, now);
            }
        }
    }

    private IQueryable<Correction> Unanswered() => db.Corrections.Where(correction => correction.State == CorrectionState.Sent);
}
