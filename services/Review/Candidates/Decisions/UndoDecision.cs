using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Candidates.Decisions;

/// <summary>Takes back one's own latest decision that still stands, until the pack is released; ten times at most.</summary>
internal static class UndoDecision
{
    public static async Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> Handle(
        DateOnly date,
        ReviewDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockPackAsync(date, cancellationToken) is not { } pack)
        {
            return TypedResults.NotFound();
        }

        if (pack.IsReleased)
        {
            return Problems.Conflict("decide.released", date.ToString("O"));
        }

        var who = Actor.From(http.User, "api");
        if (await db.UndoAsync(pack, who, time.GetUtcNow(), cancellationToken) is not { } candidate)
        {
            return Problems.Conflict("undo.nothing");
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        VersionTag.Put(http.Response, candidate.Version);
        return TypedResults.Ok(CandidateView.Of(candidate, who.Name));
    }
}
