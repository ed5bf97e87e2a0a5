using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Compliance.Grounding.Figures;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Grounding;

public sealed class SentenceGroundingTests
{
    private static readonly Snapshot English = SomeSource.Snapshot(
        "Pool never drained",
        SomeSource.Body(
            "Each pod hits the limit of 65,536 descriptors\nafter 6 hours. The upstream closes an idle connection after 20 seconds."
        ),
        SomeSource.Answer("Fixed in 5.4.1: idle sockets stay registered with the event loop.")
    );

    private static readonly Snapshot Chinese = SomeSource.Snapshot(
        "延迟队列丢任务",
        SomeSource.Body("主节点断电之后，延迟队列丢失了 2,317 个任务。哨兵在 11 秒后完成切换。")
    );

    [Fact]
    public void A_quote_is_found_across_line_breaks_and_given_back_verbatim()
    {
        var sentence = Check(
            English,
            new Claim { Sentence = "每个实例在 6 小时后达到 65,536 个描述符的上限。", Quote = "limit of 65,536 descriptors after 6 hours." }
        );

        sentence.Support.ShouldBe(Support.Supported);
        var span = sentence.Check.Evidence.ShouldHaveSingleItem();
        span.Text.ShouldBe("limit of 65,536 descriptors\nafter 6 hours.");
        English.Text.Substring(span.Start, span.Length).ShouldBe(span.Text);
    }

    [Fact]
    public void A_quote_that_the_source_does_not_have_supports_nothing()
    {
        var sentence = Check(English, new Claim { Sentence = "每个实例在 6 小时后达到上限。", Quote = "limit of 99,999 descriptors" });

        sentence.Support.ShouldBe(Support.Unsupported);
        sentence.FalseQuote.ShouldBe("limit of 99,999 descriptors");
    }

    [Fact]
    public void A_true_quote_does_not_cover_a_number_that_is_nowhere()
    {
        var sentence = Check(English, new Claim { Sentence = "每个实例在 9 小时后达到上限。", Quote = "after 6 hours" });

        sentence.Support.ShouldBe(Support.Unsupported);
        sentence.Missing.Single().Text.ShouldBe("9 小时");
    }

    [Fact]
    public void Without_a_quote_the_sentence_with_most_of_the_anchors_is_the_evidence()
    {
        var sentence = Check(English, new Claim { Sentence = "5.4.1 修复：空闲 socket 一直注册在 event loop 上。" });

        sentence.Support.ShouldBe(Support.Supported);
        sentence.Check.Evidence[0].Text.ShouldBe("Fixed in 5.4.1: idle sockets stay registered with the event loop.");
    }

    [Theory]
    [InlineData("【推测】重启会掩盖问题。", Support.Inference)]
    [InlineData("影响的用户数来源未说明。", Support.Inference)]
    [InlineData("这反映了性能与安全的权衡。", Support.Unanchored)]
    public void A_sentence_without_anchors_is_no_false_claim(string text, object support)
    {
        Check(English, new Claim { Sentence = text }).Support.ShouldBe((Support)support);
    }

    [Theory]
    [InlineData("延迟队列丢失了 2,317 个任务。", Support.Supported)]
    [InlineData("数据库的索引损坏导致查询变慢。", Support.Unsupported)]
    public void In_one_language_a_sentence_needs_words_in_common_with_the_source(string text, object support)
    {
        Check(Chinese, new Claim { Sentence = text }).Support.ShouldBe((Support)support);
    }

    [Fact]
    public void Every_sentence_of_an_edited_text_is_checked_in_order()
    {
        var sentences = SentenceGrounding.Check(
            Some.Summary("6 小时后达到上限。5.4.1 已修复！【推测】还会发生。"),
            new SourceFacts(English)
        );

        sentences.Select(sentence => sentence.Check.Text).ShouldBe(["6 小时后达到上限。", "5.4.1 已修复！", "【推测】还会发生。"]);
    }

    private static GroundedSentence Check(Snapshot snapshot, Claim claim) =>
        SentenceGrounding.Check(Some.Summary(claim.Sentence, "标题", claim), new SourceFacts(snapshot)).Single();
}
