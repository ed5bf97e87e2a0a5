namespace NewsEducator.Contracts;

/// <summary>A candidate as Review's API shows it: the summary beside its evidence, and the decision.</summary>
public sealed record CandidateView
{
    public required Guid Id { get; init; }

    /// <summary>The candidate's ETag, for If-Match.</summary>
    public required string ETag { get; init; }

    public required CandidateState State { get; init; }

    public int? Number { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    public required string Type { get; init; }

    public required string Summary { get; init; }

    public string? OneLiner { get; init; }

    public string? Analogy { get; init; }

    public required Concept Concept { get; init; }

    public required IReadOnlyList<Term> Terms { get; init; }

    public required string Language { get; init; }

    public required double Score { get; init; }

    /// <summary>What the Summarizer thinks of it; null where nobody judged.</summary>
    public Judgement? Judgement { get; init; }

    /// <summary>What put it at its place in the pack; null in a foreign pack.</summary>
    public Placement? Placement { get; init; }

    /// <summary>A reviewer chose <see cref="Concept"/> in place of the engine's.</summary>
    public bool ConceptCorrected { get; init; }

    /// <summary>Null until the source was fetched.</summary>
    public SourceItem? Source { get; init; }

    /// <summary>When the source was last seen to stand; null until it was fetched.</summary>
    public DateTimeOffset? SourceSeenAt { get; init; }

    /// <summary>Since when no look at the source has been answered; null where the last one was.</summary>
    public DateTimeOffset? SourceUnreachedSince { get; init; }

    /// <summary>Why it did not answer.</summary>
    public string? SourceFault { get; init; }

    /// <summary>What else tells of the same event, four at most; the summary rests on <see cref="Source"/> alone.</summary>
    public IReadOnlyList<SourceItem> FurtherSources { get; init; } = [];

    /// <summary>The candidate by which this story was offered before; null where it is new.</summary>
    public EarlierStory? UpdateOf { get; init; }

    /// <summary>The candidate that stands for this one's event; null where this one does.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>Null while the text, as it stands now, is being checked; so are findings and sentences.</summary>
    public Verdict? Verdict { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public required IReadOnlyList<SentenceCheck> Sentences { get; init; }

    /// <summary>How many of the sentences are in each state that occurs.</summary>
    public IReadOnlyDictionary<SentenceState, int> States { get; init; } = new Dictionary<SentenceState, int>();

    public string? PolicyVersion { get; init; }

    public Choice? Decision { get; init; }

    public string? Reason { get; init; }

    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Who is to look at it; null where nobody was named.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>Under four eyes: what was said so far; null where one reviewer decides.</summary>
    public FourEyesView? FourEyes { get; init; }

    /// <summary>The candidate of an earlier pack that was verified and is offered again as this one.</summary>
    public Guid? ReturnedFrom { get; init; }

    /// <summary>What the verification found out.</summary>
    public string? Note { get; init; }

    /// <summary>SHA-256 of what an approval approves; null until the source was fetched.</summary>
    public string? ContentHash { get; init; }
}

/// <summary>Two reviewers' opinions of one candidate.</summary>
public sealed record FourEyesView
{
    /// <summary>How many of the two have given their opinion.</summary>
    public required int Given { get; init; }

    /// <summary>Null until both have; false: they disagree, and the candidate stays undecided until one of them changes their
    /// mind.</summary>
    public bool? Agree { get; init; }

    /// <summary>One's own opinion, and the other's once one's own is given.</summary>
    public required IReadOnlyList<OpinionView> Opinions { get; init; }
}

/// <summary>What one reviewer would decide.</summary>
public sealed record OpinionView(string By, Choice Choice, string? Reason, DateTimeOffset At);

/// <summary>A candidate of an earlier pack that told of the same event.</summary>
public sealed record EarlierStory(Guid CandidateId, DateOnly PackDate, int Number, string Title);
