using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;

namespace NewsEducator.Review.Packs;

/// <summary>A pack in a list.</summary>
public record PackSummary
{
    public required DateOnly Date { get; init; }

    public required PackOrigin Origin { get; init; }

    /// <summary><c>pending-review</c>, <c>reviewed</c> or <c>released</c>.</summary>
    public required string Status { get; init; }

    public required int Items { get; init; }

    public required int Decided { get; init; }

    /// <summary>The pack's ETag, for If-Match.</summary>
    public required string ETag { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ReleasedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public string? DigestUrl { get; init; }
}

/// <summary>A whole pack.</summary>
public sealed record PackView : PackSummary
{
    /// <summary>待运行 / 通过 / 有待核实 N 条 / 拦截 N 条.</summary>
    public required string Compliance { get; init; }

    public required IReadOnlyList<CandidateView> Candidates { get; init; }

    /// <summary>What was dropped on that day before it became a candidate, with the reason.</summary>
    public required IReadOnlyList<AuditEntry> Audit { get; init; }

    public required IReadOnlyDictionary<DropReason, int> Dropped { get; init; }

    public string? ReleasedBy { get; init; }

    /// <summary>Approved items that the Publisher did not publish, and why.</summary>
    public required IReadOnlyList<string> Refused { get; init; }

    /// <summary>What the pack waits for, in words; null where it waits for a person or for nothing.</summary>
    public string? WaitingFor { get; init; }

    internal static PackView Of(Pack pack, IReadOnlyList<AuditEntry> audit)
    {
        var document = pack.ToDocument();
        return new PackView
        {
            Date = pack.Date,
            Origin = pack.Origin,
            Status = document.Status,
            Items = pack.Candidates.Count,
            Decided = pack.Candidates.Count(candidate => candidate.Choice is not null),
            ETag = Tag.Of(pack.Version),
            CreatedAt = pack.CreatedAt,
            ReleasedAt = pack.ReleasedAt,
            PublishedAt = pack.PublishedAt,
            DigestUrl = pack.DigestUrl,
            Compliance = pack.Compliance.ToString(),
            Candidates = [.. pack.InOrder.Select(CandidateView.Of)],
            Audit = audit,
            Dropped = audit.CountBy(entry => entry.Reason).ToDictionary(),
            ReleasedBy = pack.ReleasedBy,
            Refused = pack.Refused,
            WaitingFor = Waiting(pack),
        };
    }

    private static string? Waiting(Pack pack) => pack switch
    {
        { IsReleased: true, PublishedAt: null } => "publisher",
        { IsReleased: false, Compliance.Pending: > 0 } => $"screening of {string.Join(", ", pack.InOrder.Where(each => !each.IsScreened).Select(each => each.Number))}",
        _ => null,
    };
}
