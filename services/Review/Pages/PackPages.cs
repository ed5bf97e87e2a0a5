using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Schedule;

namespace NewsEducator.Review.Pages;

/// <summary>The reviewer's pages: every change is a form that is posted and answered with a redirect.</summary>
internal static class PackPages
{
    public static async Task<RazorComponentResult<PackListPage>> List(ReviewDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var packs = await ReadPacks.List(db, cancellationToken);
        return new RazorComponentResult<PackListPage>(new { Reader = Reader.Of(http), Packs = packs.Value });
    }

    public static Task<Results<RazorComponentResult<PackPage>, NotFound>> Show(
        DateOnly date, ReviewDb db, HttpContext http, CancellationToken cancellationToken) =>
        ShowAsync(date, db, http, null, cancellationToken);

    public static async Task<Results<RedirectHttpResult, NotFound>> Cut(CutPack cut, PackCalendar calendar, HttpContext http, CancellationToken cancellationToken)
    {
        await cut.SettleAsync(cancellationToken);
        await cut.CutAsync(calendar.Today, Actor.From(http.User, "page").Name, cancellationToken);
        return TypedResults.Redirect(AddressOf(calendar.Today));
    }

    public static async Task<Results<RedirectHttpResult, RazorComponentResult<PackPage>, NotFound>> Decide(
        DateOnly date,
        [FromForm] int number,
        [FromForm] string choice,
        [FromForm] string version,
        [FromForm] string? reason,
        ReviewDb db,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var pack = await db.LockPackAsync(date, cancellationToken);
        var candidate = pack?.Candidates.Find(each => each.Number == number);
        var wanted = PackFormat.Choices.Where(each => PackFormat.NameOf(each) == choice).Select(each => (Choice?)each).SingleOrDefault();
        if (pack is null || candidate is null || wanted is null)
        {
            return TypedResults.NotFound();
        }

        var who = Actor.From(http.User, "page");
        var problem = Tag.Of(candidate.Version) == version ? Decisions.Hindrance(pack, candidate, wanted, reason, who) : "edit.stale";
        if (problem is not null)
        {
            await transaction.DisposeAsync();
            db.ChangeTracker.Clear();
            return await AgainAsync(date, db, http, Reader.Of(http).T(problem, date.ToString("O")), cancellationToken);
        }

        db.Decide(pack, candidate, wanted, string.IsNullOrWhiteSpace(reason) ? null : reason, who, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Redirect($"{AddressOf(date)}#c{Math.Min(number + 1, pack.Candidates.Count)}");
    }

    public static async Task<Results<RedirectHttpResult, NotFound>> Undo(
        DateOnly date, ReviewDb db, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockPackAsync(date, cancellationToken) is not { IsReleased: false } pack)
        {
            return TypedResults.NotFound();
        }

        var candidate = await db.UndoAsync(pack, Actor.From(http.User, "page"), time.GetUtcNow(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Redirect($"{AddressOf(date)}#c{candidate?.Number}");
    }

    public static async Task<Results<RedirectHttpResult, RazorComponentResult<PackPage>, NotFound>> Release(
        DateOnly date, ReviewDb db, TimeProvider time, IOptions<ReviewOptions> options, HttpContext http, CancellationToken cancellationToken)
    {
        if (await ReadPacks.FindAsync(db, date, cancellationToken) is null)
        {
            return TypedResults.NotFound();
        }

        if (await ReleasePack.ReleaseAsync(db, date, Actor.From(http.User, "page"), time, cancellationToken) is { } problem)
        {
            db.ChangeTracker.Clear();
            var reader = Reader.Of(http);
            var detail = reader.Language == "zh" ? problem.ProblemDetails.Detail : (string?)problem.ProblemDetails.Extensions["detailEn"];
            return await AgainAsync(date, db, http, detail, cancellationToken);
        }

        await ReadPacks.WaitAsync(db, date, pack => pack.PublishedAt is not null, options.Value.AnswerWithin, time, cancellationToken);
        return TypedResults.Redirect(AddressOf(date));
    }

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<PackPage>, NotFound>> AgainAsync(
        DateOnly date, ReviewDb db, HttpContext http, string? message, CancellationToken cancellationToken)
    {
        var shown = await ShowAsync(date, db, http, message, cancellationToken);
        return shown.Result is RazorComponentResult<PackPage> page ? page : TypedResults.NotFound();
    }

    private static async Task<Results<RazorComponentResult<PackPage>, NotFound>> ShowAsync(
        DateOnly date, ReviewDb db, HttpContext http, string? message, CancellationToken cancellationToken)
    {
        if (await ReadPacks.FindAsync(db, date, cancellationToken) is not { } pack)
        {
            return TypedResults.NotFound();
        }

        var view = await ReadPacks.ViewAsync(db, pack, cancellationToken, http.User.Identity?.Name);
        return new RazorComponentResult<PackPage>(new { Reader = Reader.Of(http), Pack = view, Message = message })
        {
            StatusCode = message is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }

    private static string AddressOf(DateOnly date) => $"/packs/{date:yyyy-MM-dd}";
}
