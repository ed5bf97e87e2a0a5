using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Policies;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Compliance.Hosts;

/// <summary>An operator grants a host, which makes the next version of the policy, or declines it with a reason.</summary>
internal static class DecideHost
{
    /// <param name="Comment">For the history of the policy.</param>
    /// <param name="Paths">Folders in place of those that were asked for; missing: those.</param>
    internal sealed record Granting(string? Comment = null, IReadOnlyList<string?>? Paths = null);

    /// <param name="Reason">Why not; whoever asked reads it.</param>
    internal sealed record Declining(string? Reason = null);

    public static async Task<Results<Ok<HostRequestView>, NotFound, ProblemHttpResult>> Grant(
        Guid id,
        Granting? granting,
        HttpContext http,
        ComplianceDb db,
        PolicyInForce policies,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (await db.HostRequests.FindAsync([id], cancellationToken) is not { } request)
        {
            return TypedResults.NotFound();
        }

        var page = new Uri(request.Url);
        var paths = granting?.Paths is null ? request.Paths : HostPaths.Read(granting.Paths);
        if ((request.IsOpen ? HostPaths.Refuse(request.Host, paths, page) : Decided(request)) is { } refusal)
        {
            return refusal;
        }

        var (by, now) = (Person.NameOf(http.User), time.GetUtcNow());
        var comment = CommentOf(granting?.Comment);
        var inForce = await policies.VersionAsync(cancellationToken);
        var next = inForce.Open().Allows(page) ? inForce : NextVersion.Of(inForce, request, paths!, by, comment, now);
        if (next is null)
        {
            return Problems.Of(StatusCodes.Status409Conflict, "host.by-hand", request.Host);
        }

        request.Grant(next.Number, by, comment, now);
        return await StoreAsync(db, request, next == inForce ? null : next, cancellationToken);
    }

    public static async Task<Results<Ok<HostRequestView>, NotFound, ProblemHttpResult>> Decline(
        Guid id,
        Declining declining,
        HttpContext http,
        ComplianceDb db,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (await db.HostRequests.FindAsync([id], cancellationToken) is not { } request)
        {
            return TypedResults.NotFound();
        }

        if (!request.IsOpen)
        {
            return Decided(request);
        }

        if (CommentOf(declining.Reason) is not { } reason)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "host.declined-why");
        }

        request.Decline(Person.NameOf(http.User), reason, time.GetUtcNow());
        return await StoreAsync(db, request, null, cancellationToken);
    }

    private static async Task<Results<Ok<HostRequestView>, NotFound, ProblemHttpResult>> StoreAsync(
        ComplianceDb db,
        HostRequest request,
        PolicyVersion? version,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await db.TryStoreAsync(version, cancellationToken)
                ? TypedResults.Ok(request.View())
                : Problems.Of(StatusCodes.Status409Conflict, "host.raced");
        }
        catch (DbUpdateConcurrencyException)
        {
            return Decided(await db.HostRequests.AsNoTracking().SingleAsync(each => each.Id == request.Id, cancellationToken));
        }
    }

    private static ProblemHttpResult Decided(HostRequest request) =>
        Problems.Of(
            StatusCodes.Status409Conflict,
            request.State == HostRequestState.Granted ? "host.granted-already" : "host.declined-already",
            request.DecidedBy!
        );

    private static string? CommentOf(string? text) => PlainText.Line(text, AskForHost.LongestReason) is { Length: > 0 } line ? line : null;
}
