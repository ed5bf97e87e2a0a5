using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Data;

namespace NewsEducator.Compliance.Screenings;

internal static class ReadScreenings
{
    private const int Most = 50;

    /// <summary>The screenings of an item or of one candidate of it, latest first.</summary>
    public static async Task<Results<Ok<List<Screening>>, NotFound>> Handle(
        Guid itemId,
        ComplianceDb db,
        CancellationToken cancellationToken
    )
    {
        var screenings = await db
            .Screenings.AsNoTracking()
            .Where(screening => screening.CandidateId == itemId || screening.ItemId == itemId)
            .OrderByDescending(screening => screening.ScreenedAt)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return screenings.Count > 0 ? TypedResults.Ok(screenings) : TypedResults.NotFound();
    }
}
