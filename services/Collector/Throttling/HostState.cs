namespace NewsEducator.Collector.Throttling;

/// <summary>What a host, or a part of it with a budget of its own, allows; written by <see cref="HostGate"/> only.</summary>
internal sealed class HostState
{
    public required string Name { get; init; }

    /// <summary>The pace: no request starts before.</summary>
    public DateTimeOffset NextAt { get; init; }

    /// <summary>The host asked not to be asked before.</summary>
    public DateTimeOffset NotBefore { get; init; }

    /// <summary>Limits met since the host last answered without one.</summary>
    public int Strikes { get; init; }
}

/// <summary>One of the requests that a host may get at once.</summary>
internal sealed class HostSlot
{
    public required string Host { get; init; }

    public required int Number { get; init; }

    public DateTimeOffset? LeasedUntil { get; init; }

    public Guid? Holder { get; init; }
}
