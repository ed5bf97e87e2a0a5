using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>A sentence of a snapshot that a summary may quote.</summary>
internal sealed record Passage
{
    /// <summary>Place among all passages of the snapshot.</summary>
    public required int Index { get; init; }

    /// <summary>Place among the passages of its section.</summary>
    public required int IndexInSection { get; init; }

    public required SnapshotSection Section { get; init; }

    /// <summary>Verbatim from <see cref="Snapshot.Text"/>, with line breaks and markup.</summary>
    public required string Quote { get; init; }

    /// <summary>The quote as one plain line.</summary>
    public required string Text { get; init; }

    public required SentenceWords Words { get; init; }

    /// <summary>First of its paragraph.</summary>
    public bool IsOpening { get; init; }

    /// <summary>What it tells of the case.</summary>
    public required Roles Tells { get; init; }

    /// <summary>Begins with a word that points back.</summary>
    public required bool LeansBack { get; init; }

    /// <summary>The same with the passage before it, on which it leans; null where it stands by itself, or where no passage is directly
    /// before it.</summary>
    public Passage? Completed { get; init; }

    public static Passage Of(int index, int indexInSection, SnapshotSection section, string quote, string text, Vocabulary vocabulary) =>
        new()
        {
            Index = index,
            IndexInSection = indexInSection,
            Section = section,
            Quote = quote,
            Text = text,
            Words = vocabulary.Read(text),
            Tells = Cues.Of(text),
            LeansBack = Cues.LeansBack(text),
        };
}
