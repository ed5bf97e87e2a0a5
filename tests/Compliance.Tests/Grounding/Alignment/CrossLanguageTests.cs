using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Grounding.Alignment;

/// <summary>Chinese sentences beside an English thread, all of them made up here.</summary>
public sealed class CrossLanguageTests
{
    private static readonly SourceFacts Source = new(
        SomeSource.Snapshot(
            "gateway: file descriptors exhausted after the upgrade",
            SomeSource.Body(
                """
                ### Gateway version

                5.4.0

                ### Broker version

                3.9.7

                After the upgrade the connection pool of each pod grew from 40 to 900 connections within six hours, and requests failed
                with a timeout of 30 seconds.

                The idle connections were never closed, because the cleanup timer was started before the configuration was loaded.
                Most clients retried successfully. We propose to restart the timer in a future release, perhaps 5.5.0.

                Mira Kask wrote the patch; Jon Bell reviewed the dashboards.

                The log file moved from `gateway.log` to `pool/gateway.log`. The workaround does not fix the leak.
                """
            )
        )
    );

    [Theory]
    [InlineData("空闲的连接从未关闭，因为清理的定时器启动得早于配置加载。", "The idle connections were never closed")]
    [InlineData("多数客户端重试后成功。", "Most clients retried successfully.")]
    [InlineData("补丁由 Mira Kask 撰写。", "Mira Kask wrote the patch")]
    [InlineData("网关的版本是 5.4.0。", "5.4.0")]
    public void The_place_that_decides_is_found_without_a_quote(string sentence, string evidence) =>
        Check(sentence).Check.Evidence[0].Text.ShouldContain(evidence);

    [Theory]
    [InlineData("请求在 30 秒后超时失败。")]
    [InlineData("多数客户端重试后成功。")]
    [InlineData("Mira Kask 撰写了补丁，Jon Bell 评审了面板。")]
    [InlineData("空闲的连接从未关闭。")]
    [InlineData("变通办法没有修复泄漏。")]
    public void What_the_source_says_is_not_contradicted(string sentence) =>
        Check(sentence).Check.State.ShouldNotBe(SentenceState.Contradicted);

    [Theory]
    [InlineData("请求失败，超时为 6 小时。")]
    [InlineData("所有客户端重试后都成功了。")]
    [InlineData("Jon Bell 撰写了补丁，Mira Kask 评审了面板。")]
    [InlineData("变通办法修复了泄漏。")]
    [InlineData("日志文件从 `pool/gateway.log` 移到了 `gateway.log`。")]
    [InlineData("未来的版本 5.5.0 已经重启定时器。")]
    public void What_it_says_otherwise_is(string sentence) => Check(sentence).Check.State.ShouldBe(SentenceState.Contradicted);

    [Fact]
    public void What_has_every_name_and_nearly_every_word_there_is_matched() =>
        Check("多数客户端重试成功。").Check.State.ShouldBe(SentenceState.Matched);

    [Theory]
    [InlineData("团队后来改用了自研的调度器，并裁掉了值班的外包人员。")]
    [InlineData("这反映了性能与安全的权衡。")]
    public void What_cannot_be_compared_is_never_passed(string sentence) => Check(sentence).Check.State.ShouldBe(SentenceState.Unchecked);

    [Fact]
    public void Where_another_place_decides_better_than_the_quote_both_are_shown_that_one_first()
    {
        var check = Check("空闲的连接从未关闭，因为清理的定时器启动得早于配置加载。", quote: "Most clients retried successfully.").Check;

        check.Evidence[0].Text.ShouldContain("The idle connections were never closed");
        check.Evidence[1].Text.ShouldBe("Most clients retried successfully.");
    }

    [Theory]
    [InlineData("事故在第三天才结束。")]
    [InlineData("修复在 20:00 上线。")]
    [InlineData("从 2023 年 8 月 24 日的构建起生效。")]
    public void Ordinals_times_and_dates_are_read_in_both_forms(string sentence)
    {
        var source = new SourceFacts(
            SomeSource.Snapshot(
                "Outage",
                SomeSource.Body("The outage ended on the 17th. The fix went live at 8 PM UTC, in nightly-2023-08-24.")
            )
        );

        SentenceGrounding.Check(Some.Summary(sentence), source).Single().Missing.ShouldBeEmpty();
    }

    private static GroundedSentence Check(string sentence, string? quote = null) =>
        SentenceGrounding.Check(Some.Summary(sentence, claims: new Claim { Sentence = sentence, Quote = quote }), Source).Single();
}
