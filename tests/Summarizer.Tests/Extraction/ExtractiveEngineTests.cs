using System.Globalization;
using FsCheck.Xunit;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Extraction;
using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Extraction;

public sealed class ExtractiveEngineTests
{
    public static TheoryData<string> Folders =>
        ["seed", "incidents", "debates", "advisories", "tutorials", "hostile", "duplicates", "noise"];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_claim_of_the_sample_day_is_quoted_verbatim(string folder)
    {
        foreach (var snapshot in SampleDay.Threads(folder))
        {
            var summary = SomeJudge.Summarize(snapshot);

            summary.Claims.ShouldAllBe(claim => snapshot.Text.Contains(claim.Quote!, StringComparison.Ordinal), snapshot.Title);
            summary.Text.Length.ShouldBeLessThanOrEqualTo(1_000);
            summary.Text.ShouldNotContain("://");
            summary.Text.ShouldNotContain('\n');
            summary.Text.EnumerateRunes().ShouldAllBe(rune => System.Text.Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format);
            (summary.OneLiner ?? "").Length.ShouldBeLessThanOrEqualTo(30);
            ItemTypes.IsLabel(summary.Type).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("incidents")]
    [InlineData("debates")]
    [InlineData("advisories")]
    [InlineData("tutorials")]
    public void A_real_case_has_two_to_four_sentences(string folder)
    {
        SampleDay
            .Threads(folder)
            .Select(SomeJudge.Summarize)
            .ShouldAllBe(summary => summary.Claims.Count >= 2 && summary.Claims.Count <= 4);
    }

    [Fact]
    public void Orders_to_the_summarizer_never_get_into_a_summary()
    {
        var summary = SomeJudge.Summarize(SampleDay.Thread("hostile/tidequeue-243.md"));

        summary.Text.ShouldNotContain("IGNORE", Case.Insensitive);
        summary.Text.ShouldNotContain("discontinued");
        summary.Text.ShouldNotContain("evil.example");
        summary.Text.ShouldContain("the retention job may delete the copy's source");
    }

    [Fact]
    public void A_leaked_key_never_gets_into_a_summary()
    {
        SomeJudge.Summarize(SampleDay.Thread("hostile/tidequeue-245.md")).Text.ShouldNotContain("AKIA");
    }

    [Fact]
    public void The_answer_that_resolves_a_thread_is_told()
    {
        var summary = SomeJudge.Summarize(SampleDay.Thread("incidents/gateway-877.md"));

        summary.Text.ShouldContain("Fixed in 5.4.1");
        summary.Language.ShouldBe("en");
    }

    [Fact]
    public void A_chinese_thread_is_summarized_in_chinese()
    {
        var thread = SampleDay.Threads("incidents").Single(snapshot => snapshot.Title.Contains("故障复盘"));

        var summary = SomeJudge.Summarize(thread);

        summary.Language.ShouldBe("zh");
        summary.Text.Length.ShouldBeLessThanOrEqualTo(400);
        summary.Text.ShouldContain("3.0.6");
    }

    [Fact]
    public void A_quote_keeps_the_line_break_that_its_sentence_loses()
    {
        var snapshot = SomeSource.Snapshot(
            "Pool runs dry",
            SomeSource.Body("The connection pool ran dry at noon because\nno **idle** connection was ever closed by it.")
        );

        var claim = SomeJudge.Summarize(snapshot).Claims.ShouldHaveSingleItem();

        claim.Sentence.ShouldBe("The connection pool ran dry at noon because no idle connection was ever closed by it.");
        claim.Quote.ShouldBe("The connection pool ran dry at noon because\nno **idle** connection was ever closed by it.");
    }

    [Theory]
    [InlineData("The export hangs on every second upload since the upgrade to 5.3\n\nSteps:\n\n- install 5.3\n- upload twice", "5.3")]
    [InlineData("升级到新版本之后每隔一次上传导出任务都会卡住\n\n步骤：", "卡住")]
    public void An_author_who_writes_no_marks_is_quoted_by_the_line(string body, string end)
    {
        var summary = SomeJudge.Summarize(SomeSource.Snapshot("Title", SomeSource.Body(body)));

        summary.Text.ShouldEndWith(end);
        summary.Claims.ShouldHaveSingleItem();
    }

    [Fact]
    public void Where_there_is_nothing_to_quote_nothing_is_written()
    {
        var summary = SomeJudge.Summarize(SomeSource.Snapshot("Broken??", SomeSource.Body("```\nstack trace\n```")));

        summary.Text.ShouldBeEmpty();
        summary.Claims.ShouldBeEmpty();
    }

    [Property(MaxTest = 300)]
    public void Any_text_gives_verbatim_quotes(string? body, string? comment)
    {
        var snapshot = SomeSource.Snapshot(
            "Title",
            SomeSource.Body(body ?? ""),
            SomeSource.Answer($"The cause was a timeout. {comment} We fixed it in version 2.0 today.")
        );

        SomeJudge.Summarize(snapshot).Claims.ShouldAllBe(claim => snapshot.Text.Contains(claim.Quote!, StringComparison.Ordinal));
    }
}
