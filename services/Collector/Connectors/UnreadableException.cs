namespace NewsEducator.Collector.Connectors;

/// <summary>An upstream answered, but not with what was asked for.</summary>
/// <param name="message">In words, for ops.</param>
/// <param name="lasting">Asking again would give the same.</param>
internal sealed class UnreadableException(string message, bool lasting = true) : Exception(message)
{
    public bool Lasting => lasting;
}
