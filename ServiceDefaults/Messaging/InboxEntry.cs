namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>A consumer handled a message. Kept for a year and more: a redelivery months later is still a redelivery.</summary>
internal sealed class InboxEntry
{
    public const string AnyType = "";

    public required string Consumer { get; init; }

    /// <summary>Natural keys are unique within a type; <see cref="AnyType"/> in rows of former versions, which did not note it.</summary>
    public required string MessageType { get; init; }

    public required string NaturalKey { get; init; }

    public required DateTimeOffset HandledAt { get; init; }
}
