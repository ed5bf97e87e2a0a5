using System.Text.Json.Serialization;
using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Digests;

/// <summary>Published and consumed by: Publisher.</summary>
/// <remarks>
/// A part of a release has arrived and is committed. Whoever handles the last of these sees all the parts, in whatever order
/// they came; two consumers that each looked for the other's uncommitted row would not.
/// </remarks>
public sealed record PackProgressed : IMessage
{
    public required Guid PackId { get; init; }

    /// <summary>The candidate that arrived, or the pack itself for its release.</summary>
    public required Guid Part { get; init; }

    /// <summary>See <see cref="IRepeatable.SentAgainAt"/>.</summary>
    public DateTimeOffset? SentAgainAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{PackId:N}:{Part:N}{IRepeatable.Mark(SentAgainAt)}";
}
