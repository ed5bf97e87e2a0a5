using NewsEducator.Compliance.Grounding.Figures;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Grounding.Contradictions;

/// <summary>Right words about another matter, opposites, and words in somebody's mouth.</summary>
public sealed class ContradictionCheckTests
{
    private static readonly Snapshot English = SomeSource.Snapshot(
        "Connection pool never drained in gateway 5.4.0",
        SomeSource.Body(
            "Memory of the gateway rose from 210 MB to 880 MB within 6 hours. The pool does not close idle connections in version 5.4.0. Nothing in the logs tells why, and a restart of all pods brings the numbers back to where they were in the morning, for as long as the traffic stays low."
        ),
        SomeSource.Comment(
            "I once saw a similar thing in Redis with 32 clients, but that was years ago and we never found out what it was, so do not read too much into it."
        )
    );

    private static readonly Snapshot Chinese = SomeSource.Snapshot(
        "连接池不回收",
        SomeSource.Body(
            "升级之后，网关的内存上升到 880 MB。空闲连接不会被关闭，只有重启才能恢复。日志里没有任何线索，流量低的时候看不出问题，高峰期每个小时都要处理一次，值班的人很辛苦，也没有人知道原因在哪里。"
        )
    );

    [Theory]
    [InlineData("Memory of the gateway rose from 210 MB to 880 MB within 6 hours.", null)]
    [InlineData("Memory of the gateway fell from 210 MB to 880 MB within 6 hours.", "grounding.direction")]
    [InlineData("Memory of the gateway rose from 210 MB to 880 MB within 32 hours.", "grounding.number")]
    [InlineData("Memory of the Redis rose from 210 MB to 880 MB within 6 hours.", "grounding.elsewhere")]
    [InlineData("The pool does close idle connections in version 5.4.0.", "grounding.negation")]
    [InlineData("The pool does not close idle connections in version 5.4.0.", null)]
    [InlineData(
        "The pool does not close idle connections in version 5.4.0, “which no user has ever noticed so far”.",
        "grounding.quotation"
    )]
    public void An_English_sentence_is_held_against_what_it_repeats(string sentence, string? rule) =>
        Found(English, sentence, null).ShouldBe(rule);

    private static readonly Snapshot Release = SomeSource.Snapshot(
        "Builds got smaller",
        SomeSource.Body(
            "Plain builds are 19% smaller than before. LTO builds did not gain as much, ranging from 11% to 14% on the [large](https://example.com/sizes-no-cache) crates. Nightly saves 20% on a cold station, and the station of the team runs all day.\n\nThe old cache lives in HarborDB.\n\nA <a class=\"no-wrap\" href=\"https://example.com\">table</a> of all sizes is attached."
        )
    );

    [Theory]
    [InlineData("LTO builds did not gain as much, ranging from 11% to 14% on the large crates.", null)]
    [InlineData("LTO builds did not gain as much, ranging from 14% to 14% on the large crates.", "grounding.exchanged")]
    [InlineData("LTO builds did not gain as much, ranging from 11% to 20% on the large crates.", "grounding.elsewhere")]
    [InlineData("Nightly saves 20% on a cold Team, and the station of the team runs all day.", "grounding.exchanged")]
    [InlineData("A table of all sizes is attached.", null)]
    public void What_is_said_nearby_or_more_than_once_is_not_said_here(string sentence, string? rule) =>
        Found(Release, sentence, null).ShouldBe(rule);

    [Theory]
    [InlineData("LTO 构建只小了 11% 到 14%。", null)]
    [InlineData("LTO 构建只小了 11% 到 19%。", "grounding.elsewhere")]
    [InlineData("LTO 构建只小了 11% 到 20%。", "grounding.elsewhere")]
    [InlineData("Plain 构建和 LTO 构建小了 11% 到 14%。", null)]
    [InlineData("Nightly 构建小了 11% 到 14%。", null)]
    public void A_figure_stands_where_the_quote_is_and_a_name_may_stand_near_it(string sentence, string? rule) =>
        Found(Release, sentence, "LTO builds did not gain as much").ShouldBe(rule);

    [Theory]
    [InlineData("HarborDB 的全部大小见附表 table。", "of all sizes is attached")]
    [InlineData("Nightly 构建小了 11% 到 14%。", "LTO builds did not gain as much")]
    public void A_name_that_the_quote_does_not_have_is_never_passed(string sentence, string quote) =>
        StateOf(Release, sentence, quote).ShouldBeOneOf(SentenceState.Unchecked, SentenceState.Contradicted);

    [Theory]
    [InlineData("gateway 的内存上升到 880 MB。", null)]
    [InlineData("gateway 的内存下降到 880 MB。", "grounding.direction")]
    [InlineData("Redis 的内存上升到 880 MB。", null)]
    public void A_Chinese_sentence_is_held_against_the_place_it_quotes(string sentence, string? rule) =>
        Found(English, sentence, "rose from 210 MB to 880 MB within 6 hours").ShouldBe(rule);

    [Theory]
    [InlineData("网关的内存上升到 880 MB。", null)]
    [InlineData("网关的内存下降到 880 MB。", "grounding.direction")]
    [InlineData("空闲连接会被关闭，只有重启才能恢复。", "grounding.negation")]
    public void So_is_Chinese_beside_Chinese(string sentence, string? rule) => Found(Chinese, sentence, null).ShouldBe(rule);

    [Theory]
    [InlineData("修复后延迟降到 9 ms，影响范围来源未说明。", "grounding.number")]
    [InlineData("这是史上最严重的一次故障，内存到 880 MB。", "grounding.superlative")]
    [InlineData("gateway 内存到 880 MB，请联系 ann@example.com。", "personal.summary")]
    public void Other_claims_need_a_source_too(string sentence, string rule) => RulesOf(English, sentence, null).ShouldContain(rule);

    private static SentenceState StateOf(Snapshot snapshot, string sentence, string quote) =>
        Some.Screened(snapshot, Some.Summary(sentence, snapshot.Title, new Claim { Sentence = sentence, Quote = quote }))
            .Sentences.Single()
            .State;

    private static string? Found(Snapshot snapshot, string sentence, string? quote) => RulesOf(snapshot, sentence, quote).FirstOrDefault();

    private static List<string> RulesOf(Snapshot snapshot, string sentence, string? quote) =>
        Some.Screened(snapshot, Some.Summary(sentence, snapshot.Title, new Claim { Sentence = sentence, Quote = quote }))
            .Findings.Where(finding => finding.Severity > Severity.Note)
            .Select(finding => finding.Rule)
            .Order(StringComparer.Ordinal)
            .ToList();
}
