using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using NewsEducator.Contracts;
using NewsEducator.Testing;
using Npgsql;
using RabbitMQ.Client;

namespace NewsEducator.ServiceDefaults.Tests;

[Collection("servers")]
public sealed class DeadLetterTests
{
    private const string Queue = "ledger-post-order.v2";
    private static readonly Dictionary<string, string?> Impatient = new()
    {
        ["ServiceDefaults:Redelivery:Immediate:0"] = "00:00:00.05",
        ["ServiceDefaults:Redelivery:Delays:0"] = "00:00:00.2",
        ["ServiceDefaults:Redelivery:LongestPassingDelay"] = "00:00:00.5",
        ["ServiceDefaults:Redelivery:PollInterval"] = "00:00:00.1",
        ["ServiceDefaults:Redelivery:MaxMessageBytes"] = "100000",
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_fails_longer_than_all_retries_is_a_dead_letter_and_is_handled_once_by_a_redrive()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using var service = await LedgerService.StartAsync(database, messaging, settings: Impatient);

        await service.PublishAsync(new Ordered("good before"));
        await service.PublishAsync(new Ordered("bad", FailFirst: 4));
        await service.PublishAsync(new Ordered("good behind"));

        var letter = (await DeadAsync(service, 1)).Single()!;
        letter["messageType"]!.GetValue<string>().ShouldBe("Ordered");
        letter["consumer"]!.GetValue<string>().ShouldBe("ledger-post-order");
        letter["fingerprint"]!
            .GetValue<string>()
            .ShouldBe("System.InvalidOperationException at NewsEducator.ServiceDefaults.Tests.PostOrder.Consume");
        letter["count"]!.GetValue<int>().ShouldBe(2);
        service.Attempts.Of("bad").ShouldBe(4);
        (await service.PostingsAsync("good behind")).ShouldBe(1);
        var group = (await GetAsync(service, "/api/dead-letters?by=fingerprint")).Single()!;
        group["letters"]!.GetValue<int>().ShouldBe(1);

        (await PostAsync(service, "redrive", new { fingerprint = "another" })).ShouldBe(0);
        (await PostAsync(service, "redrive", new { fingerprint = letter["fingerprint"]!.GetValue<string>() })).ShouldBe(1);
        await PostAsync(service, $"{letter["id"]}/redrive", new { });

        await Eventually.GetAsync(() => service.PostingsAsync("bad"), count => count == 1, "the redriven order");
        await Eventually.GetAsync(() => KeptAsync(service), count => count == 0, "the row to go");
        await service.PublishAsync(new Ordered("sentinel"));
        await Eventually.GetAsync(() => service.PostingsAsync("sentinel"), count => count == 1, "the sentinel");
        (await service.PostingsAsync("bad")).ShouldBe(1);
    }

    [Fact]
    public async Task Twenty_two_kills_after_consuming_lose_nothing()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await (await LedgerService.StartAsync(database, messaging, settings: Impatient)).DisposeAsync();
        await using (var sender = await LedgerService.StartAsync(database, messaging, consumes: false))
        {
            foreach (var order in Enumerable.Range(0, 40))
            {
                await sender.PublishAsync(new Ordered($"order-{order}"));
            }

            await Eventually.GetAsync(sender.OutboxAsync, count => count == 0, "the outbox to be empty");
        }

        foreach (var _ in Enumerable.Range(0, 22))
        {
            await FetchAndDieAsync(messaging, 40);
        }

