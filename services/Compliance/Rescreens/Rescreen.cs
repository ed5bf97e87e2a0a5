namespace NewsEducator.Compliance.Rescreens;

/// <summary>A job: screen these candidates again under the policy in force. Its work is messages, so that it outlives this
/// process.</summary>
internal sealed class Rescreen
{
    public required Guid Id { get; init; }

    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required RescreenScope Scope { get; init; }

    public required int Total { get; init; }
}

internal enum RescreenScope
{
    /// <summary>Whatever is neither skipped nor released.</summary>
    Open,

    /// <summary>Whatever was last screened under a policy of another meaning than the one in force, released and published ones
    /// too.</summary>
    OlderPolicy,

    /// <summary>The candidates that the request names.</summary>
    Listed,
}
