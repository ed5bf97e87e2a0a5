using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Review. Consumed by: Publisher.</summary>
/// <remarks>Gate 1 is closed for this pack; its digest holds exactly the approved items listed here.</remarks>
public sealed record PackReleased : IMessage
{
    public required Guid PackId { get; init; }

    public required DateOnly PackDate { get; init; }

    public required IReadOnlyList<ReleasedItem> Approved { get; init; }

    public required int Skipped { get; init; }

    public required int NeedsVerify { get; init; }

    public required int Undecided { get; init; }

    public required string ReleasedBy { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => PackId.ToString("N");
}

/// <summary>One approved candidate of a released pack.</summary>
public sealed record ReleasedItem
{
    public required Guid CandidateId { get; init; }

    /// <summary>SHA-256 of the approved content, lower-case hex.</summary>
    public required string ContentHash { get; init; }
}
