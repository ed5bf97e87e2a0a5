using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Edits;

namespace NewsEducator.Review.Candidates;

/// <summary>A corrected text is a candidate of its own: screened and approved like any other, but never offered in a pack.</summary>
internal sealed partial class Candidate
{
    /// <param name="id">Of the new candidate.</param>
    /// <param name="source">What the new text rests on: the source as it is now.</param>
    /// <param name="edit">What changes of this, the published one.</param>
    /// <param name="now">The present time.</param>
    public Candidate Correct(Guid id, SourceItem source, EditRequest edit, DateTimeOffset now) =>
        new()
        {
            Id = id,
            State = CandidateState.Correcting,
            Url = Url,
            Source = source,
            Content = edit.Of(Content),
            IsEdited = true,
            CorrectedConcept = CorrectedConcept,
            Score = Score,
            ArrivedAt = now,
            TraceParent = TraceParent,
            EventId = EventId,
            FurtherSources = FurtherSources,
        };

    /// <summary>It is published in place of the text before.</summary>
    public void MarkCorrected()
    {
        State = CandidateState.Corrected;
        Version++;
    }

    /// <summary>Nobody publishes it any more.</summary>
    public void DropCorrection()
    {
        State = CandidateState.Skipped;
        Version++;
    }
}
