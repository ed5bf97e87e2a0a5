using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Notes.Repository;

/// <summary>Degraded while the vault's notes cannot be committed or pushed; they are in the vault all the same.</summary>
internal sealed class RepositoryHealth(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var state = await scope
            .ServiceProvider.GetRequiredService<PublisherDb>()
            .RepositoryStates.AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        return state?.Fault is null
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"notes not saved in git since {state.FailingSince:u}: {state.Reason}");
    }
}
