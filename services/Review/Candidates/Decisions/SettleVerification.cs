using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Candidates.Queue;
using NewsEducator.Review.Candidates.Stories;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Candidates.Decisions;

/// <summary>Ends a verification: its open questions are answered and the candidate is offered again, or it is skipped for good.</summary>
internal static class SettleVerification
{
    /// <param name="Outcome"><c>offer</c>: comes first in the next pack, undecided. <c>skip</c>: never offered again.</param>
    /// <param name="Note">What was found out; shown with the candidate, at most 1,000 characters.</param>
    internal sealed record Request(Outcome Outcome, string? Note = null);

    internal enum Outcome
    {
        Offer,
        Skip,
    }

    /// <returns>The candidate that is offered again, or the one that was skipped.</returns>
    public static async Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        ReviewDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var settled = await SettleAsync(
            db,
            id,
            request,
            candidate => VersionTag.Matches(http.Request, candidate.Version),
            Actor.From(http.User, "api"),
            time,
            cancellationToken
        );
        if (settled.Result is Ok<CandidateView> { Value: { } view })
        {
            http.Response.Headers.ETag = view.ETag;
        }

        return settled;
    }

    /// <summary>The one way in which a verification ends, for page and API.</summary>
    public static async Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> SettleAsync(
        ReviewDb db,
        Guid id,
        Request request,
        Func<Candidate, bool> isCurrent,
        Actor who,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (request.Note?.Length > 1000)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "decide.reason-length", request.Note.Length);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockCandidateAsync(id, cancellationToken) is not { } candidate)
        {
            return TypedResults.NotFound();
        }

        if (candidate.State != CandidateState.Verification)
        {
            return Problems.Conflict("verification.not-open", candidate.State.ToString());
        }

        if (!isCurrent(candidate))
        {
            return ChangeCandidate.Stale(candidate, who.Name);
        }

        var settled = Settle(db, candidate, request, who, time.GetUtcNow());
        await db.ReturnMergedAsync([settled], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(CandidateView.Of(settled, who.Name));
    }

    private static Candidate Settle(ReviewDb db, Candidate candidate, Request request, Actor who, DateTimeOffset now)
    {
        if (request.Outcome == Outcome.Skip)
        {
            return db.SkipVerified(candidate, request.Note, who, now);
        }

        return db.OfferAgain(candidate, request.Note, who, now);
    }
}
