using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Ranking;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Pages;

/// <summary>What waits beside an open pack, and adding one of it.</summary>
internal static class UnofferedPages
{
    public static Task<IResult> Show(
        DateOnly date,
        ReviewDb db,
        IOptions<ReviewOptions> options,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    ) => ShowAsync(date, db, options.Value, time, http, null, cancellationToken);

    public static async Task<IResult> Add(
        DateOnly date,
        [FromForm] Guid id,
        [FromForm] string version,
        ReviewDb db,
        IOptions<ReviewOptions> options,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var added = await UnofferedCandidates.AddAsync(
            db,
            date,
            id,
            candidate => VersionTag.Of(candidate.Version) == version,
            Actor.From(http.User, "page"),
            options.Value,
            time.GetUtcNow(),
            cancellationToken
        );
        if (added.Result is Ok<CandidateView> { Value: { } view })
        {
            return TypedResults.Redirect(PageFormat.AddressOf(date, view.Number));
        }

        if (added.Result is not ProblemHttpResult problem)
        {
            return added.Result;
        }

        db.ChangeTracker.Clear();
        return await ShowAsync(date, db, options.Value, time, http, PackPages.Said(problem, Reader.Of(http)), cancellationToken);
    }

    private static async Task<IResult> ShowAsync(
        DateOnly date,
        ReviewDb db,
        RankingOptions ranking,
        TimeProvider time,
        HttpContext http,
        string? message,
        CancellationToken cancellationToken
    )
    {
        if (await ReadPacks.FindAsync(db, date, cancellationToken) is not { } pack)
        {
            return TypedResults.NotFound();
        }

        if (pack.IsReleased)
        {
            return TypedResults.Redirect(PageFormat.AddressOf(date));
        }

        return new RazorComponentResult<UnofferedPage>(
            new
            {
                Reader = Reader.Of(http),
                Date = PageFormat.Iso(date),
                Rest = await UnofferedCandidates.ReadAsync(
                    db,
                    pack,
                    ranking,
                    time.GetUtcNow(),
                    http.User.Identity?.Name,
                    cancellationToken
                ),
                Message = message,
            }
        )
        {
            StatusCode = message is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }
}
