using NewsEducator.Contracts;
using NewsEducator.Publisher.Digests;

namespace NewsEducator.Benchmarks.Digests;

/// <summary>A digest of as many items as wanted, as long as the product's own are; the same in each run.</summary>
internal static class InventedDigest
{
    private static readonly DateOnly Date = new(2026, 11, 23);
    private static readonly DateTimeOffset PublishedAt = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);

    private static readonly (string Sentence, string Quote, SentenceState State)[] Sentences =
    [
        (
            "升级到 5.2.{0} 之后，连接池在 {1} 秒内耗尽，结算接口的 P99 从 180 ms 升到 9 s。",
            "After the upgrade to 5.2.{0} the pool ran dry within {1} seconds & P99 of /settle went from 180 ms to 9 s",
            SentenceState.Matched
        ),
        (
            "根因是 `acquire()` 在超时之后没有归还连接，重试又各占一条。",
            "`acquire()` leaks the connection when it times out, and each retry takes another one",
            SentenceState.Judged
        ),
        (
            "维护者先回退了版本，再把重试上限从 {1} 次降到 2 次，并补了一条回归测试。",
            "We rolled back, then capped retries at 2 (was {1}) and added a regression test <pool_leak_test.go>",
            SentenceState.Matched
        ),
        ("来源未说明为什么预发布环境没有发现它。", "", SentenceState.Inference),
    ];

    public static Digest Of(int items) =>
        new()
        {
            Date = Date,
            PackId = ItemIds.ForPack(Date),
            Revision = 1,
            PublishedAt = PublishedAt,
            Items = [.. Enumerable.Range(1, items).Select(Item)],
        };

    private static DigestItem Item(int number)
    {
        var content = Content(number);
        var item = new DigestItem
        {
            ItemId = content.ItemId,
            DigestDate = Date,
            Number = number,
            CandidateId = content.ItemId,
            Content = content,
            ContentHash = ContentHash.Of(content),
            ApprovedBy = "ann",
            ApprovedAt = PublishedAt,
        };
        item.Index();
        return item;
    }

    private static ApprovedContent Content(int number)
    {
        var url = $"https://github.com/northwind-labs/ledger/issues/{number}";
        var claims = Sentences.Select(each => ClaimOf(each, number)).ToList();
        return new ApprovedContent
        {
            ItemId = ItemIds.ForUrl(url),
            CanonicalUrl = url,
            Kind = SourceKind.GitHubIssue,
            Author = "octo-ann",
            SnapshotId = new string('a', 64),
            Title = $"第 {number} 起：`ledger` 升级后连接池耗尽，结算中断 {number % 90} 分钟",
            Type = ItemTypes.Labels.ElementAt(number % ItemTypes.Labels.Count),
            Summary = string.Concat(claims.Select(claim => claim.Sentence)),
            OneLiner = "超时也要归还连接，否则每次重试都多占一条，直到没有可用的。",
            Analogy = "像借书超期不还又去借下一本：书没有少，书架却空了。",
            Concept = new Concept { Key = $"concept-{number % 40}", Name = $"连接池与背压 {number % 40}" },
            Terms =
            [
                new Term { Name = "P99", Explanation = "百分之九十九的请求不超过的耗时" },
                new Term { Name = "背压", Explanation = "下游来不及处理时，让上游慢下来的做法" },
            ],
            Language = "zh",
            Claims = claims,
            FurtherSources = number % 5 == 0 ? [Further(number)] : [],
        };
    }

    private static Claim ClaimOf((string Sentence, string Quote, SentenceState State) each, int number) =>
        new()
        {
            Sentence = Filled(each.Sentence, number),
            Quote = each.Quote.Length == 0 ? null : Filled(each.Quote, number),
            State = each.State,
        };

    private static string Filled(string text, int number) =>
        text.Replace("{0}", $"{number}", StringComparison.Ordinal).Replace("{1}", $"{10 + (number % 50)}", StringComparison.Ordinal);

    private static FurtherSource Further(int number) =>
        new()
        {
            Url = $"https://blog.northwind.example/post-mortem-{number}",
            Kind = SourceKind.Article,
            Title = $"Post-mortem: the day settlement stopped ({number})",
            Author = "ann",
        };
}
