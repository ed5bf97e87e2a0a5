using NewsEducator.Contracts;
using NewsEducator.Review.Candidates.Edits;

namespace NewsEducator.Review.Candidates;

/// <summary>An item that a person decides: its text, and what was found of it.</summary>
internal sealed partial class Candidate
{
    public static readonly Concept Unclassified = new() { Key = "unclassified", Name = "未分类" };

    public Guid Id { get; private set; }

    public CandidateState State { get; private set; }

    public string Url { get; private set; } = "";

    /// <summary>Null until the source was fetched.</summary>
    public SourceItem? Source { get; private set; }

    public SummaryContent Content { get; private set; } = null!;

    /// <summary>Counts the engine's texts of this candidate, and from the first edit on the reviewers'.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>A reviewer wrote the text that stands here; what an engine writes later does not replace it.</summary>
    public bool IsEdited { get; private set; }

    /// <summary>What a reviewer chose in place of the engine's; null where nobody corrected it.</summary>
    public Concept? CorrectedConcept { get; private set; }

    /// <summary>Null until <see cref="Content"/> was screened.</summary>
    public Screening? Screening { get; private set; }

    public Submission? Submission { get; private set; }

    public double Score { get; private set; }

    public DateTimeOffset ArrivedAt { get; private set; }

    /// <summary>The ETag: counts every change a person can see.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>W3C traceparent of the item's way through the services.</summary>
    public string? TraceParent { get; private set; }

    /// <summary>Null until this very text was screened: the verdict of an older one says nothing of it.</summary>
    public Verdict? Verdict => IsScreened ? Screening!.Verdict : null;

    public string? CurrentHash => Source is null ? null : ContentHash.Of(ToApprovedContent());

    public bool IsScreened => Screening?.Revision == Revision;

    public Guid ItemId => Source?.ItemId ?? ItemIds.ForUrl(CanonicalUrl.TryParse(Url, out var page) ? page.AbsoluteUri : Url);

    public static Candidate FromScreened(ItemScreened message, DateTimeOffset now, string? traceParent)
    {
        var candidate = new Candidate
        {
            Id = message.CandidateId,
            Url = message.Source.FinalUrl,
            ArrivedAt = now,
            Revision = message.Revision,
        };
        candidate.Accept(message, traceParent);
        return candidate;
    }

    public static Candidate FromSubmission(Submission submission, string url, Guid packId, DateTimeOffset now) =>
        new()
        {
            Id = submission.Id,
            State = CandidateState.Offered,
            PackId = packId,
            Number = submission.Number,
            Url = url,
            Submission = submission,
            ArrivedAt = now,
            Content = new SummaryContent
            {
                Title = submission.Title,
                Type = submission.Type,
                Text = submission.Summary,
                Concept = Unclassified,
                Language = "zh",
                Claims = [],
            },
        };

    /// <summary>Takes over a screening; one of an older text is out of date and changes nothing.</summary>
    public void Accept(ItemScreened message, string? traceParent)
    {
        if (!IsAbout(message) || !IsOpen || IsOutdated(message))
        {
            return;
        }

        if (message.Revision != Revision)
        {
            Revision = message.Revision;
            Opinions = [];
            Undecide();
        }

        var summary = message.Summary;
        // Nothing is added to a foreign pack but by a person.
        var isForeign = message.Submission is not null && message.Engine != ItemScreened.ByReviewer;
        var withdrawal = WithdrawalAfter(message);
        Source = message.Source;
        Score = message.Source.Score;
        TraceParent ??= traceParent;
        Content = summary with
        {
            Title = PlainText.Line(summary.Title, 300),
            Text = PlainText.Line(summary.Text, 4000),
            OneLiner = isForeign || summary.OneLiner is null ? null : PlainText.Line(summary.OneLiner, 200),
            Analogy = isForeign || summary.Analogy is null ? null : PlainText.Line(summary.Analogy, 200),
            Terms = isForeign ? [] : summary.Terms,
            Concept = CorrectedConcept ?? summary.Concept,
            Claims =
            [
                .. message.Sentences.Select(sentence => new Claim
                {
                    Sentence = sentence.Text,
                    Quote = sentence.Evidence is [var best, ..] ? best.Text : null,
                    State = sentence.State,
                }),
            ],
        };
        var ofOthers = Screening?.OfOthers ?? [];
        Screening = new Screening(
            message.Revision,
            message.Verdict,
            message.Findings,
            message.Sentences,
            message.PolicyVersion,
            message.ScreenedAt
        )
        {
            PolicyNumber = message.PolicyNumber,
        }.With(ofOthers);
        Screening = withdrawal is null ? Screening : Screening.BlockedBy(withdrawal);
        BelongTo(message);
        if (Screening.Verdict == Contracts.Verdict.Blocked && State is not (CandidateState.Offered or CandidateState.Correcting))
        {
            (State, LeadsEvent) = (CandidateState.Blocked, null);
        }
        else if (State == CandidateState.Blocked)
        {
            State = CandidateState.Waiting;
        }

        Version++;
    }

