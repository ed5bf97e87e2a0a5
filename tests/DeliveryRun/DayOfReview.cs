using Microsoft.Extensions.Options;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Signing;
using NewsEducator.Testing;

namespace NewsEducator.DeliveryRun;

/// <summary>What Review sends of one day: an approved item, its release, corrections of it.</summary>
internal sealed class DayOfReview(int number)
{
    private static readonly SigningKey Key = new(
        Options.Create(new SigningOptions { KeyId = TestSigning.KeyId, PrivateKey = TestSigning.Private })
    );

    private readonly Guid _candidate = ItemIds.From($"candidate {number}");

    public DateOnly Date { get; } = new DateOnly(2020, 1, 1).AddDays(number);

    public Guid PackId => ItemIds.ForPack(Date);

    /// <summary>How often its digest is corrected.</summary>
    public int Corrections =>
        number % 9 == 0 ? 2
        : number % 3 == 0 ? 1
        : 0;

    public ItemApproved Approved()
    {
        var content = ContentOf(0);
        var message = new ItemApproved
        {
            CandidateId = _candidate,
            PackId = PackId,
            PackDate = Date,
            Number = 1,
            Content = content,
            ContentHash = ContentHash.Of(content),
            ApprovedBy = "ann",
            ApprovedAt = DateTimeOffset.UnixEpoch,
        };
        return message with { Signature = Key.Sign(SignedText.Of(message)) };
    }

    public PackReleased Released()
    {
        var message = new PackReleased
        {
            PackId = PackId,
            PackDate = Date,
            Approved = [new ReleasedItem { CandidateId = _candidate, ContentHash = ContentHash.Of(ContentOf(0)) }],
            Skipped = 0,
            NeedsVerify = 0,
            Undecided = 0,
            ReleasedBy = "ed",
            ReleasedAt = DateTimeOffset.UnixEpoch,
        };
        return message with { Signature = Key.Sign(SignedText.Of(message)) };
    }

    public CorrectionApproved Corrected(int correction)
    {
        var content = ContentOf(correction);
        var message = new CorrectionApproved
        {
            CorrectionId = ItemIds.From($"correction {number} {correction}"),
            DraftId = ItemIds.From($"draft {number} {correction}"),
            CandidateId = _candidate,
            Replaces = ContentHash.Of(ContentOf(correction - 1)),
            Content = content,
            ContentHash = ContentHash.Of(content),
            Reason = "数字有误",
            ApprovedBy = "ann, bob",
            ApprovedAt = DateTimeOffset.UnixEpoch,
        };
        return message with { Signature = Key.Sign(SignedText.Of(message)) };
    }

    private ApprovedContent ContentOf(int correction)
    {
        var url = $"https://github.com/northwind-labs/ledger/issues/{number}";
        var sentence = $"P99 从 {180 + correction} ms 升到 9 s。";
        return new ApprovedContent
        {
            ItemId = ItemIds.ForUrl(url),
            CanonicalUrl = url,
            Kind = SourceKind.GitHubIssue,
            SnapshotId = new string('a', 64),
            Title = $"第 {number} 天",
            Type = ItemTypes.Incident,
            Summary = sentence,
            Concept = new Concept { Key = "pool", Name = "连接池" },
            Terms = [],
            Language = "zh",
            Claims = [new Claim { Sentence = sentence, Quote = "P99 rose to 9 s" }],
        };
    }
}
