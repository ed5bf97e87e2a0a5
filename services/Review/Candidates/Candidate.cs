using NewsEducator.Contracts;

namespace NewsEducator.Review.Candidates;

/// <summary>An item that a person decides.</summary>
internal sealed partial class Candidate
{
    private static readonly Concept Unclassified = new() { Key = "unclassified", Name = "未分类" };

    public Guid Id { get; private set; }

    public CandidateState State { get; private set; }

    public Guid? PackId { get; private set; }

    /// <summary>The number in its pack, from 1.</summary>
    public int? Number { get; private set; }

    public string Url { get; private set; } = "";

    /// <summary>Null until the source was fetched.</summary>
    public SourceItem? Source { get; private set; }

    public SummaryContent Content { get; private set; } = null!;

    /// <summary>Counts the engine's texts of this candidate, and from the first edit on the reviewers'.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>A reviewer wrote the text that stands here; what an engine writes later does not replace it.</summary>
    public bool IsEdited { get; private set; }

    /// <summary>Null until <see cref="Content"/> was screened.</summary>
    public Screening? Screening { get; private set; }

    public Submission? Submission { get; private set; }

    public Choice? Choice { get; private set; }

    public string? Reason { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Hash of the content that was approved; an approval of any other content does not count.</summary>
    public string? ApprovedHash { get; private set; }

    /// <summary>Who is to look at it.</summary>
    public string? AssignedTo { get; private set; }

    /// <summary>Under four eyes, at most two; they fall with the text that they were given on.</summary>
    public IReadOnlyList<Opinion> Opinions { get; private set; } = [];

    /// <summary>What was falsified in this copy; null in what is real. Shown in no view, never released.</summary>
    public string? Planted { get; private set; }

    public double Score { get; private set; }

    public DateTimeOffset ArrivedAt { get; private set; }

    /// <summary>The candidate of an earlier pack that was to be verified and is offered again as this one.</summary>
    public Guid? ReturnedFrom { get; private set; }

    /// <summary>How many packs have offered it undecided, this one included.</summary>
    public int Offers { get; private set; } = 1;

    /// <summary>What the verification found out.</summary>
    public string? Note { get; private set; }

    /// <summary>The ETag: counts every change a person can see.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>W3C traceparent of the item's way through the services.</summary>
    public string? TraceParent { get; private set; }

    public Verdict? Verdict => Screening?.Verdict;

    public string? CurrentHash => Source is null ? null : ContentHash.Of(ToApprovedContent());

    public bool IsScreened => Screening?.Revision == Revision;

    public static Candidate FromScreened(ItemScreened message, DateTimeOffset now, string? traceParent)
    {
        var candidate = new Candidate { Id = message.CandidateId, Url = message.Source.CanonicalUrl, ArrivedAt = now, Revision = message.Revision };
        candidate.Accept(message, traceParent);
        return candidate;
    }

    public static Candidate FromSubmission(Submission submission, string url, Guid packId, DateTimeOffset now) => new()
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
        if (!IsAbout(message) || !IsOpen)
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
        Source = message.Source;
        Score = message.Source.Score;
        TraceParent ??= traceParent;
        Content = summary with
        {
            Title = PlainText.Line(summary.Title, 300),
            Text = PlainText.Line(summary.Text, 4000),
            OneLiner = summary.OneLiner is null ? null : PlainText.Line(summary.OneLiner, 200),
            Analogy = summary.Analogy is null ? null : PlainText.Line(summary.Analogy, 200),
            Claims = [.. message.Sentences.Select(sentence => new Claim { Sentence = sentence.Text, Quote = sentence.Evidence is [var best, ..] ? best.Text : null })],
        };
        var ofOthers = Screening?.OfOthers ?? [];
        Screening = new Screening(message.Revision, message.Verdict, message.Findings, message.Sentences, message.PolicyVersion, message.ScreenedAt).With(ofOthers);
        BelongTo(message);
        if (message.Verdict == Contracts.Verdict.Blocked && State != CandidateState.Offered)
        {
            (State, StandsFor) = (CandidateState.Blocked, null);
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

    public void Offer(Guid packId, int number)
    {
        State = CandidateState.Offered;
        StandsFor = null;
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
        Version++;
    }

    /// <returns>Key of the reason in texts.json why the choice is not possible, null where it is.</returns>
    public string? Hinders(Choice? choice) => choice switch
    {
        Contracts.Choice.Approve when Verdict == Contracts.Verdict.Blocked => "decide.blocked",
        Contracts.Choice.Approve when Source is null || !IsScreened => "decide.unscreened",
        _ => null,
    };

    public void Decide(Choice? choice, string? reason, string by, DateTimeOffset now)
    {
        Choice = choice;
        Reason = reason;
        DecidedBy = choice is null ? null : by;
        DecidedAt = choice is null ? null : now;
        ApprovedHash = choice == Contracts.Choice.Approve ? ContentHash.Of(ToApprovedContent()) : null;
        Version++;
    }

    /// <summary>One of two opinions; the candidate is decided once both are the same, of the same content.</summary>
    public void Opine(Choice? choice, string? reason, string by, DateTimeOffset now)
    {
        var others = Opinions.Where(opinion => opinion.By != by);
        Opinions = choice is { } given ? [.. others, new Opinion(by, given, reason, now, CurrentHash)] : [.. others];
        if (Opinions is [var first, var second] && first.Choice == second.Choice && first.ContentHash == second.ContentHash)
        {
            Decide(first.Choice, string.Join(" / ", new[] { first.Reason, second.Reason }.OfType<string>().Distinct()) is { Length: > 0 } reasons ? reasons : null, $"{first.By}, {second.By}", now);
            return;
        }

        Undecide();
        Version++;
    }

    public void Assign(string? to)
    {
        AssignedTo = to;
        Version++;
    }

    /// <returns>A copy with one falsehood in it, which is offered in this one's place.</returns>
    public Candidate Plant(Falsehood falsehood) => new Candidate
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

    /// <summary>A new text: what was approved before is not what stands here now, so the decision falls.</summary>
    public void Edit(string title, string summary)
    {
        Content = Content with { Title = PlainText.Line(title, 300), Text = PlainText.Line(summary, 4000), Claims = [] };
        Revision++;
        IsEdited = true;
        Opinions = [];
        Undecide();
        Version++;
    }

    public void Close()
    {
        State = Planted is not null ? CandidateState.Planted : Choice switch
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

    private Candidate Again(string how, DateTimeOffset arrived, string? note, int offers) => new Candidate
    {
        Id = ItemIds.From($"{how}\n{Id}"),
        State = CandidateState.Waiting,
        Url = Url,
        Source = Source,
        Content = Content,
        Revision = Revision,
        IsEdited = IsEdited,
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

    // What a rule blocked before it was in a pack comes back when the policy, or the rule, changes.
    private bool IsOpen =>
        State is CandidateState.Waiting or CandidateState.Offered or CandidateState.Merged || this is { State: CandidateState.Blocked, PackId: null };

    private bool IsAbout(ItemScreened message) => message.Engine == ItemScreened.ByReviewer
        ? IsEdited && message.Revision == Revision
        : !IsEdited && message.Revision >= Revision;

    private void Undecide()
    {
        Choice = null;
        Reason = null;
        DecidedBy = null;
        DecidedAt = null;
        ApprovedHash = null;
    }

    /// <summary>Everything that is published of this candidate, and nothing else.</summary>
    /// <exception cref="InvalidOperationException">Its source was not fetched.</exception>
    public ApprovedContent ToApprovedContent()
    {
        var source = Source ?? throw new InvalidOperationException($"Candidate {Id} has no fetched source and cannot be approved.");
        return new ApprovedContent
        {
            ItemId = source.ItemId,
            CanonicalUrl = source.CanonicalUrl,
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
        };
    }
}
