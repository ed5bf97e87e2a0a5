using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsEducator.Publisher.Data;

namespace NewsEducator.Publisher.Notes;

/// <summary>Degraded while the vault lacks what was published: readers, feeds and subscribers have it all the same.</summary>
internal sealed class VaultHealth(IServiceScopeFactory scopes) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var missing = await scope
            .ServiceProvider.GetRequiredService<PublisherDb>()
            .PendingNotes.AsNoTracking()
            .Where(notes => notes.Reason != null)
            .OrderBy(notes => notes.Date)
            .Take(10)
            .ToListAsync(cancellationToken);
        return missing.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(
                string.Join(
                    "; ",
                    missing.Select(notes => $"notes of {notes.Date:yyyy-MM-dd}, missing since {notes.Since:u}: {notes.Reason}")
                )
            );
    }
}
