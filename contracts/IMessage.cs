namespace NewsEducator.Contracts;

/// <summary>A message between services.</summary>
public interface IMessage
{
    /// <summary>
    /// What the message is about, the same however often it is sent: inboxes remember it for ever, so a redelivery
    /// weeks later has no effect.
    /// </summary>
    string NaturalKey { get; }
}

/// <summary>A message that a stage sends again where the next one lacks what it sent.</summary>
public interface IRepeatable : IMessage
{
    /// <summary>When it was sent again; null for what is sent for the first time. A part of the natural key: inboxes must not take it for a
    /// redelivery.</summary>
    DateTimeOffset? SentAgainAt { get; }

    /// <summary>The end of a natural key.</summary>
    static string Mark(DateTimeOffset? sentAgainAt) => sentAgainAt is { } at ? $":again-{at.UtcTicks}" : "";
}

/// <summary>A message that may have no subscriber. Any other waits in the outbox until its consumer's queue exists; a public event waits
/// until its exchange routes it.</summary>
public interface IAnnouncement : IMessage;
