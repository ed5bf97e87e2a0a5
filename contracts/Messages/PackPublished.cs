using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Publisher. Consumed by: Review, Compliance.</summary>
/// <remarks>Gate 2 is through for this pack: what was approved is published, or was refused and says why.</remarks>
public sealed record PackPublished : IRepeatable
{
    public required Guid PackId { get; init; }

    public required DateOnly PackDate { get; init; }

    /// <summary>The digest's page; null where nothing was approved.</summary>
    public string? DigestUrl { get; init; }

    public required int Published { get; init; }

    /// <summary>The candidates that are published now.</summary>
    public IReadOnlyList<Guid> Candidates { get; init; } = [];

    /// <summary>One line for each approved item that could not be published, for example one already in an earlier digest.</summary>
    public required IReadOnlyList<string> Refused { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <inheritdoc/>
    public DateTimeOffset? SentAgainAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{PackId:N}{IRepeatable.Mark(SentAgainAt)}";
}
