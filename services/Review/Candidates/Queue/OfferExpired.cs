using System.Net;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Data;
using Refit;

namespace NewsEducator.Review.Candidates.Queue;

/// <summary>What expired because nobody decided it comes first in the next pack, undecided.</summary>
internal static class OfferExpired
{
    public static Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        ReviewDb db,
        ISnapshotsApi snapshots,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    ) => OfferAsync(id, db, snapshots, Actor.From(http.User, "api"), time, cancellationToken);

    /// <summary>The one way in which it is offered again, for page and API.</summary>
    /// <returns>The candidate that is offered in its place.</returns>
    public static async Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> OfferAsync(
        Guid id,
        ReviewDb db,
        ISnapshotsApi snapshots,
        Actor who,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (await WithoutEvidenceAsync(id, db, snapshots, cancellationToken) is { } refusal)
        {
            return refusal;
        }

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

    /// <summary>What nobody can compare with its source any more is not offered, see the Collector's
    /// <c>Retention__Snapshots</c>.</summary>
    private static async Task<ProblemHttpResult?> WithoutEvidenceAsync(
        Guid id,
        ReviewDb db,
        ISnapshotsApi snapshots,
        CancellationToken cancellationToken
    )
    {
        var expired = await db
            .Candidates.AsNoTracking()
            .SingleOrDefaultAsync(candidate => candidate.Id == id && candidate.State == CandidateState.Expired, cancellationToken);
        try
        {
            foreach (var source in expired is null ? [] : expired.FurtherSources.Prepend(expired.Source).OfType<SourceItem>())
            {
                await snapshots.GetSnapshotAsync(source.SnapshotId, cancellationToken);
            }

            return null;
        }
        catch (ApiException error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return Problems.Conflict("offer.evidence-ended");
        }
        catch (Exception error) when (error is ApiException or HttpRequestException or Polly.ExecutionRejectedException)
        {
            return Problems.Of(StatusCodes.Status503ServiceUnavailable, "offer.snapshots");
        }
    }
}
