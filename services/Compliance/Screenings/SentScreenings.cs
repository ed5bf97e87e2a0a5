using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Data;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Reconciling;

namespace NewsEducator.Compliance.Screenings;

/// <summary>What was screened and went on to Review.</summary>
internal sealed class SentScreenings(ComplianceDb db) : ISentItems
{
    public string Next => "review";

    public string What => "screenings";

    public async Task<IReadOnlyList<Guid>> ListAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        await db
            .Screenings.Where(screening => screening.ScreenedAt >= from && screening.ScreenedAt <= until && screening.Request != null)
            .Select(screening => screening.CandidateId)
            .Distinct()
            .ToListAsync(cancellationToken);

    public async Task SendAgainAsync(IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var screenings = await db
            .Screenings.AsNoTracking()
            .Where(screening => ids.Contains(screening.CandidateId) && screening.Request != null)
            .ToListAsync(cancellationToken);
        foreach (
            var latest in screenings
                .GroupBy(screening => screening.CandidateId)
                .Select(group => group.MaxBy(screening => screening.ScreenedAt)!)
        )
        {
            db.Publish(MessageOf(latest, now));
        }
    }

    private static ItemScreened MessageOf(Screening screening, DateTimeOffset sentAgainAt) =>
        new()
        {
            CandidateId = screening.CandidateId,
            Source = screening.Request!.Source,
            Summary = screening.Request.Summary,
            Engine = screening.Engine,
            Revision = screening.Revision,
            Verdict = screening.Verdict,
            Findings = screening.Findings,
            Sentences = screening.Sentences,
            PolicyVersion = screening.PolicyVersion,
            ScreenedAt = screening.ScreenedAt,
            Submission = screening.Request.Submission,
            UpdateOf = screening.Request.UpdateOf,
            Related = screening.Request.Related,
            SentAgainAt = sentAgainAt,
        };
}

/// <summary>What came from the Summarizer. A candidate that is offered again has another id and the same item.</summary>
internal sealed class ReceivedSummaries(ComplianceDb db) : IReceivedItems
{
    public async Task<IReadOnlyCollection<Guid>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var known = await db
            .Screenings.Where(screening => ids.Contains(screening.CandidateId) || ids.Contains(screening.ItemId))
            .Select(screening => new { screening.CandidateId, screening.ItemId })
            .ToListAsync(cancellationToken);
        return [.. known.SelectMany(each => new[] { each.CandidateId, each.ItemId }).Distinct()];
    }
}