    /// <summary>Nothing reaches a reviewer whose source was not fetched: the entry stays in its foreign pack, blocked.</summary>
    public void RefuseUnfetched(Finding finding, DateTimeOffset now)
    {
        Screening = new Screening(Revision, Contracts.Verdict.Blocked, [finding], [], "", now);
        Version++;
    }

    /// <summary>A new text: what was approved before is not what stands here now, so the decision falls.</summary>
    public void Edit(EditRequest edit)
    {
        Content = edit.Of(Content);
        Revision++;
        IsEdited = true;
        Opinions = [];
        Undecide();
        Version++;
    }

    /// <summary>A person's word on the concept: part of what is approved, so the decision falls; a later screening does not change
    /// it.</summary>
    public void CorrectConcept(Concept concept)
    {
        CorrectedConcept = concept;
        Content = Content with { Concept = concept };
        Opinions = [];
        Undecide();
        Version++;
    }

    // What a rule blocked before it was in a pack comes back when the policy, or the rule, changes.
    private bool IsOpen =>
        State is CandidateState.Waiting or CandidateState.Offered or CandidateState.Merged or CandidateState.Correcting
        || this is { State: CandidateState.Blocked, PackId: null };

    private bool IsAbout(ItemScreened message) =>
        message.Engine == ItemScreened.ByReviewer ? IsEdited && message.Revision == Revision : !IsEdited && message.Revision >= Revision;

    /// <summary>Everything that is published of this candidate, and nothing else.</summary>
    /// <remarks>What was approved before further sources were a part of it is published without them.</remarks>
    /// <exception cref="InvalidOperationException">Its source was not fetched.</exception>
    public ApprovedContent ToApprovedContent()
    {
        var content = ContentToApprove();
        if (content.FurtherSources.Count == 0 || ApprovedHash is null)
        {
            return content;
        }

        var withoutFurther = content with { FurtherSources = [] };
        return ApprovedHash == ContentHash.Of(withoutFurther) ? withoutFurther : content;
    }

    private ApprovedContent ContentToApprove()
    {
        var source = Source ?? throw new InvalidOperationException($"Candidate {Id} has no fetched source and cannot be approved.");
        return new ApprovedContent
        {
            ItemId = source.ItemId,
            CanonicalUrl = source.FinalUrl,
            Kind = source.Kind,
            Author = source.Author,
            SnapshotId = source.SnapshotId,
            Title = Content.Title,
            Type = Content.Type,
            Summary = Content.Text,
            OneLiner = Content.OneLiner,
            Analogy = Content.Analogy,
            Concept = Content.Concept,
            Terms = Content.Terms,
            Language = Content.Language,
            Claims = Content.Claims,
            FurtherSources =
            [
                .. FurtherSources.Select(further => new FurtherSource
                {
                    Url = further.FinalUrl,
                    Kind = further.Kind,
                    Title = further.Title,
                    Author = further.Author,
                }),
            ],
        };
    }
}
