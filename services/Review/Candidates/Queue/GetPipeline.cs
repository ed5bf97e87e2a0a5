using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Data;

namespace NewsEducator.Review.Candidates.Queue;

/// <summary>Where the candidates stand, and what has been waiting longest.</summary>
internal static class GetPipeline
{
    public static async Task<Ok<List<StageView>>> Handle(ReviewDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(
            await db
                .Candidates.GroupBy(candidate => candidate.State)
                .Select(group => new StageView(group.Key, group.Count(), group.Min(candidate => candidate.ArrivedAt)))
                .ToListAsync(cancellationToken)
        );

    /// <summary>The verification queue: what reviewers want more evidence for, oldest first; the Link header leads to the next
    /// page.</summary>
    public static async Task<Results<Ok<IReadOnlyList<CandidateView>>, ProblemHttpResult>> Verification(
        ReviewDb db,
        ClaimsPrincipal user,
        HttpResponse response,
        CancellationToken cancellationToken,
        string? cursor = null,
        int limit = Cursor.DefaultLimit
    )
    {
        if (Cursor.Problem(cursor, limit, out var after) is { } problem)
        {
            return problem;
        }

        var found = await WaitingAsync(db, limit + 1, cancellationToken, after);
        var page = Cursor.PageOf(found, limit, candidate => (candidate.DecidedAt!.Value, candidate.Id), user.Identity?.Name);
        if (page.Next is { } next)
        {
            response.Headers.Link = $"</api/verification?cursor={next}&limit={limit}>; rel=\"next\"";
        }

        return TypedResults.Ok(page.Items);
    }

    /// <summary>The queue's first entries, or those behind one.</summary>
    public static Task<List<Candidate>> WaitingAsync(
        ReviewDb db,
        int most,
        CancellationToken cancellationToken,
        (DateTimeOffset At, Guid Id)? after = null
    )
    {
        var open = db.Candidates.AsNoTracking().Where(candidate => candidate.State == CandidateState.Verification);
        if (after is { } last)
        {
            open = open.Where(candidate =>
                EF.Functions.GreaterThan(
                    ValueTuple.Create(candidate.DecidedAt, candidate.Id),
                    ValueTuple.Create((DateTimeOffset?)last.At, last.Id)
                )
            );
        }

        return open.OrderBy(candidate => candidate.DecidedAt).ThenBy(candidate => candidate.Id).Take(most).ToListAsync(cancellationToken);
    }
}
