using MassTransit;
using Microsoft.Extensions.Options;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Drift;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Standings;

/// <summary>Learns what people and the Publisher made of what was screened.</summary>
internal sealed class RecordStandings(ComplianceDb db, IOptions<DriftOptions> drift)
    : IConsumer<ItemApproved>, IConsumer<ItemSkipped>, IConsumer<PackPublished>
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

    /// <returns>The candidate's standing; of a new one it is known only that it was skipped.</returns>
    private async Task<Standing> FindAsync(Guid candidateId, CancellationToken cancellationToken) =>
        await db.Standings.FindAsync([candidateId], cancellationToken) ?? db.Standings.Add(new Standing { CandidateId = candidateId }).Entity;
}
