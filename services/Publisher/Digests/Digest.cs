namespace NewsEducator.Publisher.Digests;

/// <summary>The published report of one day. A later change is a new revision, never a silent edit.</summary>
public sealed class Digest
{
    public required DateOnly Date { get; init; }

    public required Guid PackId { get; init; }

    public required int Revision { get; set; }

    public required DateTimeOffset PublishedAt { get; init; }

    public List<DigestItem> Items { get; init; } = [];

    /// <summary>What changed since it was published, in order.</summary>
    public List<DigestRevision> Revisions { get; init; } = [];

    /// <summary>What is still published of it.</summary>
    public IEnumerable<DigestItem> InOrder() => Items.Where(item => item.WithdrawnAt is null).OrderBy(item => item.Number);

    /// <summary>What is no longer.</summary>
    public IEnumerable<DigestItem> Withdrawn() => Items.Where(item => item.WithdrawnAt is not null).OrderBy(item => item.Number);

    /// <summary>The latest correction of each item that is still published and was corrected.</summary>
    public IEnumerable<DigestRevision> Corrected() =>
        Revisions
            .Where(each =>
                each.Kind == RevisionKind.Correction && Items.Exists(item => item.ItemId == each.ItemId && item.WithdrawnAt is null)
            )
            .GroupBy(each => each.ItemId)
            .Select(each => each.MaxBy(revision => revision.Number)!)
            .OrderBy(each => each.ItemNumber);

    /// <summary>When a reader last had reason to look again.</summary>
    public DateTimeOffset ChangedAt => Revisions.Select(revision => revision.At).Append(PublishedAt).Max();
}
