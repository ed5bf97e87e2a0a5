using NewsEducator.Contracts;
using NewsEducator.Summarizer.Concepts;
using NewsEducator.Summarizer.Summaries;
using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Summaries;

public sealed class SubmittedSummaryTests
{
    [Fact]
    public void The_words_of_a_foreign_pack_are_taken_as_they_are_without_quotes()
    {
        var submission = new Submission
        {
            Id = ItemIds.ForSubmission(new DateOnly(2026, 3, 9), 1, "https://github.com/northwind-labs/ledger/issues/412"),
            PackDate = new DateOnly(2026, 3, 9),
            Number = 1,
            Title = "故障切换后重复入账",
            Type = ItemTypes.Incident,
            Summary = "主库切换后重复入账 1,284 笔。原因是幂等键查了落后的副本（复制延迟 8.4 秒）。",
        };

        var draft = new SubmittedSummary(ConceptMap.Load()).Write(submission, SampleDay.Thread("incidents/ledger-412.md"));

        draft.Engine.ShouldBe("submitted");
        draft.Content.Title.ShouldBe(submission.Title);
        draft.Content.Text.ShouldBe(submission.Summary);
        draft.Content.Type.ShouldBe(ItemTypes.Incident);
        draft.Content.Language.ShouldBe("zh");
        draft.Content.Concept.Key.ShouldBe("replication");
        draft
            .Content.Claims.Select(claim => claim.Sentence)
            .ShouldBe(["主库切换后重复入账 1,284 笔。", "原因是幂等键查了落后的副本（复制延迟 8.4 秒）。"]);
        draft.Content.Claims.ShouldAllBe(claim => claim.Quote == null);
    }
}
