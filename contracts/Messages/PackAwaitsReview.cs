using System.Text.Json.Serialization;

namespace NewsEducator.Contracts;

/// <summary>Published by: Review. Consumed by: Publisher.</summary>
/// <remarks>A day's pack is ready for its reviewers, or has waited for them for too long. It says nothing of what the pack holds: only
/// webhooks that ask for it by name are sent it.</remarks>
public sealed record PackAwaitsReview : IMessage
{
    public required Guid PackId { get; init; }

    public required DateOnly PackDate { get; init; }

    public required int Candidates { get; init; }

    public required int Undecided { get; init; }

    public required bool IsOverdue { get; init; }

    /// <summary>When the pack was made.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The pack's page; null where Review does not know its own address.</summary>
    public string? Url { get; init; }

    public required DateTimeOffset At { get; init; }

    [JsonIgnore]
    public string NaturalKey => $"{PackId:N}:{(IsOverdue ? "overdue" : "ready")}";
}
