using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Data;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Hosts;

internal static class ReadHosts
{
    private const int Most = 100;

    /// <summary>The hosts that people asked for, the latest first.</summary>
    /// <param name="state">Only these.</param>
    /// <param name="before">When the last one of the page before was asked for.</param>
    public static async Task<Ok<List<HostRequestView>>> List(
        ComplianceDb db,
        CancellationToken cancellationToken,
        HostRequestState? state = null,
        DateTimeOffset? before = null
    )
    {
        var until = before?.ToUniversalTime();
        var asked = await db
            .HostRequests.AsNoTracking()
            .Where(request => state == null || request.State == state)
            .Where(request => until == null || request.AskedAt < until)
            .OrderByDescending(request => request.AskedAt)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(asked.ConvertAll(request => request.View()));
    }

    public static async Task<Results<Ok<HostRequestView>, NotFound>> Get(Guid id, ComplianceDb db, CancellationToken cancellationToken) =>
        await db.HostRequests.FindAsync([id], cancellationToken) is { } request ? TypedResults.Ok(request.View()) : TypedResults.NotFound();
}
