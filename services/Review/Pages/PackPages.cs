using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Packs.Releases;
using NewsEducator.Review.Schedule;

namespace NewsEducator.Review.Pages;

/// <summary>The reviewer's pages: every change is a form that is posted and answered with a redirect.</summary>
internal static class PackPages
{
    public static async Task<RazorComponentResult> List(
        ReviewDb db,
        PackCalendar calendar,
        HttpContext http,
        CancellationToken cancellationToken,
        DateOnly? before = null
    )
    {
        var packs = (await ReadPacks.List(db, cancellationToken, before)).Value!;
        var last = packs.LastOrDefault()?.Date;
        var goesOn = await db.Packs.AnyAsync(pack => pack.Date < last, cancellationToken);
        return new RazorComponentResult<PackListPage>(
            new
            {
                Reader = Reader.Of(http),
                Packs = packs,
                Earlier = goesOn ? last : null,
                calendar.NextCut,
            }
        );
    }

    public static Task<Results<RazorComponentResult, NotFound>> Show(
        DateOnly date,
        ReviewDb db,
        HttpContext http,
        CancellationToken cancellationToken,
        string? q = null,
        string? show = null
    ) => ShowAsync(date, db, http, null, cancellationToken, q, show);

    /// <summary>The bar alone, for a page that is open already.</summary>
    public static async Task<Results<RazorComponentResult, NotFound>> Bar(
        DateOnly date,
        ReviewDb db,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        await ReadPacks.FindAsync(db, date, cancellationToken) is { } pack
            ? new RazorComponentResult<PackBar>(new { Reader = Reader.Of(http), Pack = PackView.Of(pack, []) })
            : TypedResults.NotFound();

    public static async Task<Results<RedirectHttpResult, NotFound>> Cut(
        CutPack cut,
        PackCalendar calendar,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        await cut.SettleAsync(cancellationToken);
        await cut.CutAsync(calendar.Today, Actor.From(http.User, "page").Name, cancellationToken);
        return TypedResults.Redirect(PageFormat.AddressOf(calendar.Today));
    }

    public static async Task<Results<RedirectHttpResult, NotFound>> Undo(
        DateOnly date,
        ReviewDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockPackAsync(date, cancellationToken) is not { IsReleased: false } pack)
        {
            return TypedResults.NotFound();
        }

        var candidate = await db.UndoAsync(pack, Actor.From(http.User, "page"), time.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Redirect(PageFormat.AddressOf(date, candidate?.Number ?? 1));
    }

    public static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> Release(
        DateOnly date,
        [FromForm] bool? confirm,
        ReleasePack release,
        ReviewDb db,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (await ReadPacks.FindAsync(db, date, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        var problem = await release.ReleaseAsync(date, Actor.From(http.User, "page"), confirm == true, cancellationToken);
        return await AfterAsync(date, problem, db, http, cancellationToken);
    }

    public static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> TakeBack(
        DateOnly date,
        ReleasePack release,
        ReviewDb db,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (await ReadPacks.FindAsync(db, date, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        return await AfterAsync(
            date,
            await release.TakeBackAsync(date, Actor.From(http.User, "page"), cancellationToken),
            db,
            http,
            cancellationToken
        );
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> AfterAsync(
        DateOnly date,
        ProblemHttpResult? problem,
        ReviewDb db,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        db.ChangeTracker.Clear();
        if (problem is null)
        {
            return TypedResults.Redirect(PageFormat.AddressOf(date));
        }

        var shown = await ShowAsync(
            date,
            db,
            http,
            Said(problem, Reader.Of(http)),
            cancellationToken,
            asks: problem.ProblemDetails.Extensions["code"] is "release.confirm"
        );
        return shown.Result is RazorComponentResult page ? page : TypedResults.NotFound();
    }

    private static ReviewOptions Ranking(HttpContext http) => http.RequestServices.GetRequiredService<IOptions<ReviewOptions>>().Value;

    /// <summary>What a refusal of the API says, in the reader's language.</summary>
    public static string? Said(ProblemHttpResult problem, Reader reader) =>
        reader.Language == "zh" ? problem.ProblemDetails.Detail : (string?)problem.ProblemDetails.Extensions["detailEn"];

    /// <summary>The page with a word on what was refused.</summary>
    public static async Task<Results<RedirectHttpResult, RazorComponentResult, NotFound>> AgainAsync(
        DateOnly date,
        ReviewDb db,
        HttpContext http,
        string? message,
        CancellationToken cancellationToken
    )
    {
        var shown = await ShowAsync(date, db, http, message, cancellationToken);
        return shown.Result is RazorComponentResult page ? page : TypedResults.NotFound();
    }

    private static async Task<Results<RazorComponentResult, NotFound>> ShowAsync(
        DateOnly date,
        ReviewDb db,
        HttpContext http,
        string? message,
        CancellationToken cancellationToken,
        string? query = null,
        string? show = null,
        bool asks = false
    )
    {
        if (await ReadPacks.FindAsync(db, date, cancellationToken) is not { } pack)
        {
            return TypedResults.NotFound();
        }

        var view = await ReadPacks.ViewAsync(db, pack, cancellationToken, http.User.Identity?.Name);
        return new RazorComponentResult<PackPage>(
            new
            {
                Reader = Reader.Of(http),
                Pack = view,
                Rest = pack.IsReleased ? 0 : await UnofferedCandidates.CountAsync(db, Ranking(http), cancellationToken),
                Message = message,
                Query = query,
                Show = show,
                Asks = asks,
            }
        )
        {
            StatusCode = message is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }
}