        await using var service = await LedgerService.StartAsync(database, messaging, settings: Impatient);
        await Eventually.GetAsync(
            async () =>
                await service.WithDbAsync(db => db.Postings.CountAsync()) + (await GetAsync(service, "/api/dead-letters?limit=500")).Count,
            count => count == 40,
            "40 orders, posted or kept"
        );
        await PostAsync(service, "redrive", new { });
        await Eventually.GetAsync(
            () => service.WithDbAsync(db => db.Postings.Select(posting => posting.Order).Distinct().CountAsync()),
            count => count == 40,
            "40 orders"
        );
        await Eventually.GetAsync(() => KeptAsync(service), count => count == 0, "nothing kept");
        (await service.WithDbAsync(db => db.Postings.CountAsync())).ShouldBe(40);
    }

    [Fact]
    public async Task After_a_few_kills_what_was_fetched_is_set_aside_and_handled_without_anybodys_help()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await (await LedgerService.StartAsync(database, messaging, settings: Impatient)).DisposeAsync();
        await using (var sender = await LedgerService.StartAsync(database, messaging, consumes: false))
        {
            await sender.PublishAsync(new Ordered("order"));
            await Eventually.GetAsync(sender.OutboxAsync, count => count == 0, "the outbox to be empty");
        }

        foreach (var _ in Enumerable.Range(0, 4))
        {
            await FetchAndDieAsync(messaging, 1);
        }

        await using var service = await LedgerService.StartAsync(database, messaging, settings: Impatient);
        await Eventually.GetAsync(() => service.PostingsAsync("order"), count => count == 1, "the order");
        await Eventually.GetAsync(() => KeptAsync(service), count => count == 0, "the row to go");
    }

    [Fact]
    public async Task A_database_away_for_longer_than_all_retries_makes_no_dead_letter()
    {
        var servers = await TestServers.StartAsync();
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using var service = await LedgerService.StartAsync(database, messaging, settings: Impatient);
        await service.PublishAsync(new Ordered("before"));
        await Eventually.GetAsync(() => service.PostingsAsync("before"), count => count == 1, "the order before");

        await servers.Postgres.StopAsync();
        try
        {
            foreach (var order in Enumerable.Range(0, 5))
            {
                await service.RedeliverAsync(new Ordered($"away-{order}"));
            }

            // Longer than the one retry and the one redelivery together, several times over.
            await Task.Delay(TimeSpan.FromSeconds(4), TimeProvider.System, Cancel);
        }
        finally
        {
            await servers.Postgres.StartAsync();
            NpgsqlConnection.ClearAllPools();
        }

        await Eventually.GetAsync(
            () => service.WithDbAsync(db => db.Postings.CountAsync()),
            count => count == 6,
            "all orders",
            seconds: 180
        );
        await Eventually.GetAsync(() => KeptAsync(service), count => count == 0, "nothing kept");
    }

    [Theory]
    [InlineData("{\"messageType\":")]
    [InlineData("not json at all")]
    [InlineData("{\"messageType\":[\"urn:message:Elsewhere:Unknown\"],\"message\":{}}")]
    [InlineData("{\"messageType\":[\"urn:message:NewsEducator.ServiceDefaults.Tests:Ordered\"],\"message\":[1]}")]
    public async Task What_cannot_be_read_is_kept_as_it_came_and_the_next_one_is_handled(string body)
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using var service = await LedgerService.StartAsync(database, messaging, settings: Impatient);

        await SendRawAsync(messaging, Queue, Encoding.UTF8.GetBytes(body));
        await service.PublishAsync(new Ordered("behind"));

        await Eventually.GetAsync(() => service.PostingsAsync("behind"), count => count == 1, "the order behind");
        var letter = (await DeadAsync(service, 1)).Single()!;
        using var client = service.Client();
        var whole = await client.GetFromJsonAsync<JsonNode>($"/api/dead-letters/{letter["id"]}", Cancel);
        whole!["body"]!.GetValue<string>().ShouldBe(body);
    }

    [Fact]
    public async Task Of_a_message_that_is_too_large_the_beginning_is_kept_and_the_reason_says_so()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using var service = await LedgerService.StartAsync(database, messaging, settings: Impatient);

        await SendRawAsync(messaging, Queue, new byte[200_000]);

        var letter = (await DeadAsync(service, 1)).Single()!;
        letter["isTruncated"]!.GetValue<bool>().ShouldBeTrue();
        letter["reason"]!.GetValue<string>().ShouldContain("200000 bytes; 100000 are allowed");
        using var client = service.Client();
        (await client.PostAsync($"/api/dead-letters/{letter["id"]}/redrive", null, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await client.PostAsJsonAsync($"/api/dead-letters/{letter["id"]}/discard", new { }, Cancel)).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
        foreach (var _ in Enumerable.Range(0, 2))
        {
            (
                await client.PostAsJsonAsync($"/api/dead-letters/{letter["id"]}/discard", new { reason = "junk" }, Cancel)
            ).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        }

        (await DeadAsync(service, 0)).Count.ShouldBe(0);
        (await GetAsync(service, "/api/dead-letters?state=discarded")).Single()!["discardReason"]!.GetValue<string>().ShouldBe("junk");
    }

    [Fact]
    public async Task What_former_versions_left_in_their_queues_is_taken_over()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        var envelope =
            """{"messageId":"11111111-2222-3333-4444-555555555555","messageType":["urn:message:NewsEducator.ServiceDefaults.Tests:Ordered"],"message":{"naturalKey":"former"}}""";
        await DeclareFormerAsync(messaging, "ledger-post-order");
        await DeclareFormerAsync(messaging, "ledger-post-order_error");
        await SendRawAsync(messaging, "ledger-post-order", Encoding.UTF8.GetBytes(envelope));
        await SendRawAsync(
            messaging,
            "ledger-post-order_error",
            Encoding.UTF8.GetBytes(
                envelope.Replace("former", "put aside", StringComparison.Ordinal).Replace("1111", "9999", StringComparison.Ordinal)
            )
        );

        await using var service = await LedgerService.StartAsync(database, messaging, settings: Impatient);

        await Eventually.GetAsync(() => service.PostingsAsync("former"), count => count == 1, "the waiting order");
        await DeadAsync(service, 1);
        (await PostAsync(service, "redrive", new { })).ShouldBe(1);
        await Eventually.GetAsync(() => service.PostingsAsync("put aside"), count => count == 1, "the order that was put aside");
        await Eventually.GetAsync(
            () => LedgerService.IsQueueAsync(messaging, "ledger-post-order_error"),
            isThere => !isThere,
            "the old queue to go"
        );
        (await LedgerService.IsQueueAsync(messaging, "ledger-post-order")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_misspelt_group_redrives_nothing()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using var service = await LedgerService.StartAsync(database, messaging, settings: Impatient);
        await service.PublishAsync(new Ordered("bad", FailFirst: 1000));
        await DeadAsync(service, 1);
        using var client = service.Client();

        foreach (var body in new[] { """{"fingerpint":"one group"}""", """{"fingerprint":"a","fingerprint":"b"}""" })
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            var answer = await client.PostAsync("/api/dead-letters/redrive", content, Cancel);

            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain(body[2..8]);
        }

        (await DeadAsync(service, 1)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Only_operators_see_and_move_dead_letters()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using var service = await LedgerService.StartAsync(database, messaging);
        using var stranger = service.Client("someone else");
        (await stranger.GetAsync("/api/dead-letters", Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await stranger.PostAsync("/api/dead-letters/redrive", null, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var reviewer = service.Client("reviewer-token");
        (await reviewer.PostAsJsonAsync("/api/dead-letters/1/discard", new { reason = "x" }, Cancel)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    [Fact]
    public async Task A_service_says_how_deep_its_queues_are_and_whether_anybody_reads_them()
    {
        var (database, messaging) = await LedgerService.NewGroundAsync();
        await using var service = await LedgerService.StartAsync(database, messaging, settings: Impatient);
        await service.PublishAsync(new Ordered("one"));
        await Eventually.GetAsync(() => service.PostingsAsync("one"), count => count == 1, "the order");
        await Eventually.GetAsync(service.OutboxAsync, count => count == 0, "the outbox to be empty");

        using var client = service.Client();
        var view = (await client.GetFromJsonAsync<MessagingView>("/api/messaging", Cancel))!;

        (view.Outbox, view.OldestInOutbox, view.Dead, view.Redelivered).ShouldBe((0, null, 0, 0));
        view.Queues.Select(queue => (queue.Name, queue.Consumers)).ShouldContain((Queue, 1L));
        // An empty database of PostgreSQL takes more than that.
        view.DatabaseBytes.ShouldBeGreaterThan(1_000_000);
    }

    private static Task<JsonArray> DeadAsync(LedgerService service, int wanted) =>
        Eventually.GetAsync(
            () => GetAsync(service, "/api/dead-letters"),
            letters => letters.Count == wanted,
            $"{wanted} dead letters",
            seconds: 180
        );

    private static async Task<JsonArray> GetAsync(LedgerService service, string address)
    {
        using var client = service.Client();
        return (await client.GetFromJsonAsync<JsonNode>(address, Cancel))!["items"]!.AsArray();
    }

    private static async Task<int> PostAsync(LedgerService service, string what, object body)
    {
        using var client = service.Client();
        var answer = await client.PostAsJsonAsync($"/api/dead-letters/{what}", body, Cancel);
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancel))!["count"]!.GetValue<int>() : 0;
    }

    private static Task<int> KeptAsync(LedgerService service) =>
        service.WithDbAsync(db => db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM dead_letters").SingleAsync());

    /// <summary>What a killed process does: it fetched messages and never says anything about them again.</summary>
    private static async Task FetchAndDieAsync(string messaging, int messages)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(messaging) }.CreateConnectionAsync(Cancel);
        var channel = await connection.CreateChannelAsync(cancellationToken: Cancel);
        foreach (var _ in Enumerable.Range(0, messages))
        {
            await channel.BasicGetAsync(Queue, autoAck: false, Cancel);
        }

        await connection.AbortAsync(Cancel);
    }

    private static async Task SendRawAsync(string messaging, string queue, byte[] body)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(messaging) }.CreateConnectionAsync(Cancel);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), Cancel);
        await channel.BasicPublishAsync(
            "",
            queue,
            mandatory: true,
            new BasicProperties { ContentType = "application/vnd.masstransit+json", Persistent = true },
            body,
            Cancel
        );
    }

    private static async Task DeclareFormerAsync(string messaging, string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(messaging) }.CreateConnectionAsync(Cancel);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancel);
        await channel.QueueDeclareAsync(
            queue,
            durable: true,
            exclusive: false,
            autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum", ["x-delivery-limit"] = 20 },
            cancellationToken: Cancel
        );
        await channel.ExchangeDeclareAsync(queue, "fanout", durable: true, cancellationToken: Cancel);
        await channel.QueueBindAsync(queue, queue, "", cancellationToken: Cancel);
    }
}
