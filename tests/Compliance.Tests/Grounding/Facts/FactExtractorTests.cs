using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Grounding.Facts;

public sealed class AnchorsTests
{
    private const string Source = """
        We run gateway 5.4.1 on Linux 6.1 with `pool.max_idle_per_host = 0` and PostgreSQL 15.6.
        Latency went from 200ms to 3s, the p99 from 18 ms to 0.021 s. Throughput fell by 70 percent and doubled later; retries cost 3x.
        Each of the 700+ million calls took a share of 40 % of the memory, and the migration fourteen months rather than the planned four. A bounty of $267,962.00 was paid at a progress of 0.799912.
        It lost 8 BLEU points on 2,000 pairs, hit 1.9 million lines and 13B parameters, and was down for twenty minutes from 07:41 on March 2.
        The profiler showed a write-ahead log of 16 KB and NextJS calling find_unused_parameters(true). Cache-Control was missing.
        """;

    private static readonly SourceFacts Facts = new(SomeSource.Snapshot("Regression in the pool", SomeSource.Body(Source)));

    [Theory]
    [InlineData("延迟从 200 ms 升到 3 秒。")]
    [InlineData("延迟从 0.2s 升到 3000 毫秒。")]
    [InlineData("P99 从 18 毫秒升到 21ms。")]
    [InlineData("吞吐下降 70%，重试开销是 3 倍。")]
    [InlineData("吞吐后来变为两倍。")]
    [InlineData("BLEU 下降 8 个点，2000 对样本。")]
    [InlineData("涉及 190 万行代码和 130 亿参数。")]
    [InlineData("中断 20 分钟，从 07:41 开始，3 月 2 日。")]
    [InlineData("中断二十分钟。")]
    [InlineData("每次调用占四成内存，共 7 亿次。")]
    [InlineData("迁移用了十四个月。")]
    [InlineData("原计划四个月，迁移用了十四个月。")]
    [InlineData("p99 约 0.02 秒。")]
    [InlineData("赏金约 26.8 万美元，进度约为 80%。")]
    [InlineData("样本约 2000 对，用了 20 分钟左右。")]
    [InlineData("新增俄勒冈、新加坡和法兰克福三个区域。")]
    [InlineData("浪费了数百万小时。")]
    [InlineData("两种做法都不行。")]
    [InlineData("gateway 5.4.1 与 PostgreSQL 15，即 v15.6。")]
    [InlineData("`pool.max_idle_per_host` 设为 0。")]
    [InlineData("`find_unused_parameters` 由 Next.js 调用。")]
    [InlineData("profiling 显示 write ahead log 为 16KB。")]
    [InlineData("GitHub Issue 里的讨论。")]
    [InlineData("万一出错，十分麻烦，一致性也成问题。")]
    public void What_the_source_has_in_other_words_is_found(string sentence)
    {
        Missing(sentence).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("延迟从 200 s 升到 3 秒。", nameof(AnchorKind.Number), "200 s")]
    [InlineData("延迟从 250ms 升到 3s。", nameof(AnchorKind.Number), "250 ms")]
    [InlineData("吞吐下降 70 倍。", nameof(AnchorKind.Number), "70 倍")]
    [InlineData("吞吐下降 7%。", nameof(AnchorKind.Number), "7 %")]
    [InlineData("涉及 19 万行代码。", nameof(AnchorKind.Number), "19 万")]
    [InlineData("p99 约 0.03 秒。", nameof(AnchorKind.Number), "0.03 秒")]
    [InlineData("赏金约 27.8 万美元。", nameof(AnchorKind.Number), "27.8 万")]
    [InlineData("赏金 26.8 万美元。", nameof(AnchorKind.Number), "26.8 万")]
    [InlineData("进度约 90%。", nameof(AnchorKind.Number), "90 %")]
    [InlineData("新增俄勒冈、新加坡和法兰克福六个区域。", nameof(AnchorKind.Number), "六 个")]
    [InlineData("中断三十分钟。", nameof(AnchorKind.Number), "三十 分钟")]
    [InlineData("每次调用占三成内存。", nameof(AnchorKind.Number), "三 成")]
    [InlineData("从 07:14 开始。", nameof(AnchorKind.Number), "07:14")]
    [InlineData("影响 gateway 5.4.2。", nameof(AnchorKind.Version), "5.4.2")]
    [InlineData("影响 v5.5。", nameof(AnchorKind.Version), "v5.5")]
    [InlineData("升级到 PostgreSQL 15.7。", nameof(AnchorKind.Version), "15.7")]
    [InlineData("设置 `pool.max_idle`。", nameof(AnchorKind.Identifier), "pool.max_idle")]
    [InlineData("原因在 MySQL。", nameof(AnchorKind.Name), "MySQL")]
    [InlineData("由 freeCodeCamp 发布。", nameof(AnchorKind.Name), "freeCodeCamp")]
    public void What_the_source_does_not_have_is_missing(string sentence, string kind, string text)
    {
        var missing = Missing(sentence).ShouldHaveSingleItem();

        missing.Kind.ToString().ShouldBe(kind);
        missing.Text.ShouldBe(text);
    }

    [Theory]
    [InlineData("The gateway ran on Linux and lost twenty minutes.", "")]
    [InlineData("The outage hit Kubernetes and MySQL first.", "Kubernetes|MySQL")]
    [InlineData("Every word of plain english is free here.", "")]
    public void In_English_only_what_is_written_as_a_name_is_one(string sentence, string missing)
    {
        Missing(sentence).Select(anchor => anchor.Text).ShouldBe(missing.Split('|', StringSplitOptions.RemoveEmptyEntries));
    }

    private static List<Anchor> Missing(string sentence) => [.. FactExtractor.Read(sentence, Facts).Where(anchor => anchor.Places is null)];
}
