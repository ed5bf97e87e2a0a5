using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Outcomes;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Drift;

/// <summary>Holds what is published against what its source says now, and proposes a correction where evidence was lost.</summary>
internal sealed class CheckPublishedSources(ComplianceDb db, ISnapshotsApi snapshots, IOptions<DriftOptions> options, TimeProvider time)
    : IConsumer<ItemRevisited>
{
    public async Task Consume(ConsumeContext<ItemRevisited> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        if (await db.Outcomes.FindAsync([message.CandidateId], cancellationToken) is not { Content: { } content } outcome)
        {
            return;
        }

        var result = message switch
        {
            { ComesAgain: true } => Postpone(outcome, message),
            { SnapshotId: null } when outcome.Miss() < options.Value.MissesUntilGone => LookAgain(outcome),
            { SnapshotId: { } seen } when !outcome.Saw(seen) => "same",
            _ => await HoldAsync(outcome, content, message.SnapshotId, cancellationToken),
        };
        ComplianceMetrics.Revisited(result);
    }

    private string Postpone(CandidateOutcome outcome, ItemRevisited message)
    {
        outcome.Trouble(message.NotBefore, time.GetUtcNow(), options.Value);
        return "failed";
    }

    private string LookAgain(CandidateOutcome outcome)
    {
        outcome.LookAgain(time.GetUtcNow() + options.Value.TryAgainAfter);
        return "missing";
    }

    public async Task<string> HoldAsync(
        CandidateOutcome outcome,
        ApprovedContent content,
        string? seen,
        CancellationToken cancellationToken
    )
    {
        var was = await snapshots.GetSnapshotAsync(content.SnapshotId, cancellationToken);
        var now = seen is null ? null : await snapshots.GetSnapshotAsync(seen, cancellationToken);
        var lost = PublishedText.Lost(content, was, now);
        if (lost.Count == 0)
        {
            return "holds";
        }

        var last = await db
            .DriftFindings.Where(finding => finding.CandidateId == outcome.CandidateId)
            .OrderByDescending(finding => finding.FoundAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (last?.TellsTheSameAs(lost) != true)
        {
            var finding = DriftFinding.Of(outcome.CandidateId, content, seen, lost, time.GetUtcNow());
            db.DriftFindings.Add(finding);
            db.Publish(finding.ToMessage());
        }

        return "lost";
    }
}
