using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Stories;

namespace NewsEducator.Review.Candidates;

/// <summary>A candidate among the others that tell of the same event, see <see cref="Story"/>.</summary>
internal sealed partial class Candidate
{
    /// <summary>The item that told of the event first; null in a copy that is no part of it.</summary>
    public Guid? EventId { get; private set; }

    /// <summary>The event for which this candidate waits to be offered; unique, so that an event has one.</summary>
    public Guid? LeadsEvent { get; private set; }

    public Guid? MergedInto { get; private set; }

    /// <summary>What the Collector knew of the event when it found this item.</summary>
    public IReadOnlyList<SourceItem> Related { get; private set; } = [];

    /// <summary>The sources that are shown beside its own.</summary>
    public IReadOnlyList<SourceItem> FurtherSources { get; private set; } = [];

    /// <summary>Set where the story was offered before.</summary>
    public EarlierStory? UpdateOf { get; private set; }

    /// <summary>Its sources disagree: who approves it says why.</summary>
    public bool HasConflict => IsScreened && Screening!.All.Any(finding => finding is { Spans.Count: > 0, Severity: not Severity.Note });

    public void LeadEvent(IReadOnlyList<SourceItem> further, IReadOnlyList<Finding> conflicts)
    {
        (State, LeadsEvent, MergedInto) = (CandidateState.Waiting, EventId, null);
        FurtherSources = further;
        UpdateOf = null;
        Screening = Screening!.With(conflicts);
        Version++;
    }

    public void ComeBackAfter(EarlierStory earlier) => UpdateOf = earlier;

    /// <summary>A person says that it tells of something else.</summary>
    /// <returns>False where it is not merged.</returns>
    public bool Unmerge()
    {
        if (State is not CandidateState.Merged || Source is not { } source)
        {
            return false;
        }

        (EventId, State, MergedInto, LeadsEvent, Related, FurtherSources) = (
            source.ItemId,
            CandidateState.Waiting,
            null,
            source.ItemId,
            [],
            []
        );
        Version++;
        return true;
    }

    public void MergeInto(Guid leader)
    {
        (State, LeadsEvent, MergedInto) = (CandidateState.Merged, null, leader);
        Version++;
    }

    private void BelongTo(ItemScreened message)
    {
        // What stands for an event of its own stays there: a person unmerged it, or it was the first to tell of it.
        var own = EventId == message.Source.ItemId;
        EventId = own ? EventId : message.UpdateOf ?? message.Source.ItemId;
        // An edit is screened with the sources that are shown: it brings no news of the event.
        if (message.Engine != ItemScreened.ByReviewer && !(own && message.UpdateOf is not null))
        {
            Related = message.Related;
        }

        // An entry of a foreign pack is offered from the start and stands for itself.
        if (message.Submission is not null)
        {
            FurtherSources = Story.Capped(message.Related);
        }
    }

    private Candidate InStoryOf(Candidate original)
    {
        (Related, FurtherSources, UpdateOf) = (original.Related, original.FurtherSources, original.UpdateOf);
        return this;
    }
}
