using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Rescreens;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Screenings;

/// <summary>A candidate that is offered again under another id takes its screenings along, and its place in a rescreening that is under
/// way.</summary>
internal sealed class MoveScreenings(ComplianceDb db) : IConsumer<CandidateReturned>
{
    public async Task Consume(ConsumeContext<CandidateReturned> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        foreach (
            var screening in await db.Screenings.Where(screening => screening.CandidateId == message.Former).ToListAsync(cancellationToken)
        )
        {
            db.Screenings.Remove(screening);
            db.Screenings.Add(screening.Of(message.CandidateId));
        }

        foreach (
            var item in await db
                .RescreenItems.Where(item => item.CandidateId == message.Former && item.DoneAt == null)
                .ToListAsync(cancellationToken)
        )
        {
            db.RescreenItems.Remove(item);
            db.RescreenItems.Add(new RescreenItem { RescreenId = item.RescreenId, CandidateId = message.CandidateId });
            db.Publish(new RescreenDue { RescreenId = item.RescreenId, CandidateId = message.CandidateId });
        }
    }
}
