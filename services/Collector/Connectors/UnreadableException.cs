namespace NewsEducator.Collector.Connectors;

/// <summary>An upstream answered, but not with what was asked for.</summary>
/// <param name="message">In words, for ops.</param>
/// <param name="kind">What that means; asked again later by default.</param>
internal sealed class UnreadableException(string message, FaultKind kind = FaultKind.Later) : Exception(message)
{
    public FaultKind Kind => kind;
}
