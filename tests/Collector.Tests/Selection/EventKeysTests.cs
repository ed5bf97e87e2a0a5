using NewsEducator.Collector.Selection;

namespace NewsEducator.Collector.Tests.Selection;

public sealed class EventKeysTests
{
    private const string Own = "https://github.com/northwind-labs/ledger/issues/412";

    [Fact]
    public void Ids_and_links_in_running_text_name_the_event_and_so_does_its_own_page()
    {
        var keys = Of(
            "See cve-2026-12345 (CVE-2026-12345), GHSA-aaaa-2222-3333 and the report in https://github.com/A/b/issues/7#issuecomment-1, or https://github.com/c/d/pull/8."
        );
        keys.Ids.ShouldBe(["CVE-2026-12345", "GHSA-AAAA-2222-3333"]);
        keys.Links.Select(link => link.Address).ShouldBe(["https://github.com/a/b/issues/7", "https://github.com/c/d/issues/8"]);
        keys.Own.ShouldBe(Own);
    }

    [Theory]
    [InlineData("The cause is the same as in owner/name#12.", "https://github.com/owner/name/issues/12")]
    [InlineData("This came back after #7 was closed.", "https://github.com/northwind-labs/ledger/issues/7")]
    [InlineData("与 owner/name#12 是同一个问题。", "https://github.com/owner/name/issues/12")]
    public void Short_references_count_as_well(string text, string address)
    {
        var link = Of(text).Links[0];
        (link.Address, link.IsShort).ShouldBe((address, true));
    }

    [Theory]
    [InlineData("- [x] I searched [known issues](https://github.com/a/b/issues/3766) for the same problem")]
    [InlineData("* [ ] I have read https://github.com/a/b/issues/1 before I filed this report")]
    [InlineData("<!-- Please read the issue https://github.com/a/b/issues/1 before filing -->\nNothing else.")]
    [InlineData("<!-- Please\nread the issue #12 before\nfiling this report")]
    [InlineData("### The same as https://github.com/a/b/issues/1 in other words")]
    [InlineData("Link to the related issue: https://github.com/a/b/issues/1")]
    [InlineData("**Related issue**: #12")]
    [InlineData("- https://github.com/a/b/issues/1")]
    [InlineData("| before | https://github.com/a/b/issues/1 | after it broke |")]
    [InlineData("> somebody else wrote that https://github.com/a/b/issues/1 is the cause")]
    [InlineData("```\nsee the log of https://github.com/a/b/issues/1 for the cause\n```")]
    [InlineData("It broke.\n\n--\nMira, maintainer of https://github.com/a/b/issues/1 and other things")]
    [InlineData("The post https://example.org/post and the repository https://github.com/a/b are related.")]
    [InlineData("Colour #123456abc and the heading a#1b are no references to anything")]
    [InlineData("> He wrote of it at length:\nhttps://github.com/a/b/issues/1 is the cause of all")]
    [InlineData("<blockquote>\nHe wrote that https://github.com/a/b/issues/1 is the cause\n</blockquote>")]
    [InlineData("<details>\n<summary>Log</summary>\n\nsee the old https://github.com/a/b/issues/1 for the trace\n\n</details>")]
    [InlineData("1. [x] I have read https://github.com/a/b/issues/1 before I filed this report")]
    [InlineData("* ☑ I have read https://github.com/a/b/issues/1 before I filed this report")]
    [InlineData("It broke.\n\nBest regards,\nMira, who fixed https://github.com/a/b/issues/1 last year")]
    [InlineData("It broke.\nThanks!\nSee my other report https://github.com/a/b/issues/1 of last year")]
    [InlineData(
        "Same here.\n\nOn Tue, Nov 3, 2026 at 4:29 PM Mira <mira@example.org> wrote:\nIt began with https://github.com/a/b/issues/1 last week"
    )]
    [InlineData("no link at all")]
    public void Forms_signatures_code_and_quotations_name_nothing(string text) => Of(text).Links.ShouldBeEmpty();

    [Theory]
    [InlineData("> He wrote of it.\n\nThe cause is https://github.com/a/b/issues/7 as we found.")]
    [InlineData("> He wrote of it.\n- The cause is https://github.com/a/b/issues/7 as we found.")]
    [InlineData("<details>\nlog\n</details>\nThe cause is https://github.com/a/b/issues/7 as we found.")]
    [InlineData("The cause is http://github.com/a/b/issues/7 as we found.")]
    [InlineData("Thanks for the fast answer.\nThe cause is https://github.com/a/b/issues/7 as we found.")]
    public void What_the_author_says_around_quotations_and_folds_counts(string text) =>
        Of(text).Links.ShouldHaveSingleItem().Address.ShouldBe("https://github.com/a/b/issues/7");

    [Fact]
    public void A_list_of_links_is_about_none_of_them() =>
        Of(
            "The following are open: "
                + string.Join(' ', Enumerable.Range(1, 30).Select(number => $"https://github.com/a/b/issues/{number}"))
        )
            .Links.ShouldBeEmpty();

    [Fact]
    public void A_channel_s_description_links_to_no_event()
    {
        var video = Some.Of(Contracts.SourceKind.YouTubeVideo);
        EventKeys.Of(video, "We talk about the outage in https://github.com/a/b/issues/7 at length.").Links.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_stored_is_read_back()
    {
        var keys = Of("CVE-2026-12345 is the cause of https://github.com/a/b/issues/7 and of owner/name#12 too.");
        var read = EventKeys.Read(keys.Stored);
        (read.Own, string.Join(' ', read.Ids)).ShouldBe((keys.Own, "CVE-2026-12345"));
        read.Links.ShouldBe(keys.Links);
    }

    [Theory]
    [InlineData(
        "All webhook deliveries failed: HarborPKI R2 cross-signed root expired",
        "TLS handshakes fail: expired HarborPKI R2 cross-sign in the chain",
        true
    )]
    [InlineData("Deadlock when two workers commit", "Cookies leak between profiles", false)]
    [InlineData("账本服务连接池耗尽", "连接池耗尽导致账本服务停机", true)]
    [InlineData("账本服务连接池耗尽", "编译器报错信息难懂", false)]
    public void Titles_are_close_when_they_share_what_they_are_about(string one, string other, bool close) =>
        TitleSimilarity.AreClose(one, other).ShouldBe(close);

    private static EventKeys Of(string text) => EventKeys.Of(Some.Issue(), text);
}
