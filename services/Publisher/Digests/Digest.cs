namespace NewsEducator.Publisher.Digests;

/// <summary>The published report of one day. A later change is a new revision, never a silent edit.</summary>
public sealed class Digest
{
    public required DateOnly Date { get; init; }

    public required Guid PackId { get; init; }

    public required int Revision { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public List<DigestItem> Items { get; init; } = [];

    public IEnumerable<DigestItem> InOrder() => Items.OrderBy(item => item.Number);
}
