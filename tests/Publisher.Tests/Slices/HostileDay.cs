using NewsEducator.Contracts;
using NewsEducator.Publisher.Cards;
using NewsEducator.Publisher.Corrections;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Withdrawals;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>A published day whose every item has one stranger's text in each place that holds a stranger's text; the last ones are
/// corrected, retracted and taken down.</summary>
internal static class HostileDay
{
    public static readonly DateOnly Date = new(2019, 5, 4);

    private static readonly DateTimeOffset At = new(2019, 5, 4, 1, 0, 0, TimeSpan.Zero);

    public static Digest Of(IReadOnlyList<string> texts)
    {
        var digest = new Digest
        {
            Date = Date,
            PackId = ItemIds.ForPack(Date),
            Revision = 1,
            PublishedAt = At,
            Items = [.. texts.Select((text, index) => ItemOf(index + 1, text))],
        };
        foreach (var item in digest.Items.ToList())
        {
            Revise(digest, item, texts[item.Number - 1]);
        }

        return digest;
    }

    public static IEnumerable<Card> CardsOf(Digest digest) => CardDraft.Choose(digest, digest.Items.Count);

    private static DigestItem ItemOf(int number, string text)
    {
        var content = Content(number, text);
        var item = new DigestItem
        {
            ItemId = content.ItemId,
            DigestDate = Date,
            Number = number,
            CandidateId = content.ItemId,
            Content = content,
            ContentHash = ContentHash.Of(content),
            ApprovedBy = text,
            ApprovedAt = At,
        };
        item.Index();
        return item;
    }

    private static ApprovedContent Content(int number, string text) =>
        new()
        {
            ItemId = ItemIds.From($"hostile {number}"),
            // As the address itself, and as the end of one.
            CanonicalUrl = number % 2 == 0 ? text : $"https://source.example/{text}",
            Kind = SourceKind.Article,
            Author = text,
            SnapshotId = new string('a', 64),
            Title = text,
            Type = number % 7 == 0 ? text : ItemTypes.Incident,
            Summary = number % 3 == 0 ? text : $"{text}另一句。",
            OneLiner = text,
            Analogy = text,
            Concept = new Concept { Key = $"concept-{number}", Name = text },
            Terms = [new Term { Name = text, Explanation = text }],
            Language = number % 5 == 0 ? text : "zh",
            Claims =
            [
                new Claim
                {
                    Sentence = text,
                    Quote = text,
                    State = SentenceState.Matched,
                },
                new Claim { Sentence = "另一句。", State = SentenceState.Inference },
                new Claim { Sentence = text, Quote = $"{text} {text}" },
            ],
            FurtherSources =
            [
                new FurtherSource
                {
                    Url = text,
                    Kind = SourceKind.Article,
                    Title = text,
                    Author = text,
                },
            ],
        };

    private static void Revise(Digest digest, DigestItem item, string text)
    {
        var kind = (RevisionKind?)(
            item.Number % 4 == 1 ? RevisionKind.Correction
            : item.Number % 11 == 2 ? RevisionKind.Retraction
            : item.Number % 11 == 3 ? RevisionKind.Takedown
            : null
        );
        if (kind is null)
        {
            return;
        }

        var before = RevisedText.Of(item.Content);
        digest.Revision++;
        digest.Revisions.Add(
            new DigestRevision
            {
                Date = Date,
                Number = digest.Revision,
                At = At,
                By = text,
                Kind = kind.Value,
                Reason = text,
                ItemId = item.ItemId,
                ItemNumber = item.Number,
                Title = kind == RevisionKind.Takedown ? null : text,
                Before = kind == RevisionKind.Correction ? before : null,
                After = kind == RevisionKind.Correction ? before with { Summary = $"{text}{text}", OneLiner = null } : null,
                ConceptKey = item.ConceptKey,
                Type = item.Type,
            }
        );
        if (kind == RevisionKind.Correction)
        {
            item.Correct(
                new CorrectionApproved
                {
                    CorrectionId = item.ItemId,
                    DraftId = item.ItemId,
                    CandidateId = item.ItemId,
                    Replaces = item.ContentHash,
                    Content = item.Content,
                    ContentHash = item.ContentHash,
                    Reason = text,
                    ApprovedBy = text,
                    ApprovedAt = At,
                },
                At
            );
        }
        else
        {
            item.Withdraw(kind == RevisionKind.Retraction ? WithdrawalKind.Retraction : WithdrawalKind.Takedown, text, At);
        }
    }
}
