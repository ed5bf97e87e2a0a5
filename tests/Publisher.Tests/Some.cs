using NewsEducator.Contracts;
using NewsEducator.Publisher.Digests;

namespace NewsEducator.Publisher.Tests;

internal static class Some
{
    public static readonly DateOnly Date = new(2026, 3, 9);

    public static ApprovedContent Content(string title = "连接池耗尽", string concept = "pool", int number = 1) =>
        new()
        {
            ItemId = ItemIds.ForUrl($"https://github.com/northwind-labs/ledger/issues/{number}"),
            CanonicalUrl = $"https://github.com/northwind-labs/ledger/issues/{number}",
            Kind = SourceKind.GitHubIssue,
            SnapshotId = new string('a', 64),
            Title = title,
            Type = ItemTypes.Incident,
            Summary = "P99 从 180ms 升到 9s。",
            Concept = new Concept { Key = concept, Name = "连接池" },
            Terms = [new Term { Name = "P99", Explanation = "百分之九十九分位" }],
            Language = "zh",
            Claims = [new Claim { Sentence = "P99 从 180ms 升到 9s。", Quote = "P99 rose from 180ms to 9s" }],
        };

    public static FurtherSource Further =>
        new()
        {
            Url = "https://example.org/post-mortem",
            Kind = SourceKind.Article,
            Title = "What happened",
            Author = "ann",
        };

    public static DigestItem Item(int number, string concept = "pool", string title = "连接池耗尽")
    {
        var content = Content(title, concept, number);
        return new DigestItem
        {
            ItemId = content.ItemId,
            DigestDate = Date,
            Number = number,
            CandidateId = content.ItemId,
            Content = content,
            ContentHash = ContentHash.Of(content),
            ApprovedBy = "ann",
            ApprovedAt = DateTimeOffset.UnixEpoch,
        };
    }

    public static Digest Digest(params DigestItem[] items) =>
        new()
        {
            Date = Date,
            PackId = ItemIds.ForPack(Date),
            Revision = 1,
            PublishedAt = DateTimeOffset.UnixEpoch,
            Items = [.. items],
        };
}
