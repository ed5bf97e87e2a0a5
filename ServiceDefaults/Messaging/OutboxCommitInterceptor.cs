using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Wakes the relay when a transaction ends: rows saved within one can be seen only then.</summary>
internal sealed class OutboxCommitInterceptor(OutboxSignal signal) : DbTransactionInterceptor
{
    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        signal.Ring();
        return Task.CompletedTask;
    }
}
