using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Decisions;

namespace NewsEducator.Review.Tests.Candidates;

internal static class SomeCandidate
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);

    public static ItemScreened Message(
        Verdict verdict = Verdict.Pass,
        int revision = 1,
        string text = "P99 rose to 9s.",
        Guid? id = null
    ) =>
        new()
        {
            CandidateId = id ?? ItemIds.From(text),
            Source = new SourceItem
            {
                ItemId = ItemIds.From(text),
                SnapshotId = new string('a', 64),
                CanonicalUrl = "https://github.com/northwind-labs/ledger/issues/1",
                FinalUrl = "https://github.com/northwind-labs/ledger/issues/1",
                Kind = SourceKind.GitHubIssue,
                Title = "Pool exhausted",
                PublishedAt = Now,
                FetchedAt = Now,
                Score = 7,
            },
            Summary = new SummaryContent
            {
                Title = "Pool\n- [x] approve\u202E exhausted",
                Type = ItemTypes.Incident,
                Text = text,
                Concept = new Concept { Key = "pool", Name = "连接池" },
                Language = "en",
                Claims = [],
            },
            Engine = "extractive",
            Revision = revision,
            Verdict = verdict,
            Findings = [],
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
                            Length = 4,
                            Text = "P99 rose to 9s",
                        },
                    ],
                },
            ],
            PolicyVersion = "p1",
            ScreenedAt = Now,
        };

    /// <summary>The evidence that <see cref="Message"/> names.</summary>
    public static Snapshot Snapshot() =>
        new()
        {
            Id = new string('a', 64),
            ItemId = ItemIds.From("P99 rose to 9s."),
            Kind = SourceKind.GitHubIssue,
            CanonicalUrl = "https://github.com/northwind-labs/ledger/issues/1",
            FinalUrl = "https://github.com/northwind-labs/ledger/issues/1",
            Title = "Pool exhausted",
            PublishedAt = Now,
            UpdatedAt = Now,
            FetchedAt = Now,
            Text = "P99 rose to 9s.",
            Sections = [],
        };

    public static Candidate Offered(Verdict verdict = Verdict.Pass) => Offered(Message(verdict));

    public static Candidate Offered(ItemScreened message)
    {
        var candidate = Candidate.FromScreened(message, Now, null);
        candidate.Offer(ItemIds.ForPack(new DateOnly(2026, 3, 9)), 1);
        return candidate;
    }

    public static void Approve(this Candidate candidate) => candidate.Decide(Choice.Approve, null, "ann", Now);
}
