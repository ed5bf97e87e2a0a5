using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Data;
using NewsEducator.Contracts;
using Npgsql;

namespace NewsEducator.Compliance.Policies;

/// <summary>Stores a further version of the policy, which every replica screens by from its next item on.</summary>
internal static class ChangePolicy
{
    private const int LongestComment = 500;

    /// <param name="comment">Why, for the history.</param>
    /// <param name="ifMatch">The ETag of the policy that was edited.</param>
    public static async Task<Results<Ok<PolicyStanding>, ProblemHttpResult>> Handle(
        HttpContext http,
        string? comment,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ComplianceDb db,
        PolicyInForce policies,
        TimeProvider time,
        CancellationToken cancellationToken)
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
        var version = Next(inForce, body, comment, http.User, time.GetUtcNow());
        if (!PolicyTag.Matches(ifMatch, inForce.Number) || !await StoreAsync(db, version, inForce, cancellationToken))
        {
            return Stale(await policies.VersionAsync(cancellationToken), policy);
        }

        http.Response.Headers.ETag = PolicyTag.Of(version.Number);
        return TypedResults.Ok(PolicyView.Of(version));
    }

    /// <returns>The version in force where nothing is changed, else the one after it.</returns>
    private static PolicyVersion Next(PolicyVersion inForce, PolicyBody.Content body, string? comment, ClaimsPrincipal user, DateTimeOffset now) =>
        body.Yaml == inForce.Yaml
            ? inForce
            : new PolicyVersion
            {
                Number = inForce.Number + 1,
                Version = body.Policy!.Version,
                Yaml = body.Yaml,
                By = user.Identity?.Name ?? throw new InvalidOperationException("Nobody is signed in."),
                At = now,
                Comment = comment is null ? null : PlainText.Line(comment, LongestComment),
            };

    /// <returns>False where somebody else stored a version of this number meanwhile.</returns>
    private static async Task<bool> StoreAsync(ComplianceDb db, PolicyVersion version, PolicyVersion inForce, CancellationToken cancellationToken)
    {
        if (version == inForce)
        {
            return true;
        }

        db.PolicyVersions.Add(version);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            ComplianceMetrics.PolicyChanged();
            return true;
        }
        catch (DbUpdateException error) when (error.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return false;
        }
    }

    private static ProblemHttpResult Stale(PolicyVersion inForce, Policy yours)
    {
        var problem = Problems.Of(StatusCodes.Status412PreconditionFailed, "policy.stale", inForce.Number);
        problem.ProblemDetails.Extensions["etag"] = PolicyTag.Of(inForce.Number);
        problem.ProblemDetails.Extensions["current"] = inForce.Yaml;
        problem.ProblemDetails.Extensions["differences"] = PolicyDifference.Between(inForce.Open(), yours);
        return problem;
    }
}
