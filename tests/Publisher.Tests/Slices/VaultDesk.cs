using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>What an operator sees of a vault in git.</summary>
internal sealed class VaultDesk(HttpClient http)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public Task<string> TextAsync() => http.GetStringAsync("/api/vault", Cancel);

    public async Task<RepositoryView> ViewAsync() => (await http.GetFromJsonAsync<VaultView>("/api/vault", Json, Cancel))!.Repository!;

    /// <param name="fault">Null: none, and nothing is left to do.</param>
    public Task<RepositoryView> FaultAsync(RepositoryFault? fault) =>
        Eventually.GetAsync(ViewAsync, view => view.Fault == fault && (fault is not null || view.NextAt is null), $"the fault {fault}");

    /// <returns>What the operator reads of the fault.</returns>
    public async Task<string> ReasonAsync(RepositoryFault fault) => (await FaultAsync(fault)).Reason!;

    /// <summary>Waits until everything is committed and, where there is a remote, pushed.</summary>
    public Task<RepositoryView> SavedAsync() =>
        Eventually.GetAsync(ViewAsync, view => view is { Uncommitted: 0, Unpushed: 0, NextAt: null, Fault: null }, "saved in git");
}
