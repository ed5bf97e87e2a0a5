using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Data;

namespace NewsEducator.Compliance.Opinions;

internal static class ReadSpending
{
    private const int Days = 31;

    /// <summary>What models took in the last month for second opinions, by day and model, latest first.</summary>
    public static async Task<Ok<List<OpinionDay>>> Handle(ComplianceDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        var since = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-Days);
        return TypedResults.Ok(
            await db
                .OpinionDays.AsNoTracking()
                .Where(day => day.Day > since)
                .OrderByDescending(day => day.Day)
                .ThenBy(day => day.Model)
                .ToListAsync(cancellationToken)
        );
    }
}
