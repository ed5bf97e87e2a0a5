using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Diagnosis;

namespace NewsEducator.Review.Operations;

/// <summary>Has every service look at all that it needs, all at once; one that is away is shown as away.</summary>
internal sealed class ExamineServices(ServiceCalls calls, IServiceProvider services)
{
    // A check gives up after half of this.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<Ok<IReadOnlyList<ServiceChecks>>> Handle(ExamineServices examine, CancellationToken cancellationToken) =>
        TypedResults.Ok(await examine.ReadAsync(cancellationToken));

    private async Task<IReadOnlyList<ServiceChecks>> ReadAsync(CancellationToken cancellationToken)
    {
        var neighbours = ServiceCalls.Neighbours.Select(service => AskAsync(service, cancellationToken)).ToList();
        var here = new ServiceChecks(ReadOperations.Own, await services.ExamineAsync(cancellationToken));
        return [.. await Task.WhenAll(neighbours), here];
    }

    private async Task<ServiceChecks> AskAsync(string service, CancellationToken cancellationToken)
    {
        var answer = await calls.SendAsync(HttpMethod.Get, service, "/api/doctor", null, cancellationToken, patience: Patience);
        return new ServiceChecks(service, answer.IsOk ? JsonSerializer.Deserialize<List<CheckView>>(answer.Text, ServiceCalls.Json) : null);
    }
}
