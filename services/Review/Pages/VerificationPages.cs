using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Candidates.Queue;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Pages;

/// <summary>The verification queue, and settling what is in it.</summary>
internal static class VerificationPages
{
    private const int MostShown = 200;

    public static Task<RazorComponentResult> Show(ReviewDb db, HttpContext http, CancellationToken cancellationToken) =>
        ShowAsync(db, http, null, cancellationToken);

    public static async Task<IResult> Settle(
        Guid id,
        [FromForm] string outcome,
        [FromForm] string version,
        [FromForm] string? note,
        ReviewDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (!Enum.TryParse<SettleVerification.Outcome>(outcome, ignoreCase: true, out var wanted))
        {
            return TypedResults.BadRequest();
        }

        var request = new SettleVerification.Request(wanted, string.IsNullOrWhiteSpace(note) ? null : note);
        var settled = await SettleVerification.SettleAsync(
            db,
            id,
            request,
            candidate => VersionTag.Of(candidate.Version) == version,
            Actor.From(http.User, "page"),
            time,
            cancellationToken
        );
        if (settled.Result is not ProblemHttpResult problem)
        {
            return settled.Result is NotFound ? settled.Result : TypedResults.Redirect("/verification");
        }

        db.ChangeTracker.Clear();
        return await ShowAsync(db, http, PackPages.Said(problem, Reader.Of(http)), cancellationToken);
    }

    private static async Task<RazorComponentResult> ShowAsync(
        ReviewDb db,
        HttpContext http,
        string? message,
        CancellationToken cancellationToken
    )
    {
        var waiting = await GetPipeline.WaitingAsync(db, MostShown, cancellationToken);
        return new RazorComponentResult<VerificationPage>(
            new
            {
                Reader = Reader.Of(http),
                Waiting = waiting.ConvertAll(candidate => CandidateView.Of(candidate, http.User.Identity?.Name)),
                Message = message,
            }
        )
        {
            StatusCode = message is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }
}
