using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace NewsEducator.Review.Operations;

/// <summary>The Collector's sources, for the editor who is signed in.</summary>
internal sealed class SourceCalls(ServiceCalls calls)
{
    private const string Collector = "collector";
    private const string Sources = "/api/sources";

    // A trial fetches up to ten pages of a stranger's host.
    private static readonly TimeSpan TrialPatience = TimeSpan.FromSeconds(90);

    /// <returns>A <see cref="RecognisedSource"/>; 404 where the address is none.</returns>
    public Task<ServiceResponse> RecogniseAsync(string url, CancellationToken cancellationToken) =>
        calls.SendAsync(HttpMethod.Get, Collector, $"{Sources}/recognise?url={Uri.EscapeDataString(url)}", null, cancellationToken);

    public Task<ServiceResponse> FindAsync(string id, CancellationToken cancellationToken) =>
        calls.SendAsync(HttpMethod.Get, Collector, AddressOf(id), null, cancellationToken);

    public Task<ServiceResponse> HealthAsync(string id, CancellationToken cancellationToken) =>
        calls.SendAsync(HttpMethod.Get, Collector, $"{AddressOf(id)}/health", null, cancellationToken);

    /// <summary>What is tried has no id yet.</summary>
    public Task<ServiceResponse> TryAsync(SourceForm form, CancellationToken cancellationToken) =>
        calls.SendAsync(
            HttpMethod.Post,
            Collector,
            $"{Sources}/dry-run",
            Body(form with { IsNew = false }),
            cancellationToken,
            patience: TrialPatience
        );

    public Task<ServiceResponse> AddAsync(SourceForm form, CancellationToken cancellationToken) =>
        calls.SendAsync(HttpMethod.Post, Collector, Sources, Body(form), cancellationToken);

    public Task<ServiceResponse> ChangeAsync(SourceForm form, string version, CancellationToken cancellationToken) =>
        calls.SendAsync(HttpMethod.Put, Collector, AddressOf(form.Id), Body(form), cancellationToken, version);

    public Task<ServiceResponse> DeleteAsync(string id, string version, CancellationToken cancellationToken) =>
        calls.SendAsync(HttpMethod.Delete, Collector, AddressOf(id), null, cancellationToken, version);

    public Task<ServiceResponse> PollAsync(string id, CancellationToken cancellationToken) =>
        calls.SendAsync(HttpMethod.Post, Collector, $"{AddressOf(id)}/poll", null, cancellationToken, patience: TrialPatience);

    public Task<ServiceResponse> ExportAsync(string format, CancellationToken cancellationToken) =>
        calls.SendAsync(HttpMethod.Get, Collector, $"{Sources}/export?format={format}", null, cancellationToken);

    /// <param name="file">YAML or OPML.</param>
    /// <param name="apply">Else it only says what would change.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<ServiceResponse> ImportAsync(string file, bool apply, CancellationToken cancellationToken) =>
        calls.SendAsync(
            HttpMethod.Post,
            Collector,
            $"{Sources}/{(apply ? "import" : "diff")}",
            new StringContent(file, Encoding.UTF8, "text/plain"),
            cancellationToken
        );

    private static string AddressOf(string id) => $"{Sources}/{Uri.EscapeDataString(id)}";

    // What changes has its id in the address.
    private static JsonContent Body(SourceForm form)
    {
        var body = new JsonObject
        {
            ["kind"] = form.Kind,
            ["target"] = form.Target ?? "",
            ["interval"] = form.Interval,
            ["enabled"] = form.Enabled,
        };
        if (form.IsNew)
        {
            body.Insert(0, "id", form.Id);
        }

        return JsonContent.Create(body);
    }
}

/// <summary>What the Collector takes an address for.</summary>
internal sealed record RecognisedSource(string Id, string Kind, string Target);

/// <summary>What an editor has filled in.</summary>
public sealed record SourceForm(string Id, string Kind, string? Target, string? Interval, bool Enabled = true, bool IsNew = true);
