namespace NewsEducator.Collector.Connectors;

/// <summary>An upstream answered, but not with what was asked for; asking again now would not help.</summary>
internal sealed class UnreadableException(string message) : Exception(message);
