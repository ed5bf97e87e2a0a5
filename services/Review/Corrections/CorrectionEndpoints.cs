using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Listing;
using NewsEducator.Review.Data;
using NewsEducator.ServiceDefaults.Http;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Review.Corrections;

/// <summary>The corrections queue as an API; what changes an entry needs the ETag that was seen.</summary>
internal static class CorrectionEndpoints
{
    public static void MapCorrections(this RouteGroupBuilder api)
    {
        api.MapGet("/corrections", List).WithName("listCorrections").WithSummary("Proposals to change what is published");
        api.MapGet("/corrections/{id:guid}", Get).WithName("getCorrection").WithSummary("A proposal with its draft");
        var reviewing = api.MapGroup("").RequireAuthorization(Roles.Reviewer);
        reviewing.MapPost("/corrections", Find).WithName("reportFinding").WithSummary("Say that something published is wrong");
        reviewing.MapPost("/corrections/{id:guid}/dismissal", Dismiss).WithName("dismissCorrection").WithSummary("Dismiss a proposal");
        reviewing
            .MapPost("/corrections/{id:guid}/approval", Approve)
            .WithName("approveCorrection")
            .WithSummary("Approve the proposed text; it is signed and published");
        var editing = api.MapGroup("").RequireAuthorization(Roles.Editor);
        editing
            .MapPut("/corrections/{id:guid}/draft", Propose)
            .WithName("proposeCorrection")
            .WithSummary("Propose a corrected text; it is screened");
        editing.MapDelete("/corrections/{id:guid}/draft", Reopen).WithName("reopenCorrection").WithSummary("Drop what was proposed");
        editing
            .MapPost("/corrections/{id:guid}/withdrawal", Withdraw)
            .WithName("withdrawItem")
            .WithSummary("Retract the item, or take it down");
        editing
            .MapPost("/corrections/{id:guid}/withdrawal/confirmation", Confirm)
            .WithName("confirmWithdrawal")
            .WithSummary("Confirm, as another editor, a withdrawal that needs two");
    }

    /// <param name="ended">What was dismissed, applied or withdrawn instead of what waits.</param>
    public static async Task<Results<Ok<CorrectionPage>, ProblemHttpResult>> List(
        ReviewDb db,
        ClaimsPrincipal user,
        CancellationToken cancellationToken,
        bool ended = false,
        string? cursor = null,
        int limit = Cursor.DefaultLimit
    )
    {
        if (Cursor.Problem(cursor, limit, out var after) is { } problem)
        {
            return problem;
        }

        var (page, _) = await ReadAsync(db, ended, after, limit, user.Identity?.Name, cancellationToken);
        return TypedResults.Ok(page);
    }

    /// <returns>Also the texts that are published now, see <see cref="CorrectionViews.WithPublishedAsync"/>.</returns>
    public static async Task<(CorrectionPage Page, IReadOnlyDictionary<Guid, Candidate> Published)> ReadAsync(
        ReviewDb db,
        bool ended,
        (DateTimeOffset At, Guid Id)? after,
        int limit,
        string? viewer,
        CancellationToken cancellationToken
    )
    {
        var found = await Page(db, ended, after).Take(limit + 1).ToListAsync(cancellationToken);
        var (views, published) = await CorrectionViews.WithPublishedAsync(db, [.. found.Take(limit)], viewer, cancellationToken);
        var next = found.Count > limit ? Cursor.Write((PlaceOf(found[limit - 1]), found[limit - 1].Id)) : null;
        return (new CorrectionPage(views, next), published);
    }

    public static async Task<Results<Ok<CorrectionView>, NotFound>> Get(
        Guid id,
        ReviewDb db,
        ClaimsPrincipal user,
        HttpResponse response,
        CancellationToken cancellationToken
    )
    {
        if (await db.Corrections.AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, cancellationToken) is not { } correction)
        {
            return TypedResults.NotFound();
        }

