using NewsEducator.Contracts;

namespace NewsEducator.Review.Candidates;

/// <summary>A candidate as the API shows it: the summary beside its evidence, and the decision.</summary>
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

    /// <summary>Null until the source was fetched.</summary>
    public SourceItem? Source { get; init; }

    /// <summary>Null until the text was screened.</summary>
    public Verdict? Verdict { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public required IReadOnlyList<SentenceCheck> Sentences { get; init; }

    public string? PolicyVersion { get; init; }

    public Choice? Decision { get; init; }

    public string? Reason { get; init; }

    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The candidate of an earlier pack that was verified and is offered again as this one.</summary>
    public Guid? ReturnedFrom { get; init; }

    /// <summary>What the verification found out.</summary>
    public string? Note { get; init; }

    /// <summary>SHA-256 of what an approval approves; null until the source was fetched.</summary>
    public string? ContentHash { get; init; }

    internal static CandidateView Of(Candidate candidate) => new()
    {
        Id = candidate.Id,
        ETag = Tag.Of(candidate.Version),
        State = candidate.State,
        Number = candidate.Number,
        Url = candidate.Url,
        Title = candidate.Content.Title,
        Type = candidate.Content.Type,
        Summary = candidate.Content.Text,
        OneLiner = candidate.Content.OneLiner,
        Analogy = candidate.Content.Analogy,
        Concept = candidate.Content.Concept,
        Terms = candidate.Content.Terms,
        Language = candidate.Content.Language,
        Score = candidate.Score,
        Source = candidate.Source,
        Verdict = candidate.Verdict,
        Findings = candidate.Screening?.Findings ?? [],
        Sentences = candidate.Screening?.Sentences ?? [],
        PolicyVersion = candidate.Screening?.PolicyVersion,
        Decision = candidate.Choice,
        Reason = candidate.Reason,
        DecidedBy = candidate.DecidedBy,
        DecidedAt = candidate.DecidedAt,
        ReturnedFrom = candidate.ReturnedFrom,
        Note = candidate.Note,
        ContentHash = candidate.Source is null ? null : Contracts.ContentHash.Of(candidate.ToApprovedContent()),
    };
}
