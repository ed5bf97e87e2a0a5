using MassTransit;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Data;
using NewsEducator.Summarizer.Engines;

namespace NewsEducator.Summarizer.Summaries;

/// <summary>A collected item gets its summary; what a foreign pack says about its item is taken at its word and checked later.</summary>
internal sealed class SummarizeItem(SummarizerDb db, ISnapshotsApi snapshots, ISummaryEngine engine, SubmittedSummary submitted, TimeProvider time)
    : IConsumer<ItemCollected>
{
    public async Task Consume(ConsumeContext<ItemCollected> context)
    {
        var message = context.Message;
        var snapshot = await snapshots.GetSnapshotAsync(message.Source.SnapshotId, context.CancellationToken);
        var draft = message.Submission is { } submission
            ? submitted.Write(submission, snapshot)
            : await engine.WriteAsync(snapshot, context.CancellationToken);
        SummarizerMetrics.Summarized(draft);

        var candidateId = Summary.CandidateOf(message);
        var summary = await db.Summaries.FindAsync([candidateId], context.CancellationToken)
            ?? db.Summaries.Add(Summary.For(candidateId)).Entity;
        summary.Write(message.Source, message.Submission, draft, time.GetUtcNow());
        db.Publish(summary.ToMessage());
    }
}
