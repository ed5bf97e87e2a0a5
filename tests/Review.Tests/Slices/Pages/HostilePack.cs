using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.History;
using NewsEducator.Review.Corrections;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Tests.Candidates;

namespace NewsEducator.Review.Tests.Slices.Pages;

/// <summary>A pack whose every candidate has one stranger's text in each place that holds a stranger's text, and what readers and sources
/// say of them.</summary>
internal sealed class HostilePack(IReadOnlyList<string> texts)
{
    public static readonly DateOnly Date = new(2019, 5, 4);

    private static readonly DateTimeOffset At = new(2019, 5, 4, 1, 0, 0, TimeSpan.Zero);

    public List<Candidate> Candidates { get; } = [.. texts.Select((text, index) => CandidateOf(index + 1, text))];

    public Pack Pack() =>
        new()
        {
            Id = ItemIds.ForPack(Date),
            Date = Date,
            Origin = PackOrigin.Imported,
            CreatedAt = At,
            CreatedBy = texts[0],
        };

    public IEnumerable<Comment> Comments() =>
        Candidates.Zip(
            texts,
            (candidate, text) =>
                new Comment
                {
                    CandidateId = candidate.Id,
                    At = At,
                    By = text,
                    Text = text,
                }
        );

    public IEnumerable<HistoryEntry> History() =>
        Candidates.Zip(
            texts,
            (candidate, text) =>
                new HistoryEntry
                {
                    PackId = ItemIds.ForPack(Date),
                    CandidateId = candidate.Id,
                    At = At,
                    By = text,
                    Via = "page",
                    Action = HistoryAction.Edited,
                    Reason = text,
                    TextBefore = text,
                    TextAfter = $"{text}{text}",
                }
        );

    /// <summary>Of readers, of reviewers and of a source that changed.</summary>
    public IEnumerable<Correction> Corrections() => Candidates.Zip(texts, CorrectionOf);

    /// <summary>What was fetched, with all texts as sections; each is the source of a candidate.</summary>
    public IReadOnlyList<Snapshot> Snapshots() =>
        [
            SnapshotOf(1, SourceKind.GitHubIssue, SectionKind.Body),
            SnapshotOf(2, SourceKind.GitHubIssue, SectionKind.Comment),
            SnapshotOf(3, SourceKind.Article, SectionKind.Body),
            SnapshotOf(4, SourceKind.YouTubeVideo, SectionKind.Transcript),
            SnapshotOf(5, SourceKind.HuggingFacePaper, SectionKind.Title),
        ];

    public static string SnapshotIdOf(int number) => $"{number:x64}";

    private static Candidate CandidateOf(int number, string text)
    {
        var message = Screened(number, text);
        var candidate = Candidate.FromScreened(message, At, null);
        candidate.LeadEvent([message.Source], [Finding(text, 0)]);
        candidate.Offer(ItemIds.ForPack(Date), number);
        if (number % 3 == 0)
        {
            candidate.Decide(Choice.NeedsVerify, text, text, At);
            candidate.Close();
        }
        else if (number % 3 == 1)
        {
            candidate.Assign(text);
        }

        return candidate;
    }

    private static ItemScreened Screened(int number, string text)
    {
        var usual = SomeCandidate.Message(Verdict.NeedsVerify, id: ItemIds.From($"hostile {number}"));
        return usual with
        {
            Source = usual.Source with
            {
                ItemId = ItemIds.From($"hostile item {number}"),
                SnapshotId = SnapshotIdOf(number),
                CanonicalUrl = text,
                // As the address itself, and as the end of one.
                FinalUrl = number % 2 == 0 ? text : $"https://source.example/{text}",
                Title = text,
                Author = text,
            },
            Summary = new SummaryContent
            {
                Title = text,
                // Ours: what is no type is no candidate.
                Type = ItemTypes.Incident,
                Text = text,
                OneLiner = text,
                Analogy = text,
                Concept = new Concept { Key = text, Name = text },
                Terms = [new Term { Name = text, Explanation = text }],
                Language = text,
                Claims = [new Claim { Sentence = text, Quote = text }],
            },
            Findings = [Finding(text, null), Finding(text, 0)],
            Sentences =
            [
                new SentenceCheck
                {
                    Text = text,
                    State = SentenceState.Matched,
                    Evidence =
                    [
                        new EvidenceSpan
                        {
                            Start = 0,
                            Length = text.Length,
                            Text = text,
                        },
                    ],
                },
            ],
        };
    }

    private static Finding Finding(string text, int? sentence) =>
        new()
        {
            Rule = text,
            Severity = Severity.Verify,
            Message = text,
            MessageEn = text,
            Evidence = text,
            Sentence = sentence,
            Spans =
            [
                new SourceSpan
                {
                    ItemId = Guid.Empty,
                    SnapshotId = SnapshotIdOf(1),
                    Start = 0,
                    Text = text,
                },
            ],
        };

    private static Correction CorrectionOf(Candidate candidate, string text)
    {
        var number = candidate.Number!.Value;
        var correction = new Correction
        {
            Id = ItemIds.From($"hostile correction {number}"),
            ItemId = candidate.ItemId,
            CandidateId = candidate.Id,
            Date = Date,
            Title = text,
            Url = text,
            Origin = number % 2 == 0 ? CorrectionOrigin.Reader : CorrectionOrigin.SourceChanged,
            Sentence = text,
            Note = text,
            By = text,
            FoundAt = At,
        };
        if (number % 2 == 1)
        {
            var span = new EvidenceSpan
            {
                Start = 0,
                Length = text.Length,
                Text = text,
            };
            correction.Lose(
                new EvidenceLost
                {
                    CandidateId = candidate.Id,
                    ItemId = candidate.ItemId,
                    CanonicalUrl = text,
                    SnapshotId = SnapshotIdOf(number),
                    Lost =
                    [
                        new LostSentence
                        {
                            Sentence = text,
                            Was = span,
                            Now = span,
                        },
                    ],
                    Proposal = text,
                    FoundAt = At,
                }
            );
        }

        if (number % 5 == 0)
        {
            correction.Dismiss(text, text, At);
        }
        else if (number % 5 == 1)
        {
            correction.Propose(candidate.Id, text, needsSecond: true);
        }
        else if (number % 5 == 2)
        {
            correction.Withdraw(new WithdrawalView("Retraction", text, text, At), needsSecond: true);
        }
        else if (number % 5 == 3)
        {
            correction.Reopen(text);
        }

        return correction;
    }

    private Snapshot SnapshotOf(int number, SourceKind kind, SectionKind section)
    {
        var body = string.Concat(texts.Select(text => $"{text}\n\n"));
        var sections = new List<SnapshotSection>();
        var at = 0;
        foreach (var text in texts)
        {
            sections.Add(
                new SnapshotSection
                {
                    Kind = section,
                    Start = at,
                    Length = text.Length + 2,
                    Author = text,
                }
            );
            at += text.Length + 2;
        }

        return SomeCandidate.Snapshot() with
        {
            Id = SnapshotIdOf(number),
            Kind = kind,
            CanonicalUrl = texts[number],
            FinalUrl = texts[number],
            Title = texts[number],
            Author = texts[number],
            State = texts[number],
            Labels = [texts[number]],
            Text = body,
            Sections = sections,
        };
    }
}
