using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Policies;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Screenings;

/// <summary>Holds a text against its snapshot, keeps the outcome and tells Review; the inbox saves.</summary>
internal sealed class Screener(ComplianceDb db, ISnapshotsApi snapshots, Policy policy, TimeProvider time)
{
    internal sealed record Request(
        Guid CandidateId, SourceItem Source, SummaryContent Summary, string Engine, int Revision, Submission? Submission)
    {
        public Guid? UpdateOf { get; init; }

        public IReadOnlyList<SourceItem> Related { get; init; } = [];
    }

    public async Task ScreenAsync(Request request, CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.GetSnapshotAsync(request.Source.SnapshotId, cancellationToken);
        var outcome = Screen.Run(new ScreeningInput(snapshot, request.Source, request.Summary, policy, await RelatedSnapshots.ReadAsync(snapshots, request.Related, cancellationToken)));
        var screened = new ItemScreened
        {
            CandidateId = request.CandidateId,
            Source = request.Source,
            Summary = request.Summary,
            Engine = request.Engine,
            Revision = request.Revision,
            Verdict = outcome.Verdict,
            Findings = outcome.Findings,
            Sentences = outcome.Sentences,
            PolicyVersion = policy.Version,
            ScreenedAt = time.GetUtcNow(),
            Submission = request.Submission,
            UpdateOf = request.UpdateOf,
            Related = request.Related,
        };
        await RecordAsync(screened, cancellationToken);
        db.Publish(screened);
        ComplianceMetrics.Screened(outcome.Verdict, outcome.Findings);
    }

    private async Task RecordAsync(ItemScreened screened, CancellationToken cancellationToken)
    {
        var screening = await db.Screenings.FindAsync(
            [screened.CandidateId, screened.Source.SnapshotId, screened.Revision, screened.PolicyVersion], cancellationToken)
            ?? db.Screenings.Add(Screening.For(screened)).Entity;
        screening.Record(screened);
    }
}
