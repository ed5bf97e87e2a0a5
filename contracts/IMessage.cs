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

/// <summary>A message that may have no subscriber. Any other waits in the outbox until its consumer's queue exists.</summary>
public interface IAnnouncement : IMessage;
