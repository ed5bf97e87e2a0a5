using Microsoft.EntityFrameworkCore;

namespace NewsEducator.ServiceDefaults.Retention;

/// <summary>Rows that nothing needs once they are old.</summary>
internal sealed class OldRows<TRow>(string what, TimeSpan period, Func<DateTimeOffset, IOrderedQueryable<TRow>> old) : IExpiring
{
    public string What => what;

    public TimeSpan Period => period;

    public Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        Expiring.InBatchesAsync(() => old(before).Take(Expiring.Batch).ExecuteDeleteAsync(cancellationToken));
}
