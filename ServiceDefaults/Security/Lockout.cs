using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Options;
using NewsEducator.ServiceDefaults.Net;

namespace NewsEducator.ServiceDefaults.Security;

/// <summary>Makes an address that shows bad tokens again and again wait; a proxy on this machine has to limit its own callers. Kept in
/// memory, by each replica for itself.</summary>
public sealed class Lockout(IOptions<AccessOptions> options, AccessLog log, TimeProvider time)
{
    // Beyond this many the oldest are forgotten: nobody fills the memory by coming from everywhere.
    private const int MostAddresses = 10_000;

    private readonly ConcurrentDictionary<IPAddress, Failures> _failures = new();

    private AccessOptions Access => options.Value;

    /// <returns>How long the address still has to wait; null where it may try.</returns>
    public TimeSpan? Remaining(IPAddress? address) =>
        address is not null
        && _failures.TryGetValue(ClientNetwork.Of(address), out var failures)
        && failures.Count >= Access.LockoutAfter
        && failures.Last + Access.LockoutFor - time.GetUtcNow() is { Ticks: > 0 } left
            ? left
            : null;

    public void Failed(IPAddress? address)
    {
        log.Unknown(address);
        // The machine's own address is everybody's behind a proxy: one stranger's guesses must not keep all others out.
        if (address is null || IPAddress.IsLoopback(ClientNetwork.Of(address)))
        {
            return;
        }

        var now = time.GetUtcNow();
        _failures.AddOrUpdate(
            ClientNetwork.Of(address),
            new Failures(1, now),
            (_, before) => now - before.Last < Access.LockoutFor ? new Failures(before.Count + 1, now) : new Failures(1, now)
        );
        if (_failures.Count > MostAddresses)
        {
            Forget();
        }
    }

    public void Succeeded(IPAddress? address)
    {
        if (address is not null)
        {
            _failures.TryRemove(ClientNetwork.Of(address), out _);
        }
    }

    private void Forget()
    {
        foreach (var (address, _) in _failures.OrderBy(each => each.Value.Last).Take(MostAddresses / 10).ToList())
        {
            _failures.TryRemove(address, out _);
        }
    }

    private sealed record Failures(int Count, DateTimeOffset Last);
}
