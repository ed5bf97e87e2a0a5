using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Collector.Data;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Snapshots;

internal static class GetSnapshot
{
    public static async Task<Results<Ok<Snapshot>, NotFound>> Handle(string id, CollectorDb db, CancellationToken cancellationToken) =>
        await db.Snapshots.AsNoTracking().FirstOrDefaultAsync(snapshot => snapshot.Id == id, cancellationToken) is { } stored
            ? TypedResults.Ok(stored.Open())
            : TypedResults.NotFound();
}
