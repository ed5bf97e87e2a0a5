namespace NewsEducator.Collector.Policies;

/// <summary>Nothing says yet what may be collected.</summary>
internal sealed class PolicyUnknownException()
    : Exception("Compliance was not reached yet, so nobody knows what may be collected. Start it, or wait until it answers.");
