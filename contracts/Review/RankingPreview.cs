namespace NewsEducator.Contracts;

/// <summary>What an order of candidates would have offered on the days of the packs that were cut, and what people decided about it.</summary>
public sealed record RankingPreview
{
    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>Candidates of that time that were ranked.</summary>
    public required int Candidates { get; init; }

    /// <summary>More waited then than a preview ranks; the oldest are left out.</summary>
    public required bool IsPartial { get; init; }

    /// <summary>With the weights asked for.</summary>
    public required RankingOutcome Proposed { get; init; }

    /// <summary>With the weights that the service runs with.</summary>
    public required RankingOutcome InForce { get; init; }

    /// <summary>With the weights asked for, the latest day first.</summary>
    public required IReadOnlyList<ReplayedDay> Days { get; init; }
}

/// <summary>How an order fits what people decided.</summary>
public sealed record RankingOutcome
{
    public required int Offered { get; init; }

    public required int Approved { get; init; }

    public required int Skipped { get; init; }

    public required int NeedsVerify { get; init; }

    /// <summary>Offered now, but nobody ever decided it.</summary>
    public required int Undecided { get; init; }

    /// <summary>Approved then, and offered on no day by this order.</summary>
    public required int Missed { get; init; }

    /// <summary>Mean over the days; see <see cref="ReplayedDay.Ndcg"/>. Null where no day has an approval.</summary>
    public double? Ndcg { get; init; }
}

/// <summary>One day's pack, cut again.</summary>
public sealed record ReplayedDay
{
    public required DateOnly Date { get; init; }

    public required IReadOnlyList<ReplayedCandidate> Offered { get; init; }

    /// <summary>
    /// nDCG of the decided ones in this order against the best possible order of all decided ones that could be offered: an approval counts
    /// 1, a verification 0.5. Null where nothing that could be offered was approved.
    /// </summary>
    public double? Ndcg { get; init; }
}

/// <summary>A candidate at the place that it would have had.</summary>
public sealed record ReplayedCandidate
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string Type { get; init; }

    public required Concept Concept { get; init; }

    public required Placement Placement { get; init; }

    /// <summary>What people decided about it whenever it was offered; null where nobody did.</summary>
    public Choice? Decision { get; init; }

    /// <summary>The date of the pack that offered it; null where none did.</summary>
    public DateOnly? OfferedOn { get; init; }

    /// <summary>Its number there.</summary>
    public int? Number { get; init; }
}

/// <summary>What a person decided about an item, as a label from which <c>tools/Judge</c> can be fitted again.</summary>
public sealed record DecisionLabel
{
    public required Guid ItemId { get; init; }

    /// <summary>The text that was judged, at the Collector.</summary>
    public required string SnapshotId { get; init; }

    public required string Url { get; init; }

    public required SourceKind Kind { get; init; }

    public required string Title { get; init; }

    public required Choice Decision { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    public required string Type { get; init; }

    /// <summary>Key of the concept that was approved or corrected; null where nobody vouched for one.</summary>
    public string? Concept { get; init; }

    /// <summary>What the Summarizer thought.</summary>
    public Judgement? Judgement { get; init; }
}
