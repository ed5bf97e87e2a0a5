namespace NewsEducator.Publisher.Replays;

/// <summary>A range of digests that is announced again to one receiver, a queue or a webhook.</summary>
internal sealed class Replay
{
    public required Guid Id { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Inclusive.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Null where a webhook gets it.</summary>
    public string? Queue { get; init; }

    public Guid? WebhookId { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required ReplayState State { get; set; }

    /// <summary>The last digest of which everything was sent; what was killed goes on after it.</summary>
    public DateOnly? SentUpTo { get; set; }

    public int Digests { get; set; }

    public int Events { get; set; }

    /// <summary>In a row.</summary>
    public int Failures { get; set; }

    /// <summary>Not tried earlier; null where nothing more is sent.</summary>
    public DateTimeOffset? NextAt { get; set; }

    public string? Error { get; set; }

    public void End(ReplayState state, string? error = null) => (State, NextAt, Error) = (state, null, error);
}

/// <summary>How far a replay is.</summary>
internal enum ReplayState
{
    Running,
    Done,
    Failed,

    /// <summary>A person stopped it.</summary>
    Stopped,
}
