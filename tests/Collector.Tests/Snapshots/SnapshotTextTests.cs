using NewsEducator.Collector.Snapshots;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Snapshots;

public sealed class SnapshotTextTests
{
    [Fact]
    public void Parts_follow_each_other_with_blank_lines_between_and_sections_point_at_them()
    {
        var text = SnapshotText.Of(Some.Fetched(Some.Body("It hangs."), Some.Comment("Fixed.", reactions: 3, isAnswer: true)));
        text.Text.ShouldBe($"{Some.Issue().Title}\n\nIt hangs.\n\nFixed.");
        text.Sections.Select(section => (section.Kind, text.Text.Substring(section.Start, section.Length)))
            .ShouldBe([(SectionKind.Title, Some.Issue().Title), (SectionKind.Body, "It hangs."), (SectionKind.Comment, "Fixed.")]);
        text.Sections[2]
            .ShouldSatisfyAllConditions(
                comment => comment.Author.ShouldBe("someone"),
                comment => comment.Reactions.ShouldBe(3),
                comment => comment.IsAnswer.ShouldBeTrue()
            );
    }

    [Fact]
    public void Markdown_stays_as_written_but_line_ends_and_nuls_do_not() =>
        SnapshotText
            .Of(Some.Fetched(Some.Body("# Steps\r\n\r\n```\r\n  go\0 run\r\n```\r\n")))
            .Words.ShouldBe("# Steps\n\n```\n  go run\n```");

    [Fact]
    public void Empty_parts_leave_no_section() =>
        SnapshotText.Of(Some.Fetched(Some.Body(""), Some.Comment(" \n "))).Sections.ShouldHaveSingleItem().Kind.ShouldBe(SectionKind.Title);

    [Fact]
    public void Of_many_comments_those_that_people_reacted_to_stay_in_their_order_and_the_answer_in_any_case()
    {
        var comments = Enumerable.Range(0, 100).Select(number => Some.Comment($"comment {number}", reactions: number)).ToArray();
        comments[1] = comments[1] with { IsAnswer = true };
        var kept = SnapshotText.Of(Some.Fetched(comments));
        var texts = kept.Sections.Skip(1).Select(section => kept.Text.Substring(section.Start, section.Length)).ToList();
        texts.ShouldBe([.. new[] { 1 }.Concat(Enumerable.Range(61, 39)).Select(number => $"comment {number}")]);
    }

    [Fact]
    public void A_body_or_a_comment_of_three_megabytes_is_cut()
    {
        var huge = new string('x', 3_000_000);
        SnapshotText.Of(Some.Fetched(Some.Body(huge))).Words.Length.ShouldBe(200_000);
        SnapshotText.Of(Some.Fetched(Some.Comment(huge))).Text.Length.ShouldBeLessThan(30_000);
    }

    [Fact]
    public void The_authors_own_comments_carry_no_name() =>
        SnapshotText.Of(Some.Fetched(Some.Comment("I found it.", author: Some.Issue().Author))).Sections[1].Author.ShouldBeNull();
}
