using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Collector.Data;

namespace NewsEducator.Collector.Snapshots;

internal static class GetSnapshot
{
    public static async Task<Results<StoredJson, NotFound>> Handle(string id, CollectorDb db, CancellationToken cancellationToken) =>
        await db.Snapshots.Where(snapshot => snapshot.Id == id).Select(snapshot => snapshot.Content).FirstOrDefaultAsync(cancellationToken)
            is { } content
            ? new StoredJson(content)
            : TypedResults.NotFound();
}
