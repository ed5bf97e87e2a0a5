using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Previews;
using NewsEducator.Compliance.Texts;

namespace NewsEducator.Compliance.Rescreens;

/// <summary>How far a rescreening is, and which verdicts it changed.</summary>
internal static class ReadRescreen
{
    private const int Most = 200;

    /// <param name="Done">Screened, or not to be screened any more.</param>
    /// <param name="IsDone">Nothing is left to do.</param>
    /// <param name="Flips">At most 200; those that were released come first, for Review does not change them.</param>
    /// <param name="FlipCount">All of them.</param>
    /// <param name="Faults">What could not be screened, and why; at most 200.</param>
    internal sealed record View(
        Guid Id,
        string RequestedBy,
        DateTimeOffset RequestedAt,
        RescreenScope Scope,
        int Total,
        int Done,
        bool IsDone,
        int FlipCount,
        IReadOnlyList<ChangedVerdict> Flips,
        IReadOnlyList<FaultView> Faults
    );

    internal sealed record FaultView(Guid CandidateId, string Message, string MessageEn);

    public static async Task<Results<Ok<View>, NotFound>> Handle(Guid id, ComplianceDb db, CancellationToken cancellationToken) =>
        await db.Rescreens.FindAsync([id], cancellationToken) is { } job
            ? TypedResults.Ok(await ViewAsync(db, job, cancellationToken))
            : TypedResults.NotFound();

    public static async Task<View> ViewAsync(ComplianceDb db, Rescreen job, CancellationToken cancellationToken)
    {
        var items = db.RescreenItems.AsNoTracking().Where(item => item.RescreenId == job.Id);
        var done = await items.CountAsync(item => item.DoneAt != null, cancellationToken);
        var flips = items.Where(item => item.Flip != null);
        var shown = await flips
            .OrderByDescending(item => db.Outcomes.Any(outcome => outcome.CandidateId == item.CandidateId))
            .ThenBy(item => item.CandidateId)
            .Take(Most)
            .Select(item => item.Flip!)
            .ToListAsync(cancellationToken);
        var faults = await items
            .Where(item => item.Fault != null)
            .OrderBy(item => item.CandidateId)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return new View(
            job.Id,
            job.RequestedBy,
            job.RequestedAt,
            job.Scope,
            job.Total,
            done,
            done == job.Total,
            await flips.CountAsync(cancellationToken),
            shown,
            [.. faults.Select(FaultOf)]
        );
    }

    private static FaultView FaultOf(RescreenItem item) =>
        new(item.CandidateId, Text.Get(item.Fault!, Text.Chinese), Text.Get(item.Fault!, Text.English));
}
