using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Candidates;

/// <summary>What expired because nobody decided it comes first in the next pack, undecided.</summary>
internal static class OfferExpired
{
    public static Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> Handle(
        Guid id, ReviewDb db, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        OfferAsync(id, db, Actor.From(http.User, "api"), time, cancellationToken);

    /// <summary>The one way in which it is offered again, for page and API.</summary>
    /// <returns>The candidate that is offered in its place.</returns>
    public static async Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> OfferAsync(
        Guid id, ReviewDb db, Actor who, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockCandidateAsync(id, cancellationToken) is not { } candidate)
        {
            return TypedResults.NotFound();
        }

        if (candidate.State != CandidateState.Expired)
        {
            return Problems.Conflict("offer.not-expired", candidate.State.ToString());
        }

        var again = db.OfferAgain(candidate, null, who, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(CandidateView.Of(again, who.Name));
    }
}
