using Microsoft.EntityFrameworkCore;
using NewsEducator.Collector.Data;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Policies;

/// <summary>Asks Compliance for the policy in force and keeps the answer.</summary>
internal sealed class AskPolicy(
    IServiceScopeFactory scopes,
    IComplianceApi compliance,
    Whitelist whitelist,
    TimeProvider time,
    ILogger<AskPolicy> logger
) : IDisposable
{
    // One after the other: an older answer must not be kept over a newer one.
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Makes sure that the whitelist is known: from the last answer that was kept, else by asking.</summary>
    /// <exception cref="PolicyUnknownException">It was never asked, and Compliance does not answer.</exception>
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        if (whitelist.IsKnown || await TryReadKeptAsync(cancellationToken) || await TryRefreshAsync(cancellationToken))
        {
            return;
        }

        throw new PolicyUnknownException();
    }

    /// <returns>False where Compliance does not answer: the last answer stays.</returns>
    public async Task<bool> TryRefreshAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var policy = await compliance.GetPolicyAsync(cancellationToken);
            await KeepAsync(policy, cancellationToken);
            whitelist.Set(policy.Number, policy.Whitelist);
            return true;
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(
                "Compliance could not be asked for the policy, {Known}: {Error}",
                whitelist.IsKnown
                    ? $"number {whitelist.PolicyNumber} stays in use"
                    : "and none is known yet: nothing is collected until it answers",
                error.Message
            );
            return false;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    public async Task<bool> TryReadKeptAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CollectorDb>();
        if (await db.PolicyCopies.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } kept)
        {
            return false;
        }

        whitelist.Set(kept.Number, kept.Hosts);
        return true;
    }

    private async Task KeepAsync(PolicyStatus policy, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CollectorDb>();
        var now = time.GetUtcNow();
        if (await db.PolicyCopies.SingleOrDefaultAsync(cancellationToken) is { } kept)
        {
            (kept.Number, kept.Hosts, kept.AskedAt) = (policy.Number, policy.Whitelist, now);
        }
        else
        {
            db.PolicyCopies.Add(
                new PolicyCopy
                {
                    Number = policy.Number,
                    Hosts = policy.Whitelist,
                    AskedAt = now,
                }
            );
        }

        // Two replicas that ask at once for the first time: either answer is right.
        await db.SaveUnlessTakenAsync(cancellationToken);
    }
}
