using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Texts;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Drift;

internal static class ReadDrift
{
    /// <summary>Published items that lost evidence, the latest first.</summary>
    /// <param name="before">The time of the last one of the page before.</param>
    public static async Task<Ok<List<DriftView>>> Handle(DateTimeOffset? before, ComplianceDb db, CancellationToken cancellationToken)
    {
        var until = before?.ToUniversalTime() ?? DateTimeOffset.MaxValue;
        var findings = await db
            .DriftFindings.AsNoTracking()
            .Where(finding => finding.FoundAt < until)
            .OrderByDescending(finding => finding.FoundAt)
            .Take(IComplianceApi.MostDrift)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(findings.ConvertAll(ViewOf));
    }

    private static DriftView ViewOf(DriftFinding finding)
    {
        var key = finding.IsGone ? "drift.gone" : "drift.lost";
        return new DriftView
        {
            CandidateId = finding.CandidateId,
            ItemId = finding.ItemId,
            Title = finding.Title,
            Url = finding.Url,
            SnapshotId = finding.SnapshotId,
            NewSnapshotId = finding.IsGone ? null : finding.NewSnapshotId,
            Lost = finding.Lost,
            Proposal = finding.Proposal,
            FoundAt = finding.FoundAt,
            Message = Text.Get(key, Text.Chinese),
            MessageEn = Text.Get(key, Text.English),
        };
    }
}
