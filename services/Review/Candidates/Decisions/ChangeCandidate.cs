using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Edits;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Candidates.Decisions;

/// <summary>Decide or edit one candidate: lock its pack, check, change, save.</summary>
internal static class ChangeCandidate
{
    public const int LongestReason = 1000;

    public static Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> Decide(
        Guid id,
        DecisionRequest request,
        ReviewDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            id,
            db,
            http,
            (pack, candidate) =>
            {
                if (request.Reason?.Length > LongestReason)
                {
                    return Problems.Of(StatusCodes.Status422UnprocessableEntity, "decide.reason-length", request.Reason.Length);
                }

                var who = Actor.From(http.User, "api");
                if (Permissions.Hindrance(pack, candidate, request.Decision, request.Reason, who) is { } hindrance)
                {
                    return Hindered(hindrance, candidate);
                }

                db.Decide(pack, candidate, request.Decision, request.Reason, who, time.GetUtcNow());
                return null;
            },
            cancellationToken,
            isConditional: true
        );

    public static Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> Edit(
        Guid id,
        EditRequest request,
        ReviewDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            id,
            db,
            http,
            (pack, candidate) =>
            {
                if (request.Problem() is { } problem)
                {
                    return problem;
                }

                if (candidate.Source is null)
                {
                    return Hindered("decide.unscreened", candidate);
                }

                db.Edit(pack, candidate, request, Actor.From(http.User, "api"), time.GetUtcNow());
                return null;
            },
            cancellationToken,
            isConditional: true
        );

    public static ProblemHttpResult Hindered(string key, Candidate candidate) =>
        Problems.Of(Permissions.StatusOf(key), key, FindingsOf(candidate));

    public static string FindingsOf(Candidate candidate) =>
        string.Join("; ", candidate.IsScreened ? candidate.Screening!.All.Select(finding => finding.Message) : []);

    /// <param name="isConditional">The change is of what somebody has seen, and they have to say which version that was.</param>
    public static async Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> ChangeAsync(
        Guid id,
        ReviewDb db,
        HttpContext http,
        Func<Pack, Candidate, ProblemHttpResult?> change,
        CancellationToken cancellationToken,
        bool isConditional = false
    )
    {
        if (isConditional && !VersionTag.IsConditional(http.Request))
        {
            return Problems.Of(StatusCodes.Status428PreconditionRequired, "decide.if-match");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockPackOfAsync(id, cancellationToken) is not var (pack, candidate))
        {
            return TypedResults.NotFound();
        }

        if (pack.IsReleased)
        {
            return Problems.Conflict("decide.released", pack.Date.ToString("O"));
        }

        if (!VersionTag.Matches(http.Request, candidate.Version))
        {
            return Stale(candidate, http.User.Identity?.Name);
        }

        if (change(pack, candidate) is { } problem)
        {
            return problem;
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        VersionTag.Put(http.Response, candidate.Version);
        return TypedResults.Ok(CandidateView.Of(candidate, http.User.Identity?.Name));
    }

    public static ProblemHttpResult Stale(Candidate candidate, string? viewer)
    {
        var problem = Problems.Of(StatusCodes.Status412PreconditionFailed, "edit.stale");
        problem.ProblemDetails.Extensions["current"] = CandidateView.Of(candidate, viewer);
        return problem;
    }
}
