using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NewsEducator.ServiceDefaults.Data;

namespace NewsEducator.ServiceDefaults.Retention;

/// <summary>The inbox.</summary>
internal sealed class HandledMessages(ServiceDb db, IOptions<RetentionOptions> options) : IExpiring
{
    public string What => "inbox";

    public TimeSpan Period => options.Value.Inbox;

    public Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        Expiring.InBatchesAsync(() =>
            db.Database.ExecuteSqlAsync(
                $"DELETE FROM inbox WHERE ctid IN (SELECT ctid FROM inbox WHERE handled_at < {before} LIMIT {Expiring.Batch})",
                cancellationToken
            )
        );
}
