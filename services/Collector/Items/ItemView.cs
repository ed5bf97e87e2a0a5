using NewsEducator.Contracts;

namespace NewsEducator.Collector.Items;

/// <summary>An item as the API shows it.</summary>
internal sealed record ItemView
{
    public required Guid Id { get; init; }

    /// <summary>Canonical: its identity.</summary>
    public required string Url { get; init; }

    /// <summary>Where it is fetched and readers are sent.</summary>
    public required string Link { get; init; }

    public SourceKind? Kind { get; init; }

    public string? Title { get; init; }

    public string? SourceId { get; init; }

    public required ItemState State { get; init; }

    public DropReason? Reason { get; init; }

    public string? Detail { get; init; }

    public double? Score { get; init; }

    /// <summary>open, closed, answered …, as the source last called it.</summary>
    public string? SourceState { get; init; }

    /// <summary>The item that told of its event first.</summary>
    public Guid? EventId { get; init; }

    /// <summary>When its author's words were last seen to change.</summary>
    public DateTimeOffset? ContentChangedAt { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public required DateTimeOffset StateSince { get; init; }

    /// <summary>The latest snapshot.</summary>
    public string? SnapshotId { get; init; }

    public static ItemView Of(Item item) =>
        new()
        {
            Id = item.Id,
            Url = item.Url,
            Link = item.Link ?? item.Url,
            Kind = item.Kind,
            Title = item.Title,
            SourceId = item.SourceId,
            State = item.State,
            Reason = item.Reason,
            Detail = item.Detail,
            Score = item.Score,
            EventId = item.EventId,
            SourceState = item.SourceState,
            ContentChangedAt = item.ContentChangedAt,
            FirstSeenAt = item.FirstSeenAt,
            StateSince = item.StateSince,
            SnapshotId = item.SnapshotId,
        };
}
