using System.Net;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Outcomes;
using NewsEducator.Compliance.Policies;
using NewsEducator.Compliance.Previews;
using NewsEducator.Compliance.Screenings;
using Refit;

namespace NewsEducator.Compliance.Rescreens;

/// <summary>Screens one candidate again and tells Review; of what was released only the rescreening's report speaks.</summary>
internal sealed class RescreenCandidate(ComplianceDb db, Screener screener, ReadInput inputs, PolicyInForce policies, TimeProvider time)
    : IConsumer<RescreenDue>
{
    public async Task Consume(ConsumeContext<RescreenDue> context)
    {
        var (message, cancellationToken) = (context.Message, context.CancellationToken);
        if (await db.RescreenItems.FindAsync([message.RescreenId, message.CandidateId], cancellationToken) is not { } item)
        {
            // Its candidate is offered again as another one, which has taken its place.
            return;
        }

        var latest = await db
            .Screenings.Where(screening => screening.CandidateId == message.CandidateId && screening.Request != null)
            .OrderByDescending(screening => screening.Revision)
            .ThenByDescending(screening => screening.ScreenedAt)
            .FirstAsync(cancellationToken);
        var outcome = await db.Outcomes.FindAsync([message.CandidateId], cancellationToken);
        try
        {
            await ScreenAsync(item, latest, outcome, cancellationToken);
        }
        catch (ApiException error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            item.Fail("rescreen.no-snapshot", time.GetUtcNow());
        }
    }

    private async Task ScreenAsync(RescreenItem item, Screening latest, CandidateOutcome? outcome, CancellationToken cancellationToken)
    {
        var (request, before, findings) = (latest.Request!, latest.Verdict, latest.Findings);
        var policy = await policies.GetAsync(cancellationToken);
        var result = Screen.Run(await inputs.ReadAsync(request, policy, cancellationToken));
        var screened = await screener.RecordAsync(request, result, policy, item.RescreenId, cancellationToken);
        if (outcome is null)
        {
            db.Publish(screened);
        }

        item.Finish(result.Verdict, ChangedVerdict.Between(request, outcome?.State, before, findings, result), time.GetUtcNow());
        ComplianceMetrics.Rescreened(result.Verdict, before != result.Verdict);
    }
}
