namespace NewsEducator.Contracts;

/// <summary>What waits between a service and the others.</summary>
/// <param name="Outbox">Messages that are committed and not sent yet.</param>
/// <param name="OldestInOutbox">Since when the oldest of them is due.</param>
/// <param name="Dead">Messages that somebody has to look at.</param>
/// <param name="Redelivered">Messages that are tried again later by themselves.</param>
/// <param name="Queues">Empty where the broker does not answer.</param>
public sealed record MessagingView(int Outbox, DateTimeOffset? OldestInOutbox, int Dead, int Redelivered, IReadOnlyList<QueueView> Queues)
{
    /// <summary>What the service's database takes on disk, in bytes; 0 from a version that does not say so.</summary>
    public long DatabaseBytes { get; init; }
}

/// <summary>A queue of a service.</summary>
/// <param name="Consumers">Replicas that read it; 0 means that nobody does.</param>
public sealed record QueueView(string Name, long Messages, long Consumers);
