namespace NewsEducator.ServiceDefaults.Messaging;

/// <summary>The message is not what it says it is. It is not tried again, and leaves no trace in the inbox that would keep the genuine one
/// out.</summary>
public sealed class RefusedMessageException(string message) : Exception(message);
