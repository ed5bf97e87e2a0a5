using NewsEducator.Contracts;
using NewsEducator.Review.Ranking;
using NewsEducator.Review.Tests.Candidates;

namespace NewsEducator.Review.Tests.Ranking;

public sealed class RankingReplayTests
{
    private static readonly DateTimeOffset FirstCut = new(2026, 3, 9, 0, 0, 0, TimeSpan.Zero);
    private static readonly RankingOptions ByValue = new()
    {
        PackSize = 2,
        RecencyWeight = 0,
        RepeatPenalty = 0,
        SourcePenalty = 0,
    };

    [Fact]
    public void The_best_order_of_what_was_decided_has_one_and_a_worse_one_less()
    {
        PastCandidate[] past = [Past("skipped", 2.9, Choice.Skip), Past("approved", 2, Choice.Approve), Past("other", 1, Choice.Skip)];

        NdcgOf(ByValue, past).ShouldBe(Math.Round(1 / Math.Log2(3), 4));
        NdcgOf(ByValue with { ValueWeight = 0, PackSize = 3 }, past).ShouldNotBeNull();
        NdcgOf(ByValue with { LowestValue = 2.5 }, past).ShouldBe(0, "what was approved is not offered at all");
    }

    [Fact]
    public void What_nobody_decided_counts_neither_for_nor_against() =>
        NdcgOf(ByValue, [Past("undecided", 2.9, null), Past("approved", 2, Choice.Approve)]).ShouldBe(1);

    [Fact]
    public void A_day_with_nothing_approved_has_no_figure() => NdcgOf(ByValue, [Past("skipped", 2, Choice.Skip)]).ShouldBeNull();

    [Fact]
    public void What_one_day_offers_the_next_does_not_and_what_waited_too_long_no_day_does()
    {
        PastCandidate[] past =
        [
            Past("first", 2.9, Choice.Approve),
            Past("second", 2.8, Choice.Approve),
            Past("third", 2.7, Choice.Approve),
            Past("too old", 3, Choice.Approve, hoursBefore: 100),
            Past("tomorrow's", 2.95, Choice.Skip, hoursBefore: -20),
        ];
        var replay = new RankingReplay([Cut(1), Cut(0)], past, []);

        var days = replay.Run(ByValue, CancellationToken.None);

        days.Select(day => string.Join(", ", day.Offered.Select(each => each.Title))).ShouldBe(["first, second", "tomorrow's, third"]);
        var outcome = replay.OutcomeOf(days);
        (outcome.Offered, outcome.Approved, outcome.Skipped, outcome.Missed).ShouldBe((4, 3, 1, 1));
    }

    [Fact]
    public void The_ledger_is_that_of_the_day()
    {
        PastCandidate[] past = [Past("known", 2.5, Choice.Approve), Past("new", 2.4, Choice.Approve)];
        PastApproval At(int days) => new("known", FirstCut.AddDays(days));

        string First(params PastApproval[] approvals) =>
            new RankingReplay([Cut(0)], past, approvals).Run(ByValue, CancellationToken.None)[0].Offered[0].Title;

        First(At(-1)).ShouldBe("new");
        First(At(-20)).ShouldBe("known", "long ago");
        First(At(1)).ShouldBe("known", "nobody knew of it then");
    }

    [Fact]
    public void As_many_as_a_preview_reads_are_replayed_to_full_packs()
    {
        PastCandidate[] past =
        [
            .. Enumerable
                .Range(0, ReadPast.Most)
                .Select(index => Past($"{index}", 3 * (index % 997 / 997d), (Choice)(index % 3), hoursBefore: -24 * (index % 14))),
        ];
        var replay = new RankingReplay([.. Enumerable.Range(0, 14).Select(Cut)], past, []);

        replay.Run(ByValue with { PackSize = 12 }, CancellationToken.None).Sum(day => day.Offered.Count).ShouldBe(14 * 12);
    }

    private static double? NdcgOf(RankingOptions ranking, PastCandidate[] past) =>
        new RankingReplay([Cut(0)], past, []).Run(ranking, CancellationToken.None)[0].Ndcg;

    private static PastCut Cut(int day) => new(DateOnly.FromDateTime(FirstCut.AddDays(day).DateTime), FirstCut.AddDays(day));

    private static PastCandidate Past(string title, double value, Choice? decision, int hoursBefore = 2) =>
        new(
            new Contender(
                ItemIds.From(title),
                title,
                title,
                new Judgement { Value = value, Worth = 0.9 },
                5,
                0,
                FirstCut.AddHours(-hoursBefore)
            ),
            ItemIds.From(title),
            new SummaryContent
            {
                Title = title,
                Type = ItemTypes.Incident,
                Text = title,
                Concept = new Concept { Key = title, Name = title },
                Language = "en",
                Claims = [],
            },
            TimeSpan.FromDays(3),
            decision,
            null,
            null
        );
}
