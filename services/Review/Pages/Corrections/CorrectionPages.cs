using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Edits;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Corrections;
using NewsEducator.Review.Data;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Packs.Files;
using NewsEducator.Review.Texts;
using NewsEducator.ServiceDefaults.Http;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Pages.Corrections;

/// <summary>The corrections queue; every change is a form that is posted and answered with a redirect.</summary>
internal static class CorrectionPages
{
    private const string Address = "/corrections";

    public static Task<IResult> Show(
        ReviewDb db,
        HttpContext http,
        CancellationToken cancellationToken,
        bool ended = false,
        string? cursor = null
    ) => ShowAsync(db, http, null, null, cancellationToken, ended, cursor);

    public static async Task<IResult> Find(
        [FromForm] Guid candidate,
        [FromForm] string? sentence,
        [FromForm] string? note,
        CorrectionDesk desk,
        ReviewDb db,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var found = await desk.FindAsync(new FindingRequest(candidate, note ?? "", sentence), Who(http), cancellationToken);
        return await AfterAsync(found, db, http, null, cancellationToken);
    }

    /// <summary>Accepts what was found and proposed by the product, approves a draft, or dismisses the entry.</summary>
    public static async Task<IResult> Decide(
        Guid id,
        [FromForm] string choice,
        [FromForm] string version,
        [FromForm] string? reason,
        CorrectionDesk desk,
        ProposeCorrection proposals,
        ReviewDb db,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (choice == PackFormat.NameOf(Choice.Skip))
        {
            return await AfterAsync(
                await desk.DismissAsync(Seen(id, version, http), reason, cancellationToken),
                db,
                http,
                null,
                cancellationToken
            );
        }

        var correction = await db.Corrections.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken);
        if (choice != PackFormat.NameOf(Choice.Approve) || correction is null)
        {
            return TypedResults.NotFound();
        }

        if (correction is not { State: CorrectionState.Open, Proposal: { } proposal })
        {
            return await AfterAsync(
                await proposals.ApproveAsync(Seen(id, version, http), Given(reason), cancellationToken),
                db,
                http,
                null,
                cancellationToken
            );
        }

        if (!http.User.IsInRole(Roles.Editor))
        {
            return TypedResults.Forbid(authenticationSchemes: [Session.Scheme]);
        }

        var accepted = await proposals.ProposeAsync(
            Seen(id, version, http),
            _ => new EditRequest(Summary: proposal),
            Given(reason) ?? Text.Get("correction.reason-drift", Text.Chinese),
            needsSecond: false,
            cancellationToken
        );
        return await AfterAsync(accepted, db, http, null, cancellationToken);
    }

    public static async Task<IResult> Propose(
        Guid id,
        [FromForm] string title,
        [FromForm] string summary,
        [FromForm] string? oneLiner,
        [FromForm] string? analogy,
        [FromForm] string? terms,
        [FromForm] bool? keepRest,
        [FromForm] string? reason,
        [FromForm] bool? second,
        [FromForm] string version,
        ProposeCorrection proposals,
        ReviewDb db,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var proposed = await proposals.ProposeAsync(
            Seen(id, version, http),
            shown =>
                TermLine.Read(PlainText.Line(terms)) is null
                    ? null
                    // A browser breaks the lines of a text area with CR LF.
                    : EditRequest.Of(
                        shown.Content,
                        PlainText.Line(title),
                        PlainText.Line(summary),
                        PlainText.Line(oneLiner),
                        PlainText.Line(analogy),
                        PlainText.Line(terms),
                        keepRest == true
                    ),
            reason,
            second == true,
            cancellationToken
        );
        var rejected = new RejectedProposal(id, new RejectedEdit(title, summary, oneLiner, analogy, terms), reason);
        return await AfterAsync(proposed, db, http, rejected, cancellationToken);
    }

    public static async Task<IResult> Reopen(
        Guid id,
        [FromForm] string version,
        CorrectionDesk desk,
        ReviewDb db,
        HttpContext http,
        CancellationToken cancellationToken
    ) => await AfterAsync(await desk.ReopenAsync(Seen(id, version, http), cancellationToken), db, http, null, cancellationToken);

    public static async Task<IResult> Withdraw(
        Guid id,
        [FromForm] string kind,
        [FromForm] string? reason,
        [FromForm] bool? second,
        [FromForm] string version,
        WithdrawFromQueue withdrawals,
        ReviewDb db,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var request = new WithdrawalRequest(kind, reason ?? "", second == true);
        return await AfterAsync(
            await withdrawals.WithdrawAsync(Seen(id, version, http), request, cancellationToken),
            db,
            http,
            null,
            cancellationToken
        );
    }

    public static async Task<IResult> Confirm(
        Guid id,
        [FromForm] string version,
        WithdrawFromQueue withdrawals,
        ReviewDb db,
        HttpContext http,
        CancellationToken cancellationToken
    ) => await AfterAsync(await withdrawals.ConfirmAsync(Seen(id, version, http), cancellationToken), db, http, null, cancellationToken);

    private static Actor Who(HttpContext http) => Actor.From(http.User, "page");

    private static SeenCorrection Seen(Guid id, string version, HttpContext http) =>
        new(id, current => VersionTag.Of(current) == version, Who(http));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static async Task<IResult> AfterAsync(
        CorrectionResult changed,
        ReviewDb db,
        HttpContext http,
        RejectedProposal? rejected,
        CancellationToken cancellationToken
    )
    {
        switch (changed.Result)
        {
            case Ok<CorrectionView> { Value: { } view }:
                return TypedResults.Redirect(view.EndedAt is null ? $"{Address}#k{view.Id:N}" : Address);
            case ProblemHttpResult problem:
                db.ChangeTracker.Clear();
                return await ShowAsync(db, http, PackPages.Said(problem, Reader.Of(http)), rejected, cancellationToken);
            default:
                return TypedResults.NotFound();
        }
    }

    private static async Task<IResult> ShowAsync(
        ReviewDb db,
        HttpContext http,
        string? message,
        RejectedProposal? rejected,
        CancellationToken cancellationToken,
        bool ended = false,
        string? cursor = null
    )
    {
        if (Cursor.Problem(cursor, Cursor.DefaultLimit, out var after) is not null)
        {
            return TypedResults.NotFound();
        }

        var viewer = http.User.Identity?.Name;
        var (list, published) = await CorrectionEndpoints.ReadAsync(db, ended, after, Cursor.DefaultLimit, viewer, cancellationToken);
        return new RazorComponentResult<CorrectionsPage>(
            new
            {
                Reader = Reader.Of(http),
                List = list,
                Published = (IReadOnlyDictionary<Guid, CandidateView>)
                    published.ToDictionary(each => each.Key, each => CandidateView.Of(each.Value, viewer)),
                Ended = ended,
                Message = message,
                Rejected = rejected,
            }
        )
        {
            StatusCode = message is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };
    }
}

/// <summary>What somebody proposed in vain.</summary>
public sealed record RejectedProposal(Guid Id, RejectedEdit Texts, string? Reason);
