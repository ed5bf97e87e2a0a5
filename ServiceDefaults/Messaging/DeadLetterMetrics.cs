using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using NewsEducator.ServiceDefaults.Data;

namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>Meter <c>NewsEducator.Messaging</c>.</summary>
internal static class DeadLetterMetrics
{
    private static readonly Meter Meter = new("NewsEducator.Messaging");
    private static long _dead;
    private static long _waiting;
    private static double _outboxAge;

    static DeadLetterMetrics()
    {
        Meter.CreateObservableGauge(
            "newseducator.dead_letters",
            () => Volatile.Read(ref _dead),
            "{message}",
            "Messages that wait for a person."
        );
        Meter.CreateObservableGauge(
            "newseducator.redeliveries",
            () => Volatile.Read(ref _waiting),
            "{message}",
            "Messages that wait to be redelivered."
        );
        Meter.CreateObservableGauge(
            "newseducator.outbox.age",
            () => Volatile.Read(ref _outboxAge),
            "s",
            "How long the oldest message that is due waits in the outbox."
        );
    }

    public static async Task CountAsync(ServiceDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var oldest = await db
            .Outbox.Where(OutboxMessage.IsOwedAt(now))
            .MinAsync(message => (DateTimeOffset?)message.CreatedAt, cancellationToken);
        Volatile.Write(ref _outboxAge, oldest is { } since ? (now - since).TotalSeconds : 0);
        var counts = await db
            .DeadLetters.Where(letter => letter.DiscardedAt == null)
            .GroupBy(letter => letter.DueAt != null)
            .Select(group => new { IsWaiting = group.Key, Count = group.LongCount() })
            .ToListAsync(cancellationToken);
        Volatile.Write(ref _dead, counts.Where(each => !each.IsWaiting).Sum(each => each.Count));
        Volatile.Write(ref _waiting, counts.Where(each => each.IsWaiting).Sum(each => each.Count));
    }
}
