using NewsEducator.Compliance.Drift;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Drift;

public sealed class PublishedTextTests
{
    private const string Cause = "Each of our 14 pods hits the limit of 65,536 file descriptors after about 6 hours.";
    private const string Fix = "Fixed in 5.4.1: idle sockets stay in the event loop.";
    private const string CauseTold = "14 个 pod 约 6 小时后达到 65,536 个文件描述符的上限。";
    private const string FixTold = "5.4.1 已修复。";

    private static readonly Snapshot Approved = Source(Cause, Fix);

    [Fact]
    public void Nothing_is_lost_where_the_source_says_the_same_in_another_layout()
    {
        PublishedText.Lost(Published(CauseTold, FixTold), Approved, Source("An edit on top.\n" + Cause, Fix + " Thanks!")).ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_lost_where_the_source_says_it_with_other_words()
    {
        PublishedText
            .Lost(
                Published(CauseTold, FixTold),
                Approved,
                Source("After some 6 hours all 14 pods are at the limit, 65,536 file descriptors.", Fix)
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_sentence_whose_number_was_corrected_is_lost_with_both_places()
    {
        var content = Published(CauseTold, FixTold);
        var lost = PublishedText.Lost(content, Approved, Source(Cause.Replace("65,536", "1,024"), Fix)).ShouldHaveSingleItem();

        lost.Sentence.ShouldBe(CauseTold);
        lost.Was!.Text.ShouldBe(Cause);
        lost.Now!.Text.ShouldContain("1,024");
        PublishedText.Without(content, [lost]).ShouldBe(FixTold);
    }

    [Fact]
    public void A_sentence_whose_place_was_deleted_has_nothing_in_its_place()
    {
        var lost = PublishedText.Lost(Published(CauseTold, FixTold), Approved, Source(Cause, "Duplicate, closing.")).ShouldHaveSingleItem();

        lost.Sentence.ShouldBe(FixTold);
        lost.Now.ShouldBeNull();
    }

    [Fact]
    public void With_its_source_gone_everything_is_lost_and_to_be_retracted()
    {
        var content = Published(CauseTold, FixTold);
        var lost = PublishedText.Lost(content, Approved, null);

        lost.Select(sentence => sentence.Sentence).ShouldBe([CauseTold, FixTold]);
        PublishedText.Without(content, lost).ShouldBeNull();
    }

    [Fact]
    public void What_was_never_supported_is_not_lost()
    {
        var content = Published(CauseTold, "【推测】可能与 epoll 有关。");

        PublishedText.Lost(content, Approved, null).ShouldHaveSingleItem().Sentence.ShouldBe(CauseTold);
        PublishedText.Without(content, PublishedText.Lost(content, Approved, null)).ShouldBe("【推测】可能与 epoll 有关。");
    }

    private static Snapshot Source(string body, string answer) =>
        SomeSource.Snapshot("Connection pool never drained in gateway 5.4.0", SomeSource.Body(body), SomeSource.Answer(answer));

    /// <summary>The quotes are what Compliance found, as in a real approval.</summary>
    private static ApprovedContent Published(params string[] sentences)
    {
        var screened = Some.Screened(Approved, Some.Summary(string.Concat(sentences)));
        return Some.Approved(
            Approved,
            [
                .. screened.Sentences.Select(sentence => new Claim
                {
                    Sentence = sentence.Text,
                    Quote = sentence.Evidence is [var best, ..] ? best.Text : null,
                }),
            ]
        );
    }
}
