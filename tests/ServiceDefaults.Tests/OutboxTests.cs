using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Testing;

namespace NewsEducator.ServiceDefaults.Tests;

[Collection("servers")]
public sealed class OutboxTests
{
    [Fact]
    public async Task What_is_not_saved_is_not_sent()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using var service = await LedgerService.StartAsync(database, messaging);

        await service.WithDbAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Publish(new Ordered("rolled-back"));
            await db.SaveChangesAsync();
            await transaction.RollbackAsync();
            db.ChangeTracker.Clear();
            db.Publish(new Ordered("kept"));
            return await db.SaveChangesAsync();
        });

        await UntilAsync(() => Task.FromResult(service.Attempts.Of("posted kept")), 1);
        service.Attempts.Of("rolled-back").ShouldBe(0);
    }

    [Fact]
    public async Task A_message_takes_effect_once_however_often_it_comes()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using var service = await LedgerService.StartAsync(database, messaging);

        await service.PublishAsync(new Ordered("first"));
        await UntilAsync(() => service.PostingsAsync("first"), 1);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => service.RedeliverAsync(new Ordered("ten"))));

        await UntilAsync(() => Task.FromResult(service.Attempts.Of("posted ten")), 1);
        await service.RedeliverAsync(new Ordered("ten"));
        await service.PublishAsync(new Ordered("last"));
        await UntilAsync(() => service.PostingsAsync("last"), 1);
        (await service.PostingsAsync("ten")).ShouldBe(1);
        service.Attempts.Of("posted ten").ShouldBe(1);
        (await LedgerService.IsQueueAsync(messaging, "ledger-post-order.v2")).ShouldBeTrue();
        (await LedgerService.IsQueueAsync(messaging, "ledger-post-order.v2_skipped")).ShouldBeFalse("a repeat is handled, not put aside");
    }

    [Fact]
    public async Task A_message_waits_for_its_consumers_first_start_and_holds_up_nobody()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using var service = await LedgerService.StartAsync(database, messaging);

        await service.PublishAsync(new Unheard("nobody"));
        await service.PublishAsync(new Heard("anybody"));
        await service.PublishAsync(new Ordered("behind"));

        await UntilAsync(() => service.PostingsAsync("behind"), 1);
        await UntilAsync(service.OutboxAsync, 1);
    }

    [Fact]
    public async Task Many_that_cannot_be_sent_wait_longer_each_time_and_starve_nobody()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using var service = await LedgerService.StartAsync(database, messaging);

        await service.WithDbAsync(async db =>
        {
            Enumerable.Range(0, 250).ToList().ForEach(each => db.Publish(new Unheard($"nobody-{each}")));
            return await db.SaveChangesAsync();
        });
        foreach (var order in Enumerable.Range(0, 20))
        {
            await service.PublishAsync(new Ordered($"behind-{order}"));
            await UntilAsync(() => service.PostingsAsync($"behind-{order}"), 1);
        }

        await UntilAsync(
            () =>
                service
                    .WithDbAsync(db =>
                        db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM outbox WHERE attempts >= 2").SingleAsync()
                    )
                    .ContinueWith(count => Math.Min(count.Result, 250), TaskScheduler.Default),
            250,
            seconds: 180
        );
        (
            await service.WithDbAsync(db =>
                db.Database.SqlQuery<double>($"SELECT max(extract(epoch FROM not_before - now()))::float8 AS \"Value\" FROM outbox")
                    .SingleAsync()
            )
        ).ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task The_same_key_of_another_type_is_another_message()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using var service = await LedgerService.StartAsync(database, messaging);

        await service.PublishAsync(new Ordered("same"));
        await UntilAsync(() => service.PostingsAsync("same"), 1);
        await service.PublishAsync(new OrderedLater("same"));
        await UntilAsync(() => service.PostingsAsync("same"), 2);
        await service.WithDbAsync(db =>
            db.Database.ExecuteSqlAsync(
                $"INSERT INTO inbox (consumer, natural_key, handled_at) VALUES ('ledger-post-order', 'of a former version', now())"
            )
        );
        await service.PublishAsync(new Ordered("of a former version"));
        await service.PublishAsync(new Ordered("sentinel"));
        await UntilAsync(() => service.PostingsAsync("sentinel"), 1);
        (await service.PostingsAsync("of a former version")).ShouldBe(0);
    }

    [Fact]
    public async Task A_failed_attempt_leaves_nothing_behind()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using var service = await LedgerService.StartAsync(database, messaging);

        await service.PublishAsync(new Ordered("third-time", FailFirst: 2));

        await UntilAsync(() => service.PostingsAsync("third-time"), 1);
        service.Attempts.Of("third-time").ShouldBe(3);
        await UntilAsync(() => Task.FromResult(service.Attempts.Of("posted third-time")), 1);
    }

    [Fact]
    public async Task A_save_that_fails_is_a_failed_attempt()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using var service = await LedgerService.StartAsync(database, messaging);
        await service.PublishAsync(new Ordered("holds the first key"));
        await UntilAsync(() => service.PostingsAsync("holds the first key"), 1);

        await service.PublishAsync(new Ordered("clashes", ClashFirst: 1));

        await UntilAsync(() => service.PostingsAsync("clashes"), 1);
        service.Attempts.Of("clashes").ShouldBe(2);
    }

    [Fact]
    public async Task Two_replicas_share_one_outbox_and_double_nothing()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        var attempts = new Attempts();
        await using var one = await LedgerService.StartAsync(database, messaging, attempts);
        await using var other = await LedgerService.StartAsync(database, messaging, attempts);

        await Task.WhenAll(
            Enumerable.Range(0, 300).Select(order => (order % 2 == 0 ? one : other).PublishAsync(new Ordered($"order-{order}")))
        );

        await UntilAsync(() => one.WithDbAsync(db => db.Postings.CountAsync()), 300);
        Enumerable.Range(0, 300).ShouldAllBe(order => attempts.Of($"order-{order}") >= 1);
        (await one.WithDbAsync(db => db.Postings.Select(posting => posting.Order).Distinct().CountAsync())).ShouldBe(300);
    }

    [Fact]
    public async Task A_killed_broker_delays_and_loses_nothing()
    {
        var servers = await TestServers.StartAsync();
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using var service = await LedgerService.StartAsync(database, messaging);
        await service.PublishAsync(new Ordered("before"));
        await UntilAsync(() => service.PostingsAsync("before"), 1);

        // RabbitMQ 3.10 can lose half of a quorum queue that was declared a moment before its SIGKILL.
        await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        await servers.RabbitMq.KillAsync();
        await service.PublishAsync(new Ordered("while-down"));
        await servers.RabbitMq.StartAsync();

        await UntilAsync(() => Task.FromResult(service.Attempts.Of("posted while-down")), 1, seconds: 120);
    }

    [Fact]
    public async Task One_trace_leads_from_the_save_to_the_last_consumer()
    {
        var seen = new System.Collections.Concurrent.ConcurrentQueue<(string Name, ActivityTraceId Trace)>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "MassTransit" or "NewsEducator.Outbox" or "Test",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => seen.Enqueue((activity.OperationName, activity.TraceId)),
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("Test");
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using var service = await LedgerService.StartAsync(database, messaging);

        ActivityTraceId trace;
        using (var start = source.StartActivity("start"))
        {
            trace = start!.TraceId;
            await service.PublishAsync(new Ordered("traced"));
        }

        await UntilAsync(() => Task.FromResult(service.Attempts.Of("posted traced")), 1);
        await UntilAsync(
            () => Task.FromResult(seen.Count(each => each.Trace == trace && each.Name.EndsWith("receive", StringComparison.Ordinal))),
            2
        );
    }

    [Fact]
    public async Task A_trace_that_nobody_receives_leads_to_the_last_consumer_as_well()
    {
        var trace = ActivityTraceId.CreateRandom();
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using var service = await LedgerService.StartAsync(database, messaging);

        await service.WithDbAsync(db =>
        {
            db.Publish(new Ordered("unrecorded"), $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
            return db.SaveChangesAsync();
        });

        await UntilAsync(() => Task.FromResult(service.Attempts.Of("posted unrecorded")), 1);
        await UntilAsync(() => Task.FromResult(service.Attempts.Of($"posted unrecorded in {trace}")), 1, seconds: 5);
    }

    [Fact]
    public async Task A_statement_that_was_prepared_works_after_a_migration()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using var service = await LedgerService.StartAsync(database, messaging);
        Task<int> Ask() =>
            service.WithDbAsync(async db => (await db.Postings.FromSql($"SELECT * FROM postings").AsNoTracking().ToListAsync()).Count + 1);
        foreach (var _ in Enumerable.Range(0, 20))
        {
            (await Ask()).ShouldBe(1);
        }

        (await PreparedAsync(service)).ShouldBeGreaterThan(0);
        await service.WithDbAsync(db => db.Database.ExecuteSqlAsync($"ALTER TABLE postings ADD COLUMN note text"));
        await Eventually.GetAsync(Ask, answer => answer == 1, "the statement to be prepared again", seconds: 20);
    }

    private static Task<int> PreparedAsync(LedgerService service) =>
        service.WithDbAsync(db =>
            db.Database.SqlQuery<int>(
                    $"SELECT count(*)::int AS \"Value\" FROM pg_prepared_statements WHERE statement LIKE '%FROM postings%'"
                )
                .SingleAsync()
        );

    private static async Task UntilAsync(Func<Task<int>> count, int wanted, int seconds = 120)
    {
        var watch = Stopwatch.StartNew();
        while (await count() != wanted)
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(seconds), $"still {await count()} and not {wanted}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }
}
