using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Digests;

/// <summary>A released pack: the list of what its digest holds.</summary>
internal sealed class Release
{
    public required Guid PackId { get; init; }

    public required DateOnly PackDate { get; init; }

    public required IReadOnlyList<ReleasedItem> Approved { get; init; }

    public required string ReleasedBy { get; init; }

    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>See <see cref="ApprovedItem.IsSigned"/>.</summary>
    public bool IsSigned { get; init; }

    public DateTimeOffset? PublishedAt { get; set; }
}
