using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Screenings;

namespace NewsEducator.Compliance.Previews;

internal static class LatestScreenings
{
    /// <summary>Of each candidate the screening that stands, as far as it can be run again.</summary>
    public static IQueryable<Screening> Latest(this ComplianceDb db, DateTimeOffset since, DateTimeOffset until) =>
        db
            .Screenings.AsNoTracking()
            .Where(screening =>
                screening.ScreenedAt >= since
                && screening.ScreenedAt < until
                && screening.Request != null
                && !db.Screenings.Any(other => other.CandidateId == screening.CandidateId && other.ScreenedAt > screening.ScreenedAt)
            );
}
