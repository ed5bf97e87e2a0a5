using NewsEducator.Contracts;

namespace NewsEducator.Collector.Policies;

/// <summary>The whitelist as Compliance last answered, so that a Collector that starts while Compliance is away knows it.</summary>
internal sealed class PolicyCopy
{
    /// <summary>There is one.</summary>
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    public required int Number { get; set; }

    public required IReadOnlyList<WhitelistedHost> Hosts { get; set; }

    public required DateTimeOffset AskedAt { get; set; }
}
