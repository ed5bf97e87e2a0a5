using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Mail.Issues;

/// <summary>How far the mails of each digest are; a person lets an overdue issue go, or ends one.</summary>
internal static class DecideIssue
{
    private const int PageSize = 30;

    /// <summary>The newest.</summary>
    public static async Task<Ok<List<MailIssueView>>> List(PublisherDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(
            await db
                .MailIssues.AsNoTracking()
                .OrderByDescending(issue => issue.DueAt)
                .Take(PageSize)
                .Select(issue => new MailIssueView(
                    issue.Date,
                    issue.Revision,
                    issue.State,
                    issue.DueAt,
                    issue.DecidedBy,
                    db.MailDeliveries.Count(mail =>
                        mail.Date == issue.Date && mail.Revision == issue.Revision && mail.State == MailDeliveryState.Pending
                    ),
                    db.MailDeliveries.Count(mail =>
                        mail.Date == issue.Date && mail.Revision == issue.Revision && mail.State == MailDeliveryState.Sent
                    ),
                    db.MailDeliveries.Count(mail =>
                        mail.Date == issue.Date && mail.Revision == issue.Revision && mail.State == MailDeliveryState.Failed
                    )
                ))
                .ToListAsync(cancellationToken)
        );

    /// <summary>Although it is overdue.</summary>
    public static Task<Results<NoContent, NotFound, ProblemHttpResult>> Send(
        DateOnly date,
        int revision,
        PublisherDb db,
        HttpContext http,
        CancellationToken cancellationToken
    ) => DecideAsync(date, revision, MailIssueState.Due, [MailIssueState.Waiting], db, http, cancellationToken);

    /// <summary>Who has it already keeps it.</summary>
    public static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Cancel(
        DateOnly date,
        int revision,
        PublisherDb db,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        MailIssueState[] open = [MailIssueState.Waiting, MailIssueState.Due, MailIssueState.Sending];
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var answer = await DecideAsync(date, revision, MailIssueState.Cancelled, open, db, http, cancellationToken);
        if (answer.Result is NoContent)
        {
            await db
                .MailDeliveries.Where(mail =>
                    mail.Date == date && mail.Revision == revision && mail.State == MailDeliveryState.Pending && mail.LeasedUntil == null
                )
                .ExecuteUpdateAsync(
                    update =>
                        update
                            .SetProperty(mail => mail.State, MailDeliveryState.Cancelled)
                            .SetProperty(mail => mail.NextAt, (DateTimeOffset?)null),
                    cancellationToken
                );
        }

        await transaction.CommitAsync(cancellationToken);
        return answer;
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> DecideAsync(
        DateOnly date,
        int revision,
        MailIssueState next,
        MailIssueState[] from,
        PublisherDb db,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var by = http.User.Identity!.Name;
        var issue = db.MailIssues.Where(each => each.Date == date && each.Revision == revision);
        var changed = await issue
            .Where(each => from.Contains(each.State))
            .ExecuteUpdateAsync(
                update => update.SetProperty(each => each.State, next).SetProperty(each => each.DecidedBy, by),
                cancellationToken
            );
        return changed > 0 ? TypedResults.NoContent()
            : await issue.AnyAsync(cancellationToken)
                ? TypedResults.Problem($"The issue is not {string.Join(" or ", from)} any more.", statusCode: StatusCodes.Status409Conflict)
            : TypedResults.NotFound();
    }
}
