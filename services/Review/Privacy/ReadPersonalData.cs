using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;
using NewsEducator.Review.Operations;
using NewsEducator.ServiceDefaults.Privacy;

namespace NewsEducator.Review.Privacy;

/// <summary>All that the product keeps under a person's name, for the operator whom that person asks.</summary>
internal sealed class ReadPersonalData(IServiceProvider services, ServiceCalls calls, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<Ok<PersonalDataView>> Handle(string name, ReadPersonalData read, CancellationToken cancellationToken) =>
        TypedResults.Ok(await read.ReadAsync(PersonalData.NameOf(name), cancellationToken));

    private async Task<PersonalDataView> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var neighbours = ServiceCalls.Neighbours.Select(service => AskAsync(service, name, cancellationToken)).ToList();
        var own = new ServicePersonalData(ReadOperations.Own, await PersonalData.ReadAsync(services, name, cancellationToken));
        return new PersonalDataView(name, time.GetUtcNow(), [own, .. await Task.WhenAll(neighbours)]);
    }

    private async Task<ServicePersonalData> AskAsync(string service, string name, CancellationToken cancellationToken)
    {
        var answer = await calls.SendAsync(
            HttpMethod.Get,
            service,
            $"/api/personal-data?name={Uri.EscapeDataString(name)}",
            null,
            cancellationToken,
            patience: Patience
        );
        return new ServicePersonalData(
            service,
            answer.IsOk ? JsonSerializer.Deserialize<Dictionary<string, JsonArray>>(answer.Text, ServiceCalls.Json) : null
        );
    }
}
