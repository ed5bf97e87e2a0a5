using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Decisions;

namespace NewsEducator.Review.Candidates;

/// <summary>A candidate's way through the packs that offer it.</summary>
internal sealed partial class Candidate
{
    public Guid? PackId { get; private set; }

    /// <summary>The number in its pack, from 1.</summary>
    public int? Number { get; private set; }

    /// <summary>The candidate of an earlier pack that was to be verified and is offered again as this one.</summary>
    public Guid? ReturnedFrom { get; private set; }

    /// <summary>How many packs have offered it undecided, this one included.</summary>
    public int Offers { get; private set; } = 1;

    /// <summary>What the verification found out.</summary>
    public string? Note { get; private set; }

    /// <summary>What was falsified in this copy; null in what is real. Shown in no view, never released.</summary>
    public string? Planted { get; private set; }

    /// <summary>Why it has its place; null before a pack offers it, and in a foreign one.</summary>
    public Placement? Placement { get; private set; }

    public void Offer(Guid packId, int number, Placement? placement = null)
    {
        Placement = placement;
        State = CandidateState.Offered;
        LeadsEvent = null;
        PackId = packId;
        Number = number;
        Version++;
    }

    /// <summary>Back among the waiting, as long as nobody has decided it.</summary>
    public void TakeBack()
    {
        State = CandidateState.Waiting;
        PackId = null;
        Number = null;
        Placement = null;
        Version++;
    }

    /// <summary>Ends before anybody is offered it; whoever wants it can offer it again, as what has expired.</summary>
    public void TakeOut()
    {
        (State, LeadsEvent) = (CandidateState.Expired, null);
        Version++;
    }

    public void Close()
    {
        State = Planted is not null
            ? CandidateState.Planted
            : Choice switch
            {
                Contracts.Choice.Approve => CandidateState.Approved,
                Contracts.Choice.Skip => CandidateState.Skipped,
                Contracts.Choice.NeedsVerify => CandidateState.Verification,
                _ => Verdict == Contracts.Verdict.Blocked ? CandidateState.Blocked : CandidateState.Expired,
            };
        Version++;
    }

    /// <summary>Leaves the verification queue; in its released pack the candidate stays what it was.</summary>
    public void SkipVerified(string? note)
    {
        Settle(CandidateState.Skipped, note);
    }

    /// <returns>The candidate that the next pack offers in this one's place, undecided.</returns>
    public Candidate OfferAgain(string? note, DateTimeOffset now)
    {
        Settle(CandidateState.Returned, note);
        return Again("returned", now, note, offers: 1);
    }

    /// <returns>The same for one that nobody decided.</returns>
    public Candidate Carry()
    {
        Settle(CandidateState.Returned, Note);
        return Again("carried", ArrivedAt, Note, Offers + 1);
    }

    private Candidate Again(string how, DateTimeOffset arrived, string? note, int offers) =>
        new Candidate
        {
            Id = ItemIds.From($"{how}\n{Id}"),
            State = CandidateState.Waiting,
            Url = Url,
            Source = Source,
            Content = Content,
            Revision = Revision,
            IsEdited = IsEdited,
            CorrectedConcept = CorrectedConcept,
            Screening = Screening,
            Submission = Submission,
            Score = Score,
            ArrivedAt = arrived,
            TraceParent = TraceParent,
            ReturnedFrom = Id,
            Note = note,
            EventId = EventId,
            Offers = offers,
        }.InStoryOf(this);

    private void Settle(CandidateState end, string? note)
    {
        State = end;
        Note = note;
        Version++;
    }

    /// <returns>A copy with one falsehood in it, which is offered in this one's place.</returns>
    public Candidate Plant(SeededError falsehood) =>
        new Candidate
        {
            Id = ItemIds.From($"planted\n{Id}"),
            State = CandidateState.Waiting,
            Url = Url,
            Source = Source,
            Content = falsehood.Content,
            Revision = Revision,
            Screening = Screening! with { Sentences = falsehood.Sentences },
            Score = Score,
            ArrivedAt = ArrivedAt,
            Planted = falsehood.What,
        }.InStoryOf(this);
}
