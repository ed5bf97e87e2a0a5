using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Candidates.Queue;

/// <summary>Names who is to look at a candidate. A reviewer takes one or gives their own back; an editor names anybody. It forbids nobody
/// to decide.</summary>
internal static class AssignCandidate
{
    private const int LongestName = 100;

    public static Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        AssignmentRequest request,
        ReviewDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    ) => AssignAsync(id, request, db, time, http, "api", cancellationToken);

    /// <summary>The one way in which somebody is named, for page and API.</summary>
    public static Task<Results<Ok<CandidateView>, NotFound, ProblemHttpResult>> AssignAsync(
        Guid id,
        AssignmentRequest request,
        ReviewDb db,
        TimeProvider time,
        HttpContext http,
        string via,
        CancellationToken cancellationToken
    ) =>
        ChangeCandidate.ChangeAsync(
            id,
            db,
            http,
            (pack, candidate) =>
            {
                if (request.Reviewer is { } name && (string.IsNullOrWhiteSpace(name) || name.Length > LongestName))
                {
                    return Problems.Of(StatusCodes.Status422UnprocessableEntity, "assign.name", LongestName);
                }

                var who = Actor.From(http.User, via);
                if (!http.User.IsInRole(Roles.Editor) && !IsOwn(candidate.AssignedTo, who) | !IsOwn(request.Reviewer, who))
                {
                    return Problems.Of(StatusCodes.Status403Forbidden, "assign.editor");
                }

                if (candidate.AssignedTo != request.Reviewer)
                {
                    db.Assign(pack, candidate, request.Reviewer, who, time.GetUtcNow());
                }

                return null;
            },
            cancellationToken
        );

    private static bool IsOwn(string? name, Actor who) => name is null || name == who.Name;
}
