using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Corrections;
using NewsEducator.Publisher.Data;
using NewsEducator.Publisher.Digests;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Publisher.Withdrawals;

/// <summary>An editor retracts or takes down a published item: its digest gets a revision, and everybody who got the item gets an
/// event.</summary>
internal static class WithdrawItem
{
    private const int LongestReason = 500;

    /// <param name="Kind"><c>Retraction</c> or <c>Takedown</c>.</param>
    /// <param name="Reason">1 to 500 characters; readers see it.</param>
    internal sealed record Request(WithdrawalKind? Kind = null, string? Reason = null);

    public static async Task<Results<Ok<PublishedItemView>, NotFound, ValidationProblem, ProblemHttpResult>> Post(
        Guid id,
        Request request,
        PublisherDb db,
        ReviseDigest revise,
        WithdrawPublished withdraw,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        if (Faults(request) is { Count: > 0 } faults)
        {
            return TypedResults.ValidationProblem(faults);
        }

        if (await revise.FindAsync(id, cancellationToken) is not { } digest)
        {
            return TypedResults.NotFound();
        }

        var item = digest.Items.Single(each => each.ItemId == id);
        if (Refuse(http.Request, digest, item, request.Kind!.Value) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await withdraw.ApplyAsync(
            digest,
            item,
            request.Kind.Value,
            PlainText.Line(request.Reason),
            http.User.Identity!.Name!,
            correctionId: null,
            cancellationToken
        );
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Changed(digest.Revision);
        }

        await transaction.CommitAsync(cancellationToken);
        VersionTag.Put(http.Response, digest.Revision);
        return TypedResults.Ok(PublishedItemView.Of(item, digest.Revision));
    }

    private static Dictionary<string, string[]> Faults(Request request)
    {
        var faults = new Dictionary<string, string[]>();
        if (request.Kind is not { } kind || !Enum.IsDefined(kind))
        {
            faults["kind"] = ["Say Retraction (it was wrong) or Takedown (it may not be shown; its text is removed for good)."];
        }

        if (PlainText.Line(request.Reason) is not { Length: > 0 and <= LongestReason })
        {
            faults["reason"] = [$"Say in 1 to {LongestReason} characters why; readers see it."];
        }

        return faults;
    }

    private static ProblemHttpResult? Refuse(HttpRequest request, Digest digest, DigestItem item, WithdrawalKind kind)
    {
        if (!VersionTag.IsConditional(request))
        {
            return TypedResults.Problem(
                "Send If-Match with the digest's revision as GET /api/items/{id} gives it in ETag, so that nothing is overwritten unseen.",
                statusCode: StatusCodes.Status428PreconditionRequired
            );
        }

        if (!VersionTag.Names(request, digest.Revision))
        {
            return Changed(digest.Revision);
        }

        return item.MayBeWithdrawn(kind)
            ? null
            : TypedResults.Problem(
                $"Item {item.Number} of {digest.Date:yyyy-MM-dd} is withdrawn already ({item.WithdrawnAs}).",
                statusCode: StatusCodes.Status409Conflict
            );
    }

    private static ProblemHttpResult Changed(int revision) =>
        TypedResults.Problem(
            $"The digest has changed; it is at revision {revision} or later. Read the item again, then decide.",
            statusCode: StatusCodes.Status412PreconditionFailed
        );
}
