using NewsEducator.Contracts;
using NewsEducator.Summarizer.Chat;
using NewsEducator.Summarizer.Data;
using NewsEducator.Summarizer.Engines;

namespace NewsEducator.Summarizer.Summaries;

/// <summary>Writes the summary of a collected item, or has the item wait for a model; the inbox saves.</summary>
internal sealed class Summarizing(
    SummarizerDb db,
    ISnapshotsApi snapshots,
    ISummaryEngine engine,
    SubmittedSummary submitted,
    TimeProvider time
)
{
    /// <param name="waited">How often the item had to wait before.</param>
    public async Task WriteAsync(ItemCollected collected, int waited, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(collected, cancellationToken);
        }
        catch (ModelUnavailableException error)
        {
            SummarizerMetrics.Postponed(error.Reason);
            db.Publish(new SummaryPostponed { Collected = collected, Times = waited + 1 }, notBefore: error.TryAgainAt);
        }
    }

    private async Task WriteAsync(ItemCollected collected, CancellationToken cancellationToken)
    {
        var candidateId = Summary.CandidateOf(collected);
        var summary = await db.Summaries.FindAsync([candidateId], cancellationToken);
        if (summary?.Source.FetchedAt > collected.Source.FetchedAt)
        {
            // A later version was written of already: this one was overtaken on the way.
            return;
        }

        if (collected.SentAgainAt is not null && summary?.Source.SnapshotId == collected.Source.SnapshotId)
        {
            // It was written; what lies behind may lack it.
            db.Publish(summary.ToMessage(collected.SentAgainAt));
            return;
        }

        var snapshot = await snapshots.GetSnapshotAsync(collected.Source.SnapshotId, cancellationToken);
        var draft = collected.Submission is { } submission
            ? submitted.Write(submission, snapshot)
            : await engine.WriteAsync(snapshot, afresh: false, cancellationToken);
        SummarizerMetrics.Summarized(draft);

        summary ??= db.Summaries.Add(Summary.For(candidateId)).Entity;
        summary.Write(collected, draft, time.GetUtcNow());
        db.Publish(summary.ToMessage(collected.SentAgainAt));
    }
}
