using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.Compliance.Data;

namespace NewsEducator.Compliance.Policies;

/// <summary>Makes policy.yaml the first version. Afterwards the file is not read any more: the policy is what was stored last.</summary>
internal sealed class SeedPolicy(
    IServiceScopeFactory scopes,
    IOptions<ComplianceOptions> options,
    TimeProvider time,
    ILogger<SeedPolicy> logger
) : IHostedService
{
    private const long OneReplicaAtATime = 0x4E65_7773_506F_6C69;

    /// <exception cref="InvalidDataException">The file is wrong, or the stored policy names a rule that this program does not
    /// have.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ComplianceDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({OneReplicaAtATime})", cancellationToken);
        if (!await db.PolicyVersions.AnyAsync(cancellationToken))
        {
            db.PolicyVersions.Add(await ReadAsync(cancellationToken));
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        var policy = await scope.ServiceProvider.GetRequiredService<PolicyInForce>().GetAsync(cancellationToken);
        logger.LogInformation("Policy {Number} ({Version}) is in force.", policy.Number, policy.Version);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<PolicyVersion> ReadAsync(CancellationToken cancellationToken)
    {
        var yaml = await File.ReadAllTextAsync(options.Value.PolicyFile, cancellationToken);
        return new PolicyVersion
        {
            Number = 1,
            Version = PolicyFile.Parse(yaml).Version,
            Yaml = yaml,
            By = Path.GetFileName(options.Value.PolicyFile),
            At = time.GetUtcNow(),
        };
    }
}
