using Refit;

namespace NewsEducator.Contracts;

/// <summary>What Compliance holds items against, and what is published that no longer holds.</summary>
public interface IComplianceApi
{
    /// <summary>As many findings of drift are answered at once.</summary>
    const int MostDrift = 50;

    /// <summary>The policy in force.</summary>
    [Get("/api/policy")]
    Task<PolicyStatus> GetPolicyAsync(CancellationToken cancellationToken);

    /// <summary>Published items that lost evidence, the latest first, at most <see cref="MostDrift"/>.</summary>
    /// <param name="before">The time of the last one of the page before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [Get("/api/drift")]
    Task<List<DriftView>> ListDriftAsync(DateTimeOffset? before, CancellationToken cancellationToken);
}

/// <summary>The policy in force: who set it, where items may come from, and how much each rule weighs.</summary>
public sealed record PolicyStatus
{
    /// <summary>Counts the stored versions.</summary>
    public required int Number { get; init; }

    /// <summary>Of the meaning: two versions with the same one screen alike.</summary>
    public required string Version { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Comment { get; init; }

    public required IReadOnlyList<WhitelistedHost> Whitelist { get; init; }

    public required IReadOnlyList<RuleStatus> Rules { get; init; }
}

/// <summary>A rule as it is applied.</summary>
public sealed record RuleStatus
{
    public required string Id { get; init; }

    /// <summary>Null where the rule is switched off.</summary>
    public Severity? Severity { get; init; }

    /// <summary>What it finds is recorded and changes nothing.</summary>
    public required bool Shadow { get; init; }

    /// <summary>What it says of a finding, Chinese, with "…" for the case in hand.</summary>
    public required string Message { get; init; }

    /// <summary>The same in English.</summary>
    public required string MessageEn { get; init; }
}

/// <summary>A published item whose source no longer backs all of it.</summary>
public sealed record DriftView
{
    public required Guid CandidateId { get; init; }

    public required Guid ItemId { get; init; }

    /// <summary>As it was published.</summary>
    public required string Title { get; init; }

    public required string Url { get; init; }

    /// <summary>What the approval rested on.</summary>
    public required string SnapshotId { get; init; }

    /// <summary>What the source says now; null where it is gone.</summary>
    public string? NewSnapshotId { get; init; }

    public required IReadOnlyList<LostSentence> Lost { get; init; }

    /// <summary>The published summary without these sentences; null where none is left.</summary>
    public string? Proposal { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>What happened, Chinese.</summary>
    public required string Message { get; init; }

    /// <summary>The same in English.</summary>
    public required string MessageEn { get; init; }
}
