using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Data;
using NewsEducator.ServiceDefaults.Messaging;

namespace NewsEducator.ServiceDefaults.Tests;

/// <param name="FailFirst">So many attempts fail in the consumer.</param>
/// <param name="ClashFirst">So many fail as they are saved: their row has the key of the first one of all.</param>
public sealed record Ordered(string NaturalKey, int FailFirst = 0, int ClashFirst = 0) : IMessage;

/// <summary>Goes to the same consumer.</summary>
public sealed record OrderedLater(string NaturalKey) : IMessage;

public sealed record Posted(string NaturalKey) : IMessage;

/// <summary>Has no consumer yet.</summary>
public sealed record Unheard(string NaturalKey) : IMessage;

/// <summary>Needs none.</summary>
public sealed record Heard(string NaturalKey) : IAnnouncement;

public sealed class Posting
{
    public long Id { get; init; }

    public required string Order { get; init; }
}

public sealed class LedgerDb(DbContextOptions<LedgerDb> options, OutboxSignal signal, TimeProvider time) : ServiceDb(options, signal, time)
{
    public DbSet<Posting> Postings => Set<Posting>();
}

/// <summary>Writes a row and answers; fails as often as the message says, after its work.</summary>
public sealed class PostOrder(LedgerDb db, Attempts attempts) : IConsumer<Ordered>, IConsumer<OrderedLater>
{
    public Task Consume(ConsumeContext<OrderedLater> context)
    {
        db.Postings.Add(new Posting { Order = context.Message.NaturalKey });
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<Ordered> context)
    {
        var attempt = attempts.Next(context.Message.NaturalKey);
        db.Postings.Add(new Posting { Id = attempt <= context.Message.ClashFirst ? 1 : 0, Order = context.Message.NaturalKey });
        db.Publish(new Posted(context.Message.NaturalKey));
        return attempt <= context.Message.FailFirst ? throw new InvalidOperationException("This attempt was to fail.") : Task.CompletedTask;
    }
}

public sealed class CountPosted(LedgerDb db, Attempts attempts) : IConsumer<Posted>
{
    public Task Consume(ConsumeContext<Posted> context)
    {
        _ = db.Postings;
        attempts.Next($"posted {context.Message.NaturalKey}");
        attempts.Next($"posted {context.Message.NaturalKey} in {Activity.Current?.TraceId}");
        return Task.CompletedTask;
    }
}

public sealed class Attempts
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, int> _counts = new();

    public int Next(string key) => _counts.AddOrUpdate(key, 1, (_, count) => count + 1);

    public int Of(string key) => _counts.GetValueOrDefault(key);
}
