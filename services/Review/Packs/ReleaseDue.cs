using System.Text.Json.Serialization;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Packs;

/// <summary>Published and consumed by: Review.</summary>
/// <remarks>The time in which a release could be taken back is over, or its wait for sources. One that was taken back meanwhile is not
/// sent.</remarks>
public sealed record ReleaseDue : IMessage
{
    public required Guid PackId { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>The look after which no source is in doubt, as <c>CANDIDATE:LOOK</c>; null where it is not due for that.</summary>
    public string? Look { get; init; }

    /// <summary>It has waited for sources as long as it may.</summary>
    public bool HasWaited { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{PackId:N}:{ReleasedAt.UtcTicks}{(HasWaited ? ":waited" : Look is null ? "" : $":{Look}")}";
}
