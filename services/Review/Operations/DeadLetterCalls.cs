using System.Text.Json;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Messaging;

namespace NewsEducator.Review.Operations;

/// <summary>The dead letters of any service; those of Review itself are in its own database.</summary>
internal sealed class DeadLetterCalls(ServiceCalls calls, DeadLetterDesk own)
{
    public const int Most = 100;

    public static bool Knows(string service) => service == ReadOperations.Own || ServiceCalls.Neighbours.Contains(service);

    /// <returns>Null where the service is away.</returns>
    public async Task<IReadOnlyList<DeadLetterView>?> ListAsync(string service, string fingerprint, CancellationToken cancellationToken) =>
        service == ReadOperations.Own
            ? (await own.ListAsync(fingerprint, Most, cancellationToken)).Items
            : (
                await calls.GetAsync<DeadLetterPage<DeadLetterView>>(
                    service,
                    $"/api/dead-letters?limit={Most}&fingerprint={Uri.EscapeDataString(fingerprint)}",
                    cancellationToken
                )
            )?.Items;

    public Task<DeadLetterContent?> FindAsync(string service, long id, CancellationToken cancellationToken) =>
        service == ReadOperations.Own
            ? own.FindAsync(id, cancellationToken)
            : calls.GetAsync<DeadLetterContent>(service, $"/api/dead-letters/{id}", cancellationToken);

    /// <summary>One, all of a fault, or all; a service sends them again in one statement, whoever stops waiting for it.</summary>
    /// <returns>How many; null where the service is away or refuses.</returns>
    public async Task<int?> RedriveAsync(string service, long? id, string? fingerprint, CancellationToken cancellationToken)
    {
        if (service == ReadOperations.Own)
        {
            return await own.RedriveAsync(id, fingerprint, cancellationToken);
        }

        var answer = id is null
            ? await calls.PostAsync(service, "/api/dead-letters/redrive", new { fingerprint }, cancellationToken)
            : await calls.PostAsync(service, $"/api/dead-letters/{id}/redrive", new { }, cancellationToken);
        return answer.Json()?["count"]?.GetValue<int>();
    }

    public async Task<bool> DiscardAsync(string service, long id, string reason, string by, CancellationToken cancellationToken) =>
        service == ReadOperations.Own
            ? await own.DiscardAsync(id, reason, by, cancellationToken)
            : (await calls.PostAsync(service, $"/api/dead-letters/{id}/discard", new { reason }, cancellationToken)).IsOk;

    /// <summary>All of a fault.</summary>
    /// <returns>How many; null where the service is away or refuses.</returns>
    public async Task<int?> DiscardGroupAsync(
        string service,
        string fingerprint,
        string reason,
        string by,
        CancellationToken cancellationToken
    )
    {
        if (service == ReadOperations.Own)
        {
            return await own.DiscardGroupAsync(fingerprint, reason, by, cancellationToken);
        }

        var answer = await calls.PostAsync(service, "/api/dead-letters/discard", new { fingerprint, reason }, cancellationToken);
        return answer.Json()?["count"]?.GetValue<int>();
    }

    /// <returns>The body indented where it is JSON.</returns>
    public static string Readable(DeadLetterContent letter)
    {
        try
        {
            using var json = JsonDocument.Parse(letter.Body);
            return JsonSerializer.Serialize(json, Indented);
        }
        catch (JsonException)
        {
            return letter.Body;
        }
    }

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
