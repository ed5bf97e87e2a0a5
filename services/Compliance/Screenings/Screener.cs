using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Opinions;
using NewsEducator.Compliance.Policies;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Screenings;

/// <summary>Holds a text against its snapshot, keeps the outcome and tells Review; the inbox saves.</summary>
internal sealed class Screener(ComplianceDb db, ReadInput inputs, IVerifier verifier, PolicyInForce policies, TimeProvider time)
{
    internal sealed record Request(
        Guid CandidateId,
        SourceItem Source,
        SummaryContent Summary,
        string Engine,
        int Revision,
        Submission? Submission
    )
    {
        public Guid? UpdateOf { get; init; }

        public IReadOnlyList<SourceItem> Related { get; init; } = [];

        public Opinion? Opinion { get; init; }

        /// <summary>See <see cref="IRepeatable.SentAgainAt"/>.</summary>
        public DateTimeOffset? SentAgainAt { get; init; }
    }

    public async Task ScreenAsync(Request request, CancellationToken cancellationToken)
    {
        var policy = await policies.GetAsync(cancellationToken);
        var input = await inputs.ReadAsync(request, policy, cancellationToken);
        var outcome = Screen.Run(input);
        if (outcome.Verdict != Verdict.Blocked && await verifier.AskAsync(input, cancellationToken) is { } opinion)
        {
            request = request with { Opinion = opinion };
            outcome = Screen.Run(input.With(opinion));
        }

        db.Publish(await RecordAsync(request, outcome, policy, rescreen: null, cancellationToken));
        ComplianceMetrics.Screened(outcome);
    }

    /// <returns>The message to Review; null if it is not sent.</returns>
    public async Task<ItemScreened> RecordAsync(
        Request request,
        Screen.Outcome outcome,
        Policy policy,
        Guid? rescreen,
        CancellationToken cancellationToken
    )
    {
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
            PolicyNumber = policy.Number,
            ScreenedAt = time.GetUtcNow(),
            Submission = request.Submission,
            UpdateOf = request.UpdateOf,
            Related = request.Related,
            Rescreen = rescreen,
            SentAgainAt = request.SentAgainAt,
        };
        var screening =
            await db.Screenings.FindAsync(
                [screened.CandidateId, screened.Source.SnapshotId, screened.Revision, screened.PolicyVersion],
                cancellationToken
            ) ?? db.Screenings.Add(Screening.For(screened)).Entity;
        screening.Record(screened, request with { SentAgainAt = null }, outcome.Shadow);
        ComplianceMetrics.ShadowFindings(outcome);
        return screened;
    }
}
