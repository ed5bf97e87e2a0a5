using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Compliance.Data;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Http;

namespace NewsEducator.Compliance.Policies;

internal static class ReadPolicy
{
    private const string Yaml = "application/yaml";
    private const int Most = 100;

    /// <summary>The policy in force, as JSON or, where the caller accepts that rather, as the YAML that was stored.</summary>
    public static async Task<Results<Ok<PolicyStatus>, ContentHttpResult>> Handle(
        PolicyInForce policies,
        HttpContext http,
        CancellationToken cancellationToken
    )
    {
        var version = await policies.VersionAsync(cancellationToken);
        VersionTag.Put(http.Response, version.Number);
        http.Response.Headers.Vary = "Accept";
        return http.Request.Headers.Accept.ToString().Contains("yaml", StringComparison.OrdinalIgnoreCase)
            ? AsYaml(version)
            : TypedResults.Ok(PolicyView.Of(version));
    }

    public static async Task<ContentHttpResult> File(PolicyInForce policies, HttpResponse response, CancellationToken cancellationToken)
    {
        var version = await policies.VersionAsync(cancellationToken);
        VersionTag.Put(response, version.Number);
        return AsYaml(version);
    }

    /// <summary>Who changed it when, the latest first.</summary>
    /// <param name="before">The last number of the page before.</param>
    public static async Task<Ok<List<PolicyVersionView>>> Versions(
        ComplianceDb db,
        CancellationToken cancellationToken,
        int before = int.MaxValue
    ) =>
        TypedResults.Ok(
            await db
                .PolicyVersions.Where(version => version.Number < before)
                .OrderByDescending(version => version.Number)
                .Take(Most)
                .Select(version => new PolicyVersionView(version.Number, version.Version, version.By, version.At, version.Comment))
                .ToListAsync(cancellationToken)
        );

    public static async Task<Results<ContentHttpResult, NotFound>> Version(
        int number,
        ComplianceDb db,
        CancellationToken cancellationToken
    ) => await db.PolicyVersions.FindAsync([number], cancellationToken) is { } version ? AsYaml(version) : TypedResults.NotFound();

    private static ContentHttpResult AsYaml(PolicyVersion version) => TypedResults.Text(version.Yaml, Yaml, Encoding.UTF8);
}
