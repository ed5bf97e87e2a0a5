using NewsEducator.Contracts;
using NewsEducator.Review.Operations;

namespace NewsEducator.Review.Policies;

/// <summary>Hosts that people asked for, at Compliance, for whoever is signed in: Compliance asks what they may do.</summary>
internal sealed class HostCalls(ServiceCalls calls)
{
    private const string Compliance = "compliance";
    private const string Hosts = "/api/policy/hosts";

    /// <returns>The latest first; null where Compliance does not answer.</returns>
    public Task<List<HostRequestView>?> ListAsync(CancellationToken cancellationToken) =>
        calls.GetAsync<List<HostRequestView>>(Compliance, Hosts, cancellationToken);

    public Task<ServiceResponse> AskAsync(HostForm form, CancellationToken cancellationToken) =>
        calls.PostAsync(
            Compliance,
            Hosts,
            new
            {
                form.Url,
                form.Reason,
                Paths = form.Folders,
            },
            cancellationToken
        );

    public Task<ServiceResponse> GrantAsync(Guid id, IReadOnlyList<string> paths, string? comment, CancellationToken cancellationToken) =>
        calls.PostAsync(Compliance, $"{Hosts}/{id}/grant", new { Comment = comment, Paths = paths }, cancellationToken);

    public Task<ServiceResponse> DeclineAsync(Guid id, string? reason, CancellationToken cancellationToken) =>
        calls.PostAsync(Compliance, $"{Hosts}/{id}/decline", new { Reason = reason }, cancellationToken);
}

/// <summary>What somebody asks for.</summary>
/// <param name="Paths">As typed: folders with blanks between.</param>
public sealed record HostForm(string Url, string? Reason, string? Paths)
{
    public IReadOnlyList<string> Folders => FoldersOf(Paths);

    public static IReadOnlyList<string> FoldersOf(string? typed) =>
        (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
