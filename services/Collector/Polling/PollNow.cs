using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using NewsEducator.Collector.Data;

namespace NewsEducator.Collector.Polling;

/// <summary>A person polls a source at once, whether it is due or not; the answer tells what came of it.</summary>
internal static class PollNow
{
    public static async Task<Results<Ok<PollReport>, NotFound, ProblemHttpResult>> Handle(
        string id,
        CollectorDb db,
        PollSource poll,
        IOptions<CollectorOptions> options,
        TimeProvider time,
        CancellationToken cancellationToken)
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
