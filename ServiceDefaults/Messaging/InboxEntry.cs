namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>A consumer handled a message. Kept for ever: a redelivery weeks later is still a redelivery.</summary>
internal sealed class InboxEntry
{
    public required string Consumer { get; init; }

    public required string NaturalKey { get; init; }

    public required DateTimeOffset HandledAt { get; init; }
}
