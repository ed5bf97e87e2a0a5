namespace NewsEducator.Publisher.Webhooks;

/// <summary>An address that public events are sent to (Standard Webhooks 1.0).</summary>
internal sealed class Webhook
{
    public required Guid Id { get; init; }

    public required string Url { get; set; }

    /// <summary>Types of events; empty: all that are public.</summary>
    public required List<string> Events { get; set; }

    /// <summary>Labels of item types, one of which the event has to be about; empty: all.</summary>
    public required List<string> Types { get; set; }

    /// <summary>Keys of concepts, one of which the event has to be about; empty: all.</summary>
    public required List<string> Concepts { get; set; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts changes by people; its ETag.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Which of its secrets is signed with, from 1; the secret itself is derived and stored nowhere.</summary>
    public int SecretVersion { get; set; } = 1;

    /// <summary>Until then the former secret signs as well.</summary>
    public DateTimeOffset? FormerSecretUntil { get; set; }

    /// <summary>Since the first failure after the last success.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>Nothing is sent from then on.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    public string? DisabledReason { get; set; }

    public bool Wants(AnnouncedEvent announced) =>
        DisabledAt is null
        && ((Events.Count == 0 && !TellReviewers.Types.Contains(announced.Type)) || Events.Contains(announced.Type))
        && (Types.Count == 0 || Types.Intersect(announced.Types).Any())
        && (Concepts.Count == 0 || Concepts.Intersect(announced.Concepts).Any());
}
