using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Mail.Issues;
using NewsEducator.Publisher.Mail.Subscribers;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Publisher.Mail;

/// <summary>Operators see who gets mail and decide on issues that are overdue; a mail server's filter reports bounces.</summary>
internal static class MailEndpoints
{
    /// <param name="Address">Who could not be reached; or the subscriber's id, where the bounce address holds it.</param>
    /// <param name="SubscriberId">Instead of an address.</param>
    /// <param name="IsPermanent">5xx: the address does not exist.</param>
    /// <param name="Reason">What the server said.</param>
    internal sealed record BounceReport(string? Address = null, Guid? SubscriberId = null, bool IsPermanent = false, string? Reason = null);

    public static void MapMail(this IEndpointRouteBuilder app)
    {
        var mail = app.MapGroup("/api/mail").WithTags("Mail").RequireAuthorization(Roles.Operator);
        mail.MapGet("/subscribers", ListSubscribers.Handle);
        mail.MapGet("/subscribers/counts", ListSubscribers.Count);
        mail.MapDelete("/subscribers/{id:guid}", ListSubscribers.Forget);
        mail.MapPost("/bounces", Bounce);
        mail.MapGet("/issues", DecideIssue.List);
        mail.MapPost("/issues/{date}/{revision:int}/send", DecideIssue.Send);
        mail.MapPost("/issues/{date}/{revision:int}/cancel", DecideIssue.Cancel);
    }

    private static async Task<Results<NoContent, NotFound>> Bounce(
        BounceReport report,
        PublisherDb db,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var address = report.Address?.ToLowerInvariant();
        var subscriber = await db.MailSubscribers.SingleOrDefaultAsync(
            each => report.SubscriberId != null ? each.Id == report.SubscriberId : each.Address == address,
            cancellationToken
        );
        if (subscriber is null)
        {
            return TypedResults.NotFound();
        }

        subscriber.Bounce(report.IsPermanent, MailFaults.ReasonOf(report.Reason), time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
