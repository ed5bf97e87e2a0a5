using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Grounding.Alignment;

/// <summary>Causes, conditions and denials of Chinese sentences beside an English thread, all of it made up here.</summary>
public sealed class DoubtfulTests
{
    private static readonly Snapshot Thread = SomeSource.Snapshot(
        "worker: uploads are slow after the migration",
        SomeSource.Body(
            """
            The upload of large reports became slow after the migration to the new storage. Each upload takes 40 seconds.

            The dashboards of the billing team show wrong totals on Monday.

            The password of the service account expired last week. Nobody renewed the certificate of the proxy.

            The cache can be disabled if the storage supports locking. The worker validates the checksum of each report.
            """
        )
    );

    [Theory]
    [InlineData("账单团队的仪表板总数错误，导致大报告的上传变慢。", "grounding.cause")]
    [InlineData("如果存储支持加锁，缓存可以禁用。", null)]
    [InlineData("缓存可以禁用，存储支持加锁。", null)]
    [InlineData("只要迁移完成，账单团队的仪表板就显示错误的总数。", "grounding.condition")]
    [InlineData("工作进程不校验每份报告的校验和。", "grounding.negation")]
    [InlineData("迁移到新存储之后，大报告的上传变慢。", null)]
    public void What_the_place_does_not_bear_out_is_told(string sentence, string? rule)
    {
        var outcome = Some.Screened(Thread, Some.Summary(sentence, claims: new Claim { Sentence = sentence }));

        var told = outcome.Findings.Where(finding => finding is { Severity: Severity.Verify, Sentence: 0 }).Select(finding => finding.Rule);
        told.ShouldBe(rule is null ? [] : [rule], string.Join(" | ", outcome.Findings.Select(finding => finding.MessageEn)));
    }

    [Fact]
    public void A_doubt_leaves_the_sentence_to_the_reader_and_calls_it_neither_right_nor_wrong()
    {
        const string sentence = "账单团队的仪表板总数错误，导致大报告的上传变慢。";

        var outcome = Some.Screened(Thread, Some.Summary(sentence, claims: new Claim { Sentence = sentence }));

        outcome.Sentences.ShouldHaveSingleItem().State.ShouldBe(SentenceState.Unchecked);
        outcome.Verdict.ShouldBe(Verdict.NeedsVerify);
    }
}
