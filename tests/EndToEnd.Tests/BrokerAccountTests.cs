using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>What the account that subscribers are given may do: listen, and nothing else.</summary>
[Collection(DemoDayCollection.Name)]
public sealed class BrokerAccountTests(DemoDay day)
{
    private const int AccessRefused = 403;
    private const string Approvals = "NewsEducator.Contracts:ItemApproved";
    private const string ServiceQueue = "publisher-store-approved-item.v2";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_subscriber_cannot_approve_anything()
    {
        await RefusedAsync(channel =>
            channel.BasicPublishAsync(Approvals, "", mandatory: true, Encoding.UTF8.GetBytes("{}"), Cancel).AsTask()
        );
        await RefusedAsync(channel =>
            channel.BasicPublishAsync("", ServiceQueue, mandatory: true, Encoding.UTF8.GetBytes("{}"), Cancel).AsTask()
        );
        await RefusedAsync(channel =>
            channel
                .BasicPublishAsync("news-educator.digests", "digest.published.v1", mandatory: true, Encoding.UTF8.GetBytes("{}"), Cancel)
                .AsTask()
        );
    }

    [Fact]
    public async Task A_subscriber_reads_no_queue_or_exchange_of_ours_and_makes_none()
    {
        await RefusedAsync(channel => channel.BasicGetAsync(ServiceQueue, autoAck: false, Cancel));
        await RefusedAsync(channel => channel.QueueDeleteAsync(ServiceQueue, cancellationToken: Cancel));
        await RefusedAsync(channel => channel.QueueDeclareAsync("theirs", cancellationToken: Cancel));
        await RefusedAsync(channel => channel.ExchangeDeclareAsync("theirs", "fanout", cancellationToken: Cancel));
        await RefusedAsync(async channel =>
        {
            await channel.QueueDeclareAsync("sub.curious", cancellationToken: Cancel);
            await channel.QueueBindAsync("sub.curious", Approvals, "", cancellationToken: Cancel);
        });
    }

    private async Task RefusedAsync(Func<IChannel, Task> attempt)
    {
        await using var connection = await new ConnectionFactory
        {
            Uri = day.Run.Endpoints["messaging"],
            AutomaticRecoveryEnabled = false,
        }.CreateConnectionAsync(Cancel);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), Cancel);
        var refused = await Should.ThrowAsync<Exception>(() => attempt(channel));
        (
            refused is OperationInterruptedException { ShutdownReason.ReplyCode: AccessRefused }
            || channel.CloseReason?.ReplyCode == AccessRefused
        ).ShouldBeTrue(refused.Message);
    }
}
