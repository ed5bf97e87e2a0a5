using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Texts;

namespace NewsEducator.Compliance.Drift;

internal static class ReadDrift
{
    private const int Most = 50;

    /// <param name="Finding">What was found.</param>
    /// <param name="Message">Chinese.</param>
    /// <param name="MessageEn">The same in English.</param>
    internal sealed record View(DriftFinding Finding, string Message, string MessageEn);

    /// <summary>Published items that lost evidence, the latest first.</summary>
    /// <param name="before">The time of the last one of the page before.</param>
    public static async Task<Ok<List<View>>> Handle(DateTimeOffset? before, ComplianceDb db, CancellationToken cancellationToken)
    {
        var until = before?.ToUniversalTime() ?? DateTimeOffset.MaxValue;
        var findings = await db.DriftFindings.AsNoTracking()
            .Where(finding => finding.FoundAt < until)
            .OrderByDescending(finding => finding.FoundAt)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(findings.ConvertAll(ViewOf));
    }

    private static View ViewOf(DriftFinding finding)
    {
        var key = finding.NewSnapshotId.Length == 0 ? "drift.gone" : "drift.lost";
        return new View(finding, Text.Get(key, Text.Chinese), Text.Get(key, Text.English));
    }
}
