using Microsoft.EntityFrameworkCore;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Digests;

/// <summary>The digests before and after one.</summary>
public sealed record DigestNeighbours(DateOnly? Previous, DateOnly? Next)
{
    internal static async Task<DigestNeighbours> OfAsync(PublisherDb db, DateOnly date, CancellationToken cancellationToken) =>
        new(
            await db.Digests.Where(digest => digest.Date < date).MaxAsync(digest => (DateOnly?)digest.Date, cancellationToken),
            await db.Digests.Where(digest => digest.Date > date).MinAsync(digest => (DateOnly?)digest.Date, cancellationToken)
        );
}
