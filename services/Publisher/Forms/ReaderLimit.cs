using System.Net;
using System.Threading.RateLimiting;
using NewsEducator.ServiceDefaults.Net;

namespace NewsEducator.Publisher.Forms;

/// <summary>How often readers may send a form from one address, and all together. Kept in memory, by each replica for itself.</summary>
internal abstract class ReaderLimit : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> _limiter;

    protected ReaderLimit(FormLimits limits) =>
        _limiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
                RateLimitPartition.GetFixedWindowLimiter(ClientNetwork.Of(address), _ => Of(limits.PerAddress, limits.Window))
            ),
            PartitionedRateLimiter.Create<IPAddress, string>(_ =>
                RateLimitPartition.GetFixedWindowLimiter("", _ => Of(limits.Together, limits.Window))
            )
        );

    public bool Allows(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(address ?? IPAddress.None);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();

    private static FixedWindowRateLimiterOptions Of(int permits, TimeSpan window) =>
        new()
        {
            PermitLimit = permits,
            Window = window,
            QueueLimit = 0,
        };
}
