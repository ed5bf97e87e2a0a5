using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsEducator.Compliance.Data;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Http;
using NewsEducator.ServiceDefaults.Security;

namespace NewsEducator.Compliance.Policies;

/// <summary>Stores a further version of the policy, which every replica screens by from its next item on.</summary>
internal static class ChangePolicy
{
    /// <param name="comment">Why, for the history.</param>
    /// <param name="ifMatch">The ETag of the policy that was edited.</param>
    public static async Task<Results<Ok<PolicyStatus>, ProblemHttpResult>> Handle(
        HttpContext http,
        string? comment,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ComplianceDb db,
        PolicyInForce policies,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (ifMatch is null)
        {
            return Problems.Of(StatusCodes.Status428PreconditionRequired, "policy.if-match");
        }

        var body = await PolicyBody.ReadAsync(http.Request, cancellationToken);
        if (body.Policy is not { } policy)
        {
            return body.Refusal!;
        }

        var inForce = await policies.VersionAsync(cancellationToken);
        var version =
            body.Yaml == inForce.Yaml ? inForce : inForce.Next(body.Yaml, policy, comment, Person.NameOf(http.User), time.GetUtcNow());
        if (!VersionTag.Matches(ifMatch, inForce.Number) || !await db.TryStoreAsync(version == inForce ? null : version, cancellationToken))
        {
            return Stale(await policies.VersionAsync(cancellationToken), policy);
        }

        VersionTag.Put(http.Response, version.Number);
        return TypedResults.Ok(PolicyView.Of(version));
    }

    private static ProblemHttpResult Stale(PolicyVersion inForce, Policy yours)
    {
        var problem = Problems.Of(StatusCodes.Status412PreconditionFailed, "policy.stale", inForce.Number);
        problem.ProblemDetails.Extensions["etag"] = VersionTag.Of(inForce.Number);
        problem.ProblemDetails.Extensions["current"] = inForce.Yaml;
        problem.ProblemDetails.Extensions["differences"] = PolicyDifference.Between(inForce.Open(), yours);
        return problem;
    }
}
