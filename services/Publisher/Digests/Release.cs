using NewsEducator.Contracts;

namespace NewsEducator.Publisher.Digests;

/// <summary>A released pack: the list of what its digest holds.</summary>
internal sealed class Release
{
    public required Guid PackId { get; init; }

    public required DateOnly PackDate { get; set; }

    public required IReadOnlyList<ReleasedItem> Approved { get; set; }

    public required string ReleasedBy { get; set; }

    public required DateTimeOffset ReleasedAt { get; set; }

    /// <summary>See <see cref="ApprovedItem.IsSigned"/>.</summary>
    public bool IsSigned { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }
}
