using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Packs;
using NewsEducator.Review.Tests.Candidates;
using Shouldly;
using Xunit;

namespace NewsEducator.Review.Tests.Packs;

public sealed class PackSelectionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void One_concept_does_not_fill_the_pack() =>
        Titles(Best([Of("a1", 9, "cache"), Of("a2", 8.9, "cache"), Of("a3", 8.8, "cache"), Of("b", 8.5, "lock")], 3, 0.25)).ShouldBe(["a1", "b", "a2"]);

    [Fact]
    public void Without_a_penalty_the_score_alone_counts() =>
        Titles(Best([Of("b", 8.5, "lock"), Of("a1", 9, "cache"), Of("a2", 8.9, "cache")], 3, 0)).ShouldBe(["a1", "a2", "b"]);

    [Fact]
    public void What_was_verified_comes_first_whatever_its_score() =>
        Titles(Best([Of("a", 9, "cache"), Of("old", 6, "lock").OfferAgain("true", Now)], 1, 0.5)).ShouldBe(["old"]);

    [Fact]
    public void No_more_are_offered_than_asked_for_and_none_twice()
    {
        var many = Enumerable.Range(0, 200).Select(index => Of($"c{index}", 6 + (index % 40 / 10d), $"concept{index % 7}")).ToList();

        var best = Best(many, 50, 0.3);

        best.Count.ShouldBe(50);
        best.ShouldBeUnique();
        Best(many, 500, 0.3).Count.ShouldBe(200);
    }

    [Fact]
    public void What_teaches_more_comes_first_and_what_is_below_the_floor_is_not_offered() =>
        Titles(Best(
            [
                Judged("help request", value: 0.2, worth: 0.1), Judged("trade-off", value: 2.1, worth: 0.9), Judged("promotion", value: 2.9, worth: 0.2),
                Judged("post-mortem", value: 2.8, worth: 0.9), Judged("a paper", value: 1.4, worth: null), Judged("nothing learned", value: 0.1, worth: null),
            ],
            12,
            0)).ShouldBe(["post-mortem", "trade-off", "a paper"]);

    [Fact]
    public void A_day_of_noise_is_an_empty_pack() => Best([Judged("one", value: 1, worth: 0.2), Judged("two", value: 0.1, worth: 0.8)], 12, 0).ShouldBeEmpty();

    [Fact]
    public void The_shipped_pack_holds_twelve() =>
        PackSelection.Best(Enumerable.Range(0, 40).Select(index => Of($"c{index}", 9, $"concept{index}")), new ReviewOptions(), Now).Count.ShouldBe(12);

    private static List<Candidate> Best(IEnumerable<Candidate> candidates, int size, double repeatPenalty) =>
        PackSelection.Best(candidates, new RankingOptions { PackSize = size, RepeatPenalty = repeatPenalty, SourcePenalty = 0 }, Now);

    private static IEnumerable<string> Titles(IEnumerable<Candidate> candidates) => candidates.Select(candidate => candidate.Content.Title);

    private static Candidate Judged(string title, double value, double? worth) => Of(title, 6, title, new Judgement { Value = value, Worth = worth });

    private static Candidate Of(string title, double score, string concept, Judgement? judgement = null)
    {
        var message = SomeCandidate.Message(text: title);
        return Candidate.FromScreened(
            message with
            {
                Source = message.Source with { Score = score },
                Summary = message.Summary with { Title = title, Concept = new Concept { Key = concept, Name = concept }, Judgement = judgement },
            },
            Now,
            null);
    }
}
