using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NewsEducator.Review.Notes;

/// <summary>Degraded while notes cannot be read or written: decisions are taken all the same.</summary>
internal sealed class NotesHealth(NoteFaults faults) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            faults.All is { Count: > 0 } all
                ? HealthCheckResult.Degraded(
                    string.Join(
                        "; ",
                        all.Select(fault => $"note of {fault.Date:yyyy-MM-dd}, {fault.Kind} since {fault.Since:u}: {fault.Reason}")
                    )
                )
                : HealthCheckResult.Healthy()
        );
}
