using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Testing;
using RabbitMQ.Client;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>G12: an event is sent once the broker has confirmed it and had somewhere to put it.</summary>
public sealed class EventRoutingTests
{
    private const string Sink = "publisher-events-sink";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task G12_What_the_exchange_routes_nowhere_stays_until_it_does()
    {
        await using var app = await PublisherApp.StartAsync();
        await using var connection = await new ConnectionFactory { Uri = app.Messaging }.CreateConnectionAsync(Cancel);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancel);
        // The tests' own subscriber made it; the service has to make it itself, before anything is published.
        await channel.ExchangeDeleteAsync(PublicEvent.Exchange, cancellationToken: Cancel);
        await Eventually.HealthyAsync(app.CreateClient());
        await channel.ExchangeDeclarePassiveAsync(PublicEvent.Exchange, Cancel);
        (await OutboxAsync(app)).ShouldBe(0);

        var first = new ReleasedDay(app);
        await first.PublishAsync(first.Item(1));
        await Eventually.GetAsync(() => OutboxAsync(app), count => count == 0, "events without a subscriber to be sent");
        (await channel.MessageCountAsync(Sink, Cancel)).ShouldBe(0u, "what was taken down must not lie there");

        await channel.QueueUnbindAsync(Sink, PublicEvent.Exchange, "#", cancellationToken: Cancel);
        var second = new ReleasedDay(app);
        await second.PublishAsync(second.Item(1));
        await Eventually.GetAsync(() => FailedAsync(app), count => count == 2, "the digest's and the card's event to be returned");

        var queue = (await channel.QueueDeclareAsync(cancellationToken: Cancel)).QueueName;
        await channel.QueueBindAsync(queue, PublicEvent.Exchange, "#", cancellationToken: Cancel);
        await Eventually.GetAsync(() => OutboxAsync(app), count => count == 0, "the events to be sent");
        (await channel.MessageCountAsync(queue, Cancel)).ShouldBe(2u);
    }

    private static Task<int> OutboxAsync(PublisherApp app) => CountAsync(app, "SELECT count(*)::int AS \"Value\" FROM outbox");

    private static Task<int> FailedAsync(PublisherApp app) =>
        CountAsync(app, "SELECT count(*)::int AS \"Value\" FROM outbox WHERE attempts > 0");

    private static Task<int> CountAsync(PublisherApp app, string sql) =>
        app.WithDbAsync(db => db.Database.SqlQueryRaw<int>(sql).SingleAsync(Cancel));
}
