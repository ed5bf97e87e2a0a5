using NewsEducator.Contracts;
using NewsEducator.Summarizer.Engines;

namespace NewsEducator.Summarizer.Summaries;

/// <summary>The words for one candidate, as they stand now.</summary>
internal sealed class Summary
{
    /// <summary>The item's id, or the submission's for an item of a foreign pack.</summary>
    public Guid CandidateId { get; private set; }

    public SourceItem Source { get; private set; } = null!;

    public Submission? Submission { get; private set; }

    public Guid? UpdateOf { get; private set; }

    public IReadOnlyList<SourceItem> Related { get; private set; } = [];

    public SummaryContent Content { get; private set; } = null!;

    public string Engine { get; private set; } = "";

    public EngineRun Run { get; private set; } = null!;

    /// <summary>1 for the first summary; a redone one counts on.</summary>
    public int Revision { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public static Guid CandidateOf(ItemCollected message) => message.Submission?.Id ?? message.Source.ItemId;

    public static Summary For(Guid candidateId) => new() { CandidateId = candidateId };

    /// <summary>Takes over what was collected, with the text that was written of it.</summary>
    public void Write(ItemCollected collected, Draft draft, DateTimeOffset now)
    {
        Source = collected.Source;
        Submission = collected.Submission;
        UpdateOf = collected.UpdateOf;
        Related = collected.Related;
        Rewrite(draft, now);
    }

    /// <summary>Takes over a newly written text as the next revision.</summary>
    public void Rewrite(Draft draft, DateTimeOffset now)
    {
        Content = draft.Content;
        Engine = draft.Engine;
        Run = draft.Run;
        Revision++;
        WrittenAt = now;
    }

    /// <param name="sentAgainAt">See <see cref="IRepeatable.SentAgainAt"/>.</param>
    public ItemSummarized ToMessage(DateTimeOffset? sentAgainAt = null) =>
        new()
        {
            CandidateId = CandidateId,
            Source = Source,
            Summary = Content,
            Engine = Engine,
            Revision = Revision,
            Submission = Submission,
            UpdateOf = UpdateOf,
            Related = Related,
            SentAgainAt = sentAgainAt,
        };
}
