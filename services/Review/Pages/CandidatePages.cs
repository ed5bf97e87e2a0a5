using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Candidates.Edits;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Packs.Files;
using NewsEducator.Review.Pages.Evidence;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Review.Pages;

/// <summary>One candidate: its page beside the source, its card and its source alone, and the edit form's target.</summary>
internal static class CandidatePages
{
    private const string FragmentHeader = "X-Fragment";

    public static bool WantsCard(HttpContext http) => http.Request.Headers[FragmentHeader] == "card";

    public static Task<Results<RazorComponentResult, NotFound>> Show(
        Guid id,
        ReviewDb db,
        ReadSnapshot snapshots,
        HttpContext http,
        CancellationToken cancellationToken
    ) => ShowAsync(id, db, snapshots, http, null, null, cancellationToken);

    public static async Task<IResult> ShowCard(Guid id, ReviewDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var candidate = await db.Candidates.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
        var pack = await db
            .Packs.AsNoTracking()
            .SingleOrDefaultAsync(each => candidate != null && each.Id == candidate.PackId, cancellationToken);
        return candidate is null || pack is null ? TypedResults.NotFound() : Card(http, pack, candidate, null);
    }

    /// <param name="http">The request.</param>
    /// <param name="pack">The candidate's.</param>
    /// <param name="candidate">As it stands now.</param>
    /// <param name="message">Why a change was refused.</param>
    public static RazorComponentResult Card(HttpContext http, Pack pack, Candidate candidate, string? message) =>
        new RazorComponentResult<CandidateCard>(
            new
            {
                Reader = Reader.Of(http),
                Date = PageFormat.Iso(pack.Date),
                Candidate = CandidateView.Of(candidate, http.User.Identity?.Name),
                IsOpen = !pack.IsReleased,
                Message = message,
            }
        )
        {
            StatusCode = message is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };

    public static async Task<IResult> Source(
        Guid id,
        ReviewDb db,
        ReadSnapshot snapshots,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (await db.Candidates.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken) is not { } candidate)
        {
            return TypedResults.NotFound();
        }

        var view = CandidateView.Of(candidate, http.User.Identity?.Name);
        return new RazorComponentResult<SourcesOf>(
            new
            {
                Reader = Reader.Of(http),
                Candidate = view,
                List = await snapshots.OfAsync(view, cancellationToken),
            }
        );
    }

    public static async Task<IResult> Edit(
        Guid id,
        [FromForm] string title,
        [FromForm] string summary,
        [FromForm] string? oneLiner,
        [FromForm] string? analogy,
        [FromForm] string? terms,
        [FromForm] bool? keepRest,
        [FromForm] string version,
        ReviewDb db,
        ReadSnapshot snapshots,
        TimeProvider time,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.LockPackOfAsync(id, cancellationToken) is not var (pack, candidate))
        {
            return TypedResults.NotFound();
        }

        // A browser breaks the lines of a text area with CR LF.
        var edit = EditRequest.Of(
            candidate.Content,
            PlainText.Line(title),
            PlainText.Line(summary),
            PlainText.Line(oneLiner),
            PlainText.Line(analogy),
            PlainText.Line(terms),
            keepRest == true
        );
        if (Refusal(pack, candidate, edit, terms, version) is { } refusal)
        {
            await transaction.DisposeAsync();
            db.ChangeTracker.Clear();
            return (
                await ShowAsync(
                    id,
                    db,
                    snapshots,
                    http,
                    Reader.Of(http).T(refusal, PageFormat.Iso(pack.Date)),
                    new RejectedEdit(title, summary, oneLiner, analogy, terms),
                    cancellationToken
                )
            ).Result;
        }

        db.Edit(pack, candidate, edit, Actor.From(http.User, "page"), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Redirect(PageFormat.AddressOf(pack.Date, candidate.Number));
    }

    private static string? Refusal(Pack pack, Candidate candidate, EditRequest edit, string? terms, string version) =>
        pack.IsReleased ? "decide.released"
        : VersionTag.Of(candidate.Version) != version ? "edit.stale"
        : candidate.Source is null ? "decide.unscreened"
        : TermLine.Read(PlainText.Line(terms)) is null || edit.Problem() is not null ? "edit.length"
        : null;

    public static async Task<Results<RazorComponentResult, NotFound>> ShowAsync(
        Guid id,
        ReviewDb db,
        ReadSnapshot snapshots,
        HttpContext http,
        string? message,
        RejectedEdit? rejected,
        CancellationToken cancellationToken
    )
    {
        if (await db.Candidates.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken) is not { } candidate)
        {
            return TypedResults.NotFound();
        }

        var pack = await db.Packs.AsNoTracking().SingleOrDefaultAsync(each => each.Id == candidate.PackId, cancellationToken);
        var history = await ReadHistory
            .Lines(db)
            .Where(line => line.CandidateId == id)
            .OrderBy(line => line.Id)
            .ToListAsync(cancellationToken);
        var view = CandidateView.Of(candidate, http.User.Identity?.Name);
        return new RazorComponentResult<CandidatePage>(
            new
            {
                Reader = Reader.Of(http),
                Candidate = view,
                Date = pack is null ? null : PageFormat.Iso(pack.Date),
                IsOpen = pack is { IsReleased: false },
                History = ReadHistory.For(history, http),
                Comments = (await CandidateComments.List(id, db, cancellationToken)).Result is Ok<List<CommentView>> { Value: { } comments }
                    ? comments
                    : [],
                Sources = await snapshots.OfAsync(view, cancellationToken),
                Message = message,
                Rejected = rejected,
            }
        )
        {
            StatusCode = message is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }
}

/// <summary>What somebody wrote over a text that had changed meanwhile; shown beside what stands there now.</summary>
public sealed record RejectedEdit(string Title, string Summary, string? OneLiner, string? Analogy, string? Terms);
