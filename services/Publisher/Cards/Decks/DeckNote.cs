namespace NewsEducator.Publisher.Cards.Decks;

/// <summary>A question and its answer as flashcard programs keep it; plain text, without the characters that XML forbids.</summary>
internal sealed record DeckNote
{
    public required Guid Guid { get; init; }

    public required string Question { get; init; }

    public required string Answer { get; init; }

    /// <summary>What remains to be said beside the answer: one-liner, analogy.</summary>
    public required string More { get; init; }

    public required Uri Page { get; init; }

    public required string Source { get; init; }

    public required string Concept { get; init; }

    public required string Type { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>What it says was withdrawn; who has imported it sees that.</summary>
    public bool IsWithdrawn { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>An importing program keeps what it has unless this is later.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