        VersionTag.Put(response, correction.Version);
        return TypedResults.Ok((await CorrectionViews.OfAsync(db, [correction], user.Identity?.Name, cancellationToken))[0]);
    }

    private static IQueryable<Correction> Page(ReviewDb db, bool ended, (DateTimeOffset At, Guid Id)? after)
    {
        var corrections = db.Corrections.AsNoTracking().Where(each => Correction.Unended.Contains(each.State) != ended);
        if (!ended)
        {
            return (
                after is { } last
                    ? corrections.Where(each =>
                        EF.Functions.GreaterThan(ValueTuple.Create(each.FoundAt, each.Id), ValueTuple.Create(last.At, last.Id))
                    )
                    : corrections
            )
                .OrderBy(each => each.FoundAt)
                .ThenBy(each => each.Id);
        }

        return (
            after is { } before
                ? corrections.Where(each =>
                    EF.Functions.LessThan(
                        ValueTuple.Create(each.EndedAt, each.Id),
                        ValueTuple.Create((DateTimeOffset?)before.At, before.Id)
                    )
                )
                : corrections
        )
            .OrderByDescending(each => each.EndedAt)
            .ThenByDescending(each => each.Id);
    }

    private static DateTimeOffset PlaceOf(Correction correction) => correction.EndedAt ?? correction.FoundAt;

    private static Task<CorrectionResult> Find(
        FindingRequest request,
        CorrectionDesk desk,
        HttpContext http,
        CancellationToken cancellationToken
    ) => AnswerAsync(http, desk.FindAsync(request, Who(http), cancellationToken));

    private static Task<CorrectionResult> Dismiss(
        Guid id,
        DismissalRequest request,
        CorrectionDesk desk,
        HttpContext http,
        CancellationToken cancellationToken
    ) => IfSeenAsync(id, http, seen => desk.DismissAsync(seen, request.Reason, cancellationToken));

    private static Task<CorrectionResult> Propose(
        Guid id,
        ProposalRequest request,
        ProposeCorrection proposals,
        HttpContext http,
        CancellationToken cancellationToken
    ) =>
        IfSeenAsync(
            id,
            http,
            seen => proposals.ProposeAsync(seen, _ => request.Texts, request.Reason, request.NeedsSecond, cancellationToken)
        );

    private static Task<CorrectionResult> Reopen(Guid id, CorrectionDesk desk, HttpContext http, CancellationToken cancellationToken) =>
        IfSeenAsync(id, http, seen => desk.ReopenAsync(seen, cancellationToken));

    private static Task<CorrectionResult> Approve(
        Guid id,
        ApprovalRequest request,
        ProposeCorrection proposals,
        HttpContext http,
        CancellationToken cancellationToken
    ) => IfSeenAsync(id, http, seen => proposals.ApproveAsync(seen, request.Reason, cancellationToken));

    private static Task<CorrectionResult> Withdraw(
        Guid id,
        WithdrawalRequest request,
        WithdrawFromQueue withdrawals,
        HttpContext http,
        CancellationToken cancellationToken
    ) => IfSeenAsync(id, http, seen => withdrawals.WithdrawAsync(seen, request, cancellationToken));

    private static Task<CorrectionResult> Confirm(
        Guid id,
        WithdrawFromQueue withdrawals,
        HttpContext http,
        CancellationToken cancellationToken
    ) => IfSeenAsync(id, http, seen => withdrawals.ConfirmAsync(seen, cancellationToken));

    private static Actor Who(HttpContext http) => Actor.From(http.User, "api");

    private static async Task<CorrectionResult> IfSeenAsync(
        Guid id,
        HttpContext http,
        Func<SeenCorrection, Task<CorrectionResult>> change
    ) =>
        VersionTag.IsConditional(http.Request)
            ? await AnswerAsync(http, change(new SeenCorrection(id, version => VersionTag.Matches(http.Request, version), Who(http))))
            : Problems.Of(StatusCodes.Status428PreconditionRequired, "decide.if-match");

    private static async Task<CorrectionResult> AnswerAsync(HttpContext http, Task<CorrectionResult> change)
    {
        var changed = await change;
        if (changed.Result is Ok<CorrectionView> { Value: { } view })
        {
            http.Response.Headers.ETag = view.ETag;
        }

        return changed;
    }
}
