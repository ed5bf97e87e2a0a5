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

        var stands = await db
            .Screenings.Where(screening => screening.CandidateId == message.CandidateId && screening.Request != null)
            .OrderByDescending(screening => screening.Revision)
            .ThenByDescending(screening => screening.ScreenedAt)
            .FirstAsync(cancellationToken);
        var standing = await db.Outcomes.FindAsync([message.CandidateId], cancellationToken);
        try
        {
            await ScreenAsync(item, stands, standing, cancellationToken);
        }
        catch (ApiException error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            item.Fail("rescreen.no-snapshot", time.GetUtcNow());
        }
    }

    private async Task ScreenAsync(RescreenItem item, Screening stands, CandidateOutcome? standing, CancellationToken cancellationToken)
    {
        var (request, before, findings) = (stands.Request!, stands.Verdict, stands.Findings);
        var policy = await policies.GetAsync(cancellationToken);
        var outcome = Screen.Run(await inputs.ReadAsync(request, policy, cancellationToken));
        var screened = await screener.RecordAsync(request, outcome, policy, item.RescreenId, cancellationToken);
        if (standing is null)
        {
            db.Publish(screened);
        }

        item.Finish(outcome.Verdict, ChangedVerdict.Between(request, standing?.State, before, findings, outcome), time.GetUtcNow());
        ComplianceMetrics.Rescreened(outcome.Verdict, before != outcome.Verdict);
    }
}
