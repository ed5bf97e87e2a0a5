using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Review, when its pack is released. For subscribers of the verification queue.</summary>
/// <remarks>A person wants more evidence before this item may be published.</remarks>
public sealed record VerificationOpened : IAnnouncement
{
    public required Guid CandidateId { get; init; }

    public required Guid ItemId { get; init; }

    public required DateOnly PackDate { get; init; }

    /// <summary>The open questions: the reviewer's own words, or null where a tick in a file gave none.</summary>
    public string? Questions { get; init; }

    public required string OpenedBy { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{CandidateId:N}:{PackDate:O}";
}
