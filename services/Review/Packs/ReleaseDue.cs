using System.Text.Json.Serialization;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Packs;

/// <summary>Published and consumed by: Review.</summary>
/// <remarks>The time in which a release could be taken back is over. One that was taken back meanwhile is not sent.</remarks>
public sealed record ReleaseDue : IMessage
{
    public required Guid PackId { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{PackId:N}:{ReleasedAt.UtcTicks}";
}
