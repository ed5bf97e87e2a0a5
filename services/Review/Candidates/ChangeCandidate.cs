using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;

namespace NewsEducator.Review.Candidates;

/// <summary>Decide or edit one candidate: lock its pack, check, change, save.</summary>
internal static class ChangeCandidate
{
    /// <summary>A decision; a null choice takes it back.</summary>
    /// <param name="Decision"><c>approve</c>, <c>skip</c>, <c>needs-verify</c> or null.</param>
    /// <param name="Reason">Shown in the history and, with needs-verify, as the open questions; at most 1,000 characters.</param>
    internal sealed record DecisionRequest(Choice? Decision, string? Reason);

    /// <summary>A new title, a new summary, or both; at most 300 and 4,000 characters.</summary>
    internal sealed record EditRequest(string? Title, string? Summary);

    public static Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> Decide(
        Guid id, DecisionRequest request, ReviewDb db, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(id, db, http, (pack, candidate) =>
        {
            if (request.Reason?.Length > 1000)
            {
                return Problems.Of(StatusCodes.Status422UnprocessableEntity, "decide.reason-length", request.Reason.Length);
            }

            if (candidate.Hinders(request.Decision) is { } hindrance)
            {
                return Hindered(hindrance, candidate);
            }

            db.Decide(pack, candidate, request.Decision, request.Reason, Actor.From(http.User, "api"), time.GetUtcNow());
            return null;
        }, cancellationToken);

    public static Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> Edit(
        Guid id, EditRequest request, ReviewDb db, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        ChangeAsync(id, db, http, (pack, candidate) =>
        {
            if (request is { Title: null, Summary: null } || request.Title?.Length > 300 || request.Summary?.Length > 4000
                || request.Title?.Trim() == "" || request.Summary?.Trim() == "")
            {
                return Problems.Of(StatusCodes.Status422UnprocessableEntity, "edit.length");
            }

            if (candidate.Source is null)
            {
                return Hindered("decide.unscreened", candidate);
            }

            db.Edit(
                pack, candidate, request.Title ?? candidate.Content.Title, request.Summary ?? candidate.Content.Text,
                Actor.From(http.User, "api"), time.GetUtcNow());
            return null;
        }, cancellationToken);

    public static ProblemHttpResult Hindered(string key, Candidate candidate) =>
        Problems.Conflict(key, string.Join("; ", candidate.Screening?.Findings.Select(finding => finding.Message) ?? []));

    private static async Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> ChangeAsync(
        Guid id, ReviewDb db, HttpContext http, Func<Pack, Candidate, ProblemHttpResult?> change, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var date = await db.Packs.Where(pack => pack.Candidates.Any(candidate => candidate.Id == id))
            .Select(pack => (DateOnly?)pack.Date).SingleOrDefaultAsync(cancellationToken);
        if (date is null || await db.LockPackAsync(date.Value, cancellationToken) is not { } pack)
        {
            return TypedResults.NotFound();
        }

        var candidate = pack.Candidates.Single(each => each.Id == id);
        if (pack.IsReleased)
        {
            return Problems.Conflict("decide.released", pack.Date.ToString("O"));
        }

        if (!Tag.Matches(http.Request, candidate.Version))
        {
            return Stale(candidate);
        }

        if (change(pack, candidate) is { } problem)
        {
            return problem;
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        Tag.Put(http.Response, candidate.Version);
        return TypedResults.Ok(CandidateView.Of(candidate));
    }

    public static ProblemHttpResult Stale(Candidate candidate)
    {
        var problem = Problems.Of(StatusCodes.Status412PreconditionFailed, "edit.stale");
        problem.ProblemDetails.Extensions["current"] = CandidateView.Of(candidate);
        return problem;
    }
}
