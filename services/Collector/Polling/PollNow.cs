using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Data;

namespace NewsEducator.Collector.Polling;

/// <summary>A person polls a source at once, whether it is due or not; the answer says what was collected.</summary>
internal static class PollNow
{
    /// <summary>Makes every enabled source due; the pollers take them up one after the other.</summary>
    public static async Task<Accepted<DueSources>> All(CollectorDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var due = await db
            .PollStates.Where(state => state.NextPollAt != PollState.Never)
            .ExecuteUpdateAsync(states => states.SetProperty(state => state.NextPollAt, now), cancellationToken);
        return TypedResults.Accepted("/api/sources/health", new DueSources(due));
    }

    public static async Task<Results<Ok<PollReport>, NotFound, ProblemHttpResult>> Handle(
        string id,
        CollectorDb db,
        PollSource poll,
        IOptions<CollectorOptions> options,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (await db.Sources.FindAsync([id], cancellationToken) is not { } source)
        {
            return TypedResults.NotFound();
        }

        var now = time.GetUtcNow();
        return await db.ClaimAsync(id, now, now + options.Value.Lease, cancellationToken)
            ? TypedResults.Ok(await poll.PollAsync(source, cancellationToken))
            : TypedResults.Problem("The source is being polled right now.", statusCode: StatusCodes.Status409Conflict);
    }
}

/// <param name="Due">How many sources are polled now.</param>
internal sealed record DueSources(int Due);
