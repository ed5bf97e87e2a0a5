using System.Text;
using NewsEducator.Contracts;
using NewsEducator.Review.Operations;

namespace NewsEducator.Review.Policies;

/// <summary>Compliance's policy, read and changed for whoever is signed in: Compliance asks what they may do.</summary>
internal sealed class PolicyCalls(ServiceCalls calls)
{
    private const string Compliance = "compliance";
    private static readonly TimeSpan PreviewPatience = TimeSpan.FromMinutes(2);

    /// <summary>The policy in force as it was stored, with its ETag.</summary>
    public Task<ServiceResponse> FileAsync(CancellationToken cancellationToken) =>
        calls.SendAsync(HttpMethod.Get, Compliance, "/api/policy.yaml", null, cancellationToken);

    /// <summary>The policy in force, each rule with its weight.</summary>
    /// <returns>Null where Compliance does not answer.</returns>
    public Task<PolicyStatus?> StatusAsync(CancellationToken cancellationToken) =>
        calls.GetAsync<PolicyStatus>(Compliance, "/api/policy", cancellationToken);

    /// <returns>Null where Compliance does not answer.</returns>
    public Task<List<PolicyVersion>?> VersionsAsync(CancellationToken cancellationToken) =>
        calls.GetAsync<List<PolicyVersion>>(Compliance, "/api/policy/versions", cancellationToken);

    public Task<ServiceResponse> VersionAsync(int number, CancellationToken cancellationToken) =>
        calls.SendAsync(HttpMethod.Get, Compliance, $"/api/policy/versions/{number}", null, cancellationToken);

    /// <returns>Server-sent events, see <see cref="PolicyPreview.Read"/>.</returns>
    /// <param name="yaml">The policy that is tried.</param>
    /// <param name="most">The latest so many screenings are made again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ServiceResponse> PreviewAsync(string yaml, int most, CancellationToken cancellationToken) =>
        calls.SendAsync(
            HttpMethod.Post,
            Compliance,
            $"/api/policy/preview?most={most}",
            Yaml(yaml),
            cancellationToken,
            patience: PreviewPatience
        );

    /// <param name="yaml">The policy as it shall be.</param>
    /// <param name="comment">Why, for the history.</param>
    /// <param name="tag">The ETag of the policy that was edited.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ServiceResponse> StoreAsync(string yaml, string comment, string tag, CancellationToken cancellationToken) =>
        calls.SendAsync(
            HttpMethod.Put,
            Compliance,
            $"/api/policy?comment={Uri.EscapeDataString(comment)}",
            Yaml(yaml),
            cancellationToken,
            ifMatch: tag
        );

    private static StringContent Yaml(string yaml) => new(yaml, Encoding.UTF8, "application/yaml");
}

/// <summary>A stored version, see <c>GET /api/policy/versions</c> of Compliance.</summary>
public sealed record PolicyVersion(int Number, string By, DateTimeOffset At, string? Comment);
