using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NewsEducator.ServiceDefaults.Data;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Wakes the relay when a transaction ends: rows saved within one can be seen only then.</summary>
internal sealed class OutboxCommitInterceptor : DbTransactionInterceptor
{
    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        (eventData.Context as ServiceDb)?.RingIfOwed();
        return Task.CompletedTask;
    }
}
