using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Tests.Contracts;
using NewsEducator.Publisher.Tests.Node;
using NewsEducator.Publisher.Withdrawals;
using NewsEducator.Testing;
using NJsonSchema;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>G13: the contract is what is on the wire. Messages are taken off the broker and compared with the document, both
/// ways.</summary>
[Collection(SliceCollection.Name)]
public sealed class EventContractTests(PublisherFixture fixture)
{
    private static readonly JsonNode Document = JsonNode.Parse(File.ReadAllText(Repository.In("contracts/asyncapi.json")))!;
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly PublisherApp _app = fixture.App;
    private readonly ReleasedDay _day = new(fixture.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task G13_Every_message_is_what_the_contract_says_and_the_contract_says_nothing_else()
    {
        var captured = await CaptureAsync();

        captured.Select(each => each.RoutingKey).Distinct().ShouldBe(PublicEvent.All.Select(each => each.Type), ignoreOrder: true);
        foreach (var announced in PublicEvent.All)
        {
            var channel = Document["channels"]![announced.Type]!;
            ((string)channel["address"]!).ShouldBe(announced.Type);
            var ofType = captured.Where(each => each.RoutingKey == announced.Type).ToList();
            ofType.ShouldAllBe(each => each.Exchange == (string)channel["bindings"]!["amqp"]!["exchange"]!["name"]!);
            await BodiesAreAsync(announced, ofType);
            HeadersAre(announced, ofType);
        }
    }

    [Fact]
    public async Task G13_The_document_is_valid_AsyncAPI_and_so_is_every_message_under_it()
    {
        var captured = await CaptureAsync();
        var file = Path.Combine(_app.Vault, $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(captured.Select(each => Message(each, each.Body)), Json), Cancel);
        var broken = Path.Combine(_app.Vault, $"{Guid.NewGuid():N}.json");
        var without = captured[0].Body.DeepClone().AsObject();
        without.Remove("id");
        await File.WriteAllTextAsync(broken, JsonSerializer.Serialize(new[] { Message(captured[0], without) }, Json), Cancel);

        (await NodeScripts.RunAsync("asyncapi.mjs", Repository.In("contracts/asyncapi.json"), file)).ShouldBe("valid");
        (await NodeScripts.RunAsync("asyncapi.mjs", Repository.In("contracts/asyncapi.json"), broken)).ShouldContain(
            "required property 'id'"
        );
    }

    [Fact]
    public async Task The_contract_is_served_where_messages_say_it_is()
    {
        var captured = await CaptureAsync();
        using var http = _app.CreateClient();
        foreach (var announced in PublicEvent.All)
        {
            var address = new Uri(captured.First(each => each.RoutingKey == announced.Type).Headers[EventHeader.DataSchema.Name]);
            var served = await http.GetStringAsync(address.PathAndQuery, Cancel);
            var written = await File.ReadAllTextAsync(Repository.In($"contracts/schemas/{announced.Type}.json"), Cancel);
            (served == written).ShouldBeTrue(announced.Type);
        }

        (await http.GetStringAsync("/schemas/asyncapi.json", Cancel)).ShouldContain("\"asyncapi\": \"3.0.0\"");
        (await http.GetAsync("/schemas/..%2ftexts.json", Cancel)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private static async Task BodiesAreAsync(PublicEvent announced, List<Subscriber.Delivery> messages)
    {
        var text = await File.ReadAllTextAsync(Repository.In($"contracts/schemas/{announced.Type}.json"), Cancel);
        var schema = await JsonSchema.FromJsonAsync(text, Cancel);
        var coverage = new SchemaCoverage();
        coverage.Schema("$", JsonNode.Parse(text)!);
        foreach (var message in messages)
        {
            schema.Validate(message.Body.ToJsonString()).Select(fault => $"{fault.Path} {fault.Kind}").ShouldBeEmpty(announced.Type);
            coverage.Instance("$", message.Body);
        }

        coverage.NotNamed.ShouldBeEmpty(announced.Type);
        coverage.NeverSeen.ShouldBeEmpty(announced.Type);
        JsonNode
            .DeepEquals(Document["components"]!["messages"]![announced.Type]!["payload"]!["schema"], JsonNode.Parse(text))
            .ShouldBeTrue("the document holds the schema");
    }

    private static void HeadersAre(PublicEvent announced, List<Subscriber.Delivery> messages)
    {
        var headers = Document["components"]!["messages"]![announced.Type]!["headers"]!;
        var required = headers["required"]!.AsArray().Select(name => (string)name!).ToList();
        foreach (var message in messages)
        {
            message.Headers.Keys.Except(headers["properties"]!.AsObject().Select(header => header.Key)).ShouldBeEmpty();
            required.Except(message.Headers.Keys).ShouldBeEmpty();
            message.Headers[EventHeader.Type.Name].ShouldBe((string)headers["properties"]![EventHeader.Type.Name]!["const"]!);
        }
    }

    /// <summary>Two items are published, one of them with all that an item can have; it is corrected, and the other retracted.</summary>
    private async Task<List<Subscriber.Delivery>> CaptureAsync()
    {
        var content = _day.ContentOf(1);
        var whole = content with
        {
            OneLiner = "连接池要够用",
            Claims = [.. content.Claims.Select(claim => claim with { State = SentenceState.Matched })],
            FurtherSources = [Some.Further],
        };
        var (first, second) = (_day.Item(1, whole), _day.Item(2));
        await _day.PublishAsync(first, second);
        await _day.CorrectAsync(first, whole with { Title = "连接池用尽" });
        await _day.WithdrawAsync(second.Content.ItemId, WithdrawalKind.Retraction);
        var events = await Eventually.GetAsync(
            () => Task.FromResult(PublicEvent.All.SelectMany(each => _app.Subscriber.EventsOf(_day.Date, each.Type)).ToList()),
            // Published, two cards, corrected, revised, retracted.
            events => events.Count == 6
        );
        return events;
    }

    private static object Message(Subscriber.Delivery message, JsonNode body) =>
        new
        {
            exchange = message.Exchange,
            routingKey = message.RoutingKey,
            contentType = message.ContentType,
            headers = message.Headers,
            body,
        };
}
