using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Pages;

/// <summary>The end of the history, checked against its chain of hashes.</summary>
/// <param name="Latest">The latest first.</param>
/// <param name="Checked">How many entries the check went over; <c>/api/audit</c> goes over all.</param>
/// <param name="BrokenAt">The first entry that is not as it was written; null where all are.</param>
public sealed record AuditTail(IReadOnlyList<HistoryLine> Latest, int Checked, long? BrokenAt)
{
    private const int Shown = 10;
    private const int MostChecked = 500;

    internal static async Task<AuditTail> ReadAsync(ReviewDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var latest = await ReadHistory.Lines(db).OrderByDescending(line => line.Id).Take(Shown).ToListAsync(cancellationToken);
        var (entries, broken) = await GetAudit.CheckEndAsync(db, MostChecked, cancellationToken);
        return new AuditTail(ReadHistory.For(latest, http), entries, broken);
    }
}
