using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Candidates.Stories;

/// <summary>A person says that a merged candidate tells of something else: it waits again, by itself and for good.</summary>
internal static class UnmergeCandidate
{
    private const string Reason = "取消合并";

    public static async Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        ReviewDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var unmerged = await UnmergeAsync(id, db, Actor.From(http.User, "api"), time, cancellationToken);
        if (unmerged.Result is Ok<CandidateView> { Value: { } view })
        {
            http.Response.Headers.ETag = view.ETag;
        }

        return unmerged;
    }

    /// <summary>The one way in which a candidate is unmerged, for page and API.</summary>
    public static async Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> UnmergeAsync(
        Guid id,
        ReviewDb db,
        Actor who,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockCandidateAsync(id, cancellationToken) is not { } candidate)
        {
            return TypedResults.NotFound();
        }

        var eventId = candidate.EventId;
        if (!candidate.Unmerge())
        {
            return Problems.Conflict("unmerge.not-merged", candidate.State.ToString());
        }

        db.History.Add(
            new HistoryEntry
            {
                PackId = candidate.Id,
                CandidateId = candidate.Id,
                At = time.GetUtcNow(),
                By = who.Name,
                Via = who.Via,
                Action = HistoryAction.Returned,
                Reason = Reason,
            }
        );
        await db.SettleStoryAsync(eventId, cancellationToken);
        await db.SettleStoryAsync(candidate.EventId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(CandidateView.Of(candidate, who.Name));
    }
}
