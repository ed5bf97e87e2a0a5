using System.Globalization;
using System.Text.Json.Nodes;
using NewsEducator.Contracts;
using NewsEducator.Publisher.Events;

namespace NewsEducator.Publisher.Webhooks;

/// <summary>A public event as webhooks send it.</summary>
internal sealed class AnnouncedEvent
{
    /// <summary>The type of what a person sends to see whether a webhook works; nobody gets it who did not ask for it.</summary>
    public const string TestType = "webhook.test.v1";

    /// <summary>The body of an event of which nothing may be sent any more.</summary>
    public const string Forgotten = "{}";

    /// <summary>The event's own, and the webhook's message id: the same for every attempt and every receiver.</summary>
    public required Guid Id { get; init; }

    public required string Type { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The JSON that is signed and sent, character for character.</summary>
    public required string Body { get; set; }

    public required List<Guid> Items { get; init; }

    public required List<string> Types { get; init; }

    public required List<string> Concepts { get; init; }

    /// <summary>The digest that it is a revision of: its revisions go out in their order. Null for what has no order.</summary>
    public DateOnly? DigestDate =>
        PublicEvent.All.Any(kind => kind.Type == Type && kind.IsOfDigest) && JsonNode.Parse(Body)!["data"]?["date"] is { } date
            ? DateOnly.Parse(date.GetValue<string>(), CultureInfo.InvariantCulture)
            : null;

    /// <summary>The body with <c>"replay":true</c>.</summary>
    public string ReplayBody()
    {
        var body = JsonNode.Parse(Body)!.AsObject();
        body["replay"] = true;
        return body.ToJsonString(PublicEvents.Json);
    }
}
