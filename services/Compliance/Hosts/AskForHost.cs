using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Compliance.Data;
using NewsEducator.Compliance.Policies;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Compliance.Hosts;

/// <summary>An editor asks for a host that the policy does not allow.</summary>
internal static class AskForHost
{
    internal const int LongestReason = 500;

    /// <param name="Url">Of the source that the host is needed for.</param>
    /// <param name="Reason">Why; operators decide by it.</param>
    /// <param name="Paths">Folders, if not all of the host is needed.</param>
    internal sealed record Request(string? Url = null, string? Reason = null, IReadOnlyList<string?>? Paths = null);

    public static async Task<Results<Created<HostRequestView>, ProblemHttpResult>> Handle(
        Request request,
        HttpContext http,
        ComplianceDb db,
        PolicyInForce policies,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var reason = PlainText.Line(request.Reason, LongestReason);
        if (Refuse(request, reason, out var page, out var paths) is { } refusal)
        {
            return refusal;
        }

        var policy = await policies.GetAsync(cancellationToken);
        if (policy.Allows(page!))
        {
            return Problems.Of(StatusCodes.Status409Conflict, "host.allowed", page!.IdnHost, policy.Number);
        }

        var asked = new HostRequest
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Host = page!.IdnHost,
            Paths = paths!,
            Url = page.AbsoluteUri,
            Reason = reason,
            AskedBy = Person.NameOf(http.User),
            AskedAt = time.GetUtcNow(),
        };
        db.HostRequests.Add(asked);
        return await db.TrySaveNewAsync(cancellationToken)
            ? TypedResults.Created($"/api/policy/hosts/{asked.Id}", asked.View())
            : Problems.Of(StatusCodes.Status409Conflict, "host.asked", asked.Host);
    }

    private static ProblemHttpResult? Refuse(Request request, string reason, out Uri? page, out string[]? paths)
    {
        paths = HostPaths.Read(request.Paths);
        return !TryReadPage(request.Url, out page) ? Unprocessable("host.url", PlainText.Line(request.Url, 200))
            : reason.Length == 0 ? Unprocessable("host.reason")
            : HostPaths.Refuse(page.IdnHost, paths, page);
    }

    private static bool TryReadPage(string? url, [NotNullWhen(true)] out Uri? page) =>
        CanonicalUrl.TryParse(url ?? "", out page) && Uri.CheckHostName(page.IdnHost) == UriHostNameType.Dns;

    private static ProblemHttpResult Unprocessable(string key, params IEnumerable<object> arguments) =>
        Problems.Of(StatusCodes.Status422UnprocessableEntity, key, arguments);
}
