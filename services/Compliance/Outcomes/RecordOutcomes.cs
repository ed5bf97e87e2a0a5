using MassTransit;
using Microsoft.Extensions.Options;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Drift;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Outcomes;

/// <summary>Learns what people and the Publisher made of what was screened.</summary>
internal sealed class RecordOutcomes(ComplianceDb db, IOptions<DriftOptions> drift)
    : IConsumer<ItemApproved>,
        IConsumer<ItemSkipped>,
        IConsumer<PackPublished>,
        IConsumer<ItemRevised>
{
    public async Task Consume(ConsumeContext<ItemApproved> context) =>
        (await FindAsync(context.Message.CandidateId, context.CancellationToken)).Approve(context.Message.Content);

    public Task Consume(ConsumeContext<ItemSkipped> context) => FindAsync(context.Message.CandidateId, context.CancellationToken);

    public async Task Consume(ConsumeContext<PackPublished> context)
    {
        foreach (var candidateId in context.Message.Candidates)
        {
            (await FindAsync(candidateId, context.CancellationToken)).Publish(context.Message.PublishedAt, drift.Value);
        }
    }

    public async Task Consume(ConsumeContext<ItemRevised> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        if (message.Refusal is not null)
        {
            return;
        }

        var outcome = await FindAsync(message.CandidateId, cancellationToken);
        if (message.Content is { } content)
        {
            outcome.Correct(content);
        }
        else
        {
            outcome.StopWatching();
        }

        // The draft has had its screening: no policy asks for another one.
        if (message.DraftId is { } draft)
        {
            await FindAsync(draft, cancellationToken);
        }
    }

    /// <returns>The candidate's outcome; of a new one it is known only that it was skipped.</returns>
    private async Task<CandidateOutcome> FindAsync(Guid candidateId, CancellationToken cancellationToken) =>
        await db.Outcomes.FindAsync([candidateId], cancellationToken)
        ?? db.Outcomes.Add(new CandidateOutcome { CandidateId = candidateId }).Entity;
}
