using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Withdrawals;
using NewsEducator.Testing;
using RabbitMQ.Client;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>Three days are published, one item is retracted, one taken down; then somebody wants them again.</summary>
public sealed class ReplayTests(ReplayTests.ThreeDays published) : IClassFixture<ReplayTests.ThreeDays>
{
    public sealed class ThreeDays : IAsyncLifetime
    {
        internal Receiver Receiver { get; private set; } = null!;

        internal PublisherApp App { get; private set; } = null!;

        internal IReadOnlyList<ReleasedDay> Days { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            Receiver = await Receiver.StartAsync();
            App = await PublisherApp.StartAsync(("Publisher:Webhooks:PrivateReceivers:0", Receiver.HostAndPort));
            Days = [new(App), new(App), new(App)];
            foreach (var day in Days)
            {
                await day.PublishAsync(day.Item(1), day.Item(2, day.ContentOf(2) with { Title = "doomed" }));
            }

            await Days[1].WithdrawAsync(Days[1].ContentOf(2).ItemId, WithdrawalKind.Takedown);
        }

        public async ValueTask DisposeAsync()
        {
            await Receiver.DisposeAsync();
            await App.DisposeAsync();
        }
    }

    private const string Queue = "sub.replayed";

    private static readonly JsonNode Document = JsonNode.Parse(File.ReadAllText(Repository.In("contracts/asyncapi.json")))!;

    private readonly Receiver _receiver = published.Receiver;
    private readonly PublisherApp _app = published.App;
    private readonly HttpClient _operator = published.App.CreateOperator();
    private readonly IReadOnlyList<ReleasedDay> _days = published.Days;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_range_goes_to_a_queue_marked_as_a_replay_and_to_nobody_else()
    {
        await using var connection = await new ConnectionFactory { Uri = _app.Messaging }.CreateConnectionAsync(Cancel);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancel);
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: Cancel);
        // The takedown is the last that was said.
        await Eventually.GetAsync(
            () => Task.FromResult(_app.Subscriber.EventsOf(_days[1].Date, "item.retracted.v1").Count()),
            count => count == 1
        );
        var before = _app.Subscriber.Events.ToList();

        var replay = await EndedAsync(
            new
            {
                from = _days[1].Date,
                to = _days[2].Date,
                queue = Queue,
            }
        );

        ((string)replay["state"]!, (int)replay["digests"]!, (int)replay["events"]!).ShouldBe(("Done", 2, 6));
        var replayed = await ReadAsync(channel);
        replayed
            .Select(each => each.Type)
            .ShouldBe([
                "digest.revised.v1",
                "item.retracted.v1",
                "card.drafted.v1",
                "digest.published.v1",
                "card.drafted.v1",
                "card.drafted.v1",
            ]);
        replayed.ShouldAllBe(each => each.Replay == "true");
        replayed[0].Body["items"]!.AsArray().Count.ShouldBe(1);
        replayed.Take(3).ShouldAllBe(each => !each.Body.ToJsonString(null).Contains("doomed"));
        var said = before.ToLookup(each => (string)each.Body["id"]!);
        foreach (var (_, _, body) in replayed)
        {
            Same(body, said[(string)body["id"]!].ShouldHaveSingleItem().Body);
        }

        _app.Subscriber.Events.Count().ShouldBe(before.Count);
    }

    [Fact]
    public async Task A_queue_that_is_not_there_ends_the_replay_with_a_reason()
    {
        var replay = await EndedAsync(
            new
            {
                from = _days[0].Date,
                to = _days[0].Date,
                queue = "sub.nobody",
            }
        );

        ((string)replay["state"]!).ShouldBe("Failed");
        ((string)replay["error"]!).ShouldContain("There is no queue sub.nobody");
    }

    [Theory]
    [InlineData("publisher-store-approved-item.v2")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Only_a_subscribers_queue_can_be_named(string? queue)
    {
        var answer = await _operator.PostAsJsonAsync(
            "/api/replays",
            new
            {
                from = _days[0].Date,
                to = _days[0].Date,
                queue,
            },
            Cancel
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_webhook_gets_what_it_wants_again_signed_and_marked()
    {
        var created = await _operator.PostAsJsonAsync(
            "/api/webhooks",
            new { url = _receiver.Url, events = new[] { "digest.published.v1" } },
            Cancel
        );
        var webhook = (Guid)JsonNode.Parse(await created.Content.ReadAsStringAsync(Cancel))!["webhook"]!["id"]!;
        _receiver.Answer = http =>
        {
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        };

        var replay = await EndedAsync(
            new
            {
                from = _days[0].Date,
                to = _days[2].Date,
                webhookId = webhook,
            }
        );

        ((string)replay["state"]!, (int)replay["digests"]!, (int)replay["events"]!).ShouldBe(("Done", 3, 2));
        var requests = await Eventually.GetAsync(() => Task.FromResult(_receiver.Requests), requests => requests.Count == 2);
        foreach (var request in requests)
        {
            var body = JsonNode.Parse(request.Body)!;
            ((bool)body["replay"]!).ShouldBeTrue();
            request.Id.ShouldBe((string)body["data"]!["id"]!);
            body["data"]!["items"]!.AsArray().Count.ShouldBe(2);
        }
    }

    private async Task<JsonNode> EndedAsync(object request)
    {
        var answer = await _operator.PostAsJsonAsync("/api/replays", request, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        return await Eventually.GetAsync(
            async () => JsonNode.Parse(await _operator.GetStringAsync(answer.Headers.Location, Cancel))!,
            replay => (string)replay["state"]! != "Running"
        );
    }

    private static async Task<List<(string Type, string? Replay, JsonNode Body)>> ReadAsync(IChannel channel)
    {
        var messages = new List<(string, string?, JsonNode)>();
        while (await channel.BasicGetAsync(Queue, autoAck: true, Cancel) is { } message)
        {
            Document["components"]!["messages"]![Header(message, EventHeader.Type)!]!["headers"]!["properties"]!
                .AsObject()
                .Select(header => header.Key)
                .ShouldBe(message.BasicProperties.Headers!.Keys, ignoreOrder: true);
            messages.Add((Header(message, EventHeader.Type)!, Header(message, EventHeader.Replay), JsonNode.Parse(message.Body.Span)!));
        }

        return messages;
    }

    private static string? Header(BasicGetResult message, EventHeader header) =>
        message.BasicProperties.Headers!.TryGetValue(header.Name, out var value) ? Encoding.UTF8.GetString((byte[])value!) : null;

    // The database keeps microseconds, .NET tenths of them.
    private static void Same(JsonNode replayed, JsonNode said)
    {
        foreach (var (name, value) in said.AsObject().Where(member => !member.Key.EndsWith("At", StringComparison.Ordinal)))
        {
            if (name != "withdrawn")
            {
                JsonNode.DeepEquals(replayed[name], value).ShouldBeTrue($"{name}: {replayed[name]} instead of {value}");
            }
        }
    }
}
