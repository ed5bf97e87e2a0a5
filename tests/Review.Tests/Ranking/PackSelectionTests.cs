using NewsEducator.Contracts;
using NewsEducator.Review.Candidates;
using NewsEducator.Review.Candidates.Decisions;
using NewsEducator.Review.Ranking;
using NewsEducator.Review.Tests.Candidates;

namespace NewsEducator.Review.Tests.Ranking;

public sealed class PackSelectionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void One_concept_does_not_fill_the_pack() =>
        Titles(Best([Of("a1", 9, "cache"), Of("a2", 8.9, "cache"), Of("a3", 8.8, "cache"), Of("b", 8.5, "lock")], 3, 0.25))
            .ShouldBe(["a1", "b", "a2"]);

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
        Titles(
                Best(
                    [
                        Judged("help request", value: 0.2, worth: 0.1),
                        Judged("trade-off", value: 2.1, worth: 0.9),
                        Judged("promotion", value: 2.9, worth: 0.2),
                        Judged("post-mortem", value: 2.8, worth: 0.9),
                        Judged("a paper", value: 1.4, worth: null),
                        Judged("nothing learned", value: 0.1, worth: null),
                    ],
                    12,
                    0
                )
            )
            .ShouldBe(["post-mortem", "trade-off", "a paper"]);

    [Fact]
    public void A_day_of_noise_is_an_empty_pack() =>
        Best([Judged("one", value: 1, worth: 0.2), Judged("two", value: 0.1, worth: 0.8)], 12, 0).ShouldBeEmpty();

    [Fact]
    public void The_shipped_pack_holds_twelve() => new ReviewOptions().PackSize.ShouldBe(12);

    [Fact]
    public void What_was_learned_lately_stands_back_and_its_placement_adds_up()
    {
        var ledger = new LearningLedger(14, new Dictionary<string, int> { ["cache"] = 3, [Concept.NoneKey] = 9 });

        var placed = Place(
            [
                Judged("known", 2.5, 0.9, "cache"),
                Judged("new", 2.2, 0.9, "lock"),
                Judged("unfiled", 2.1, 0.9, Concept.NoneKey),
                Judged("known too", 2.0, 0.9, "cache"),
            ],
            new RankingOptions { SourcePenalty = 0 },
            ledger
        );

        placed
            .Select(each => (each.Contender.Concept, each.Placement.LedgerItems, each.Placement.Ledger))
            .ShouldBe([("lock", 0, 0), ("cache", 3, -0.4), (Concept.NoneKey, 0, 0), ("cache", 3, -0.4)]);
        placed[3].Placement.Repeat.ShouldBe(-0.25);
        placed.ShouldAllBe(each =>
            Math.Abs(
                each.Placement.Value
                    + each.Placement.Voices
                    + each.Placement.Recency
                    + each.Placement.Repeat
                    + each.Placement.Ledger
                    - each.Placement.Points
            ) < 0.001
        );
    }

    [Fact]
    public void What_the_pack_offers_already_counts_for_its_concept() =>
        PackSelection
            .Best(
                [Contender.Of(Of("a2", 8.9, "cache")), Contender.Of(Of("b", 8.5, "lock"))],
                new RankingOptions { SourcePenalty = 0 },
                LearningLedger.Empty,
                Now,
                2,
                before: [Contender.Of(Of("a1", 9, "cache"))]
            )
            .Select(placed => placed.Contender.Concept)
            .ShouldBe(["lock", "cache"]);

    private static List<Candidate> Best(IReadOnlyCollection<Candidate> candidates, int size, double repeatPenalty) =>
        Place(
                candidates,
                new RankingOptions
                {
                    PackSize = size,
                    RepeatPenalty = repeatPenalty,
                    SourcePenalty = 0,
                },
                LearningLedger.Empty
            )
            .ConvertAll(placed => candidates.Single(candidate => candidate.Id == placed.Contender.Id));

    private static List<Placed> Place(IEnumerable<Candidate> candidates, RankingOptions ranking, LearningLedger ledger) =>
        PackSelection.Best(candidates.Select(Contender.Of), ranking, ledger, Now, ranking.PackSize);

    private static IEnumerable<string> Titles(IEnumerable<Candidate> candidates) => candidates.Select(candidate => candidate.Content.Title);

    private static Candidate Judged(string title, double value, double? worth, string? concept = null) =>
        Of(title, 6, concept ?? title, new Judgement { Value = value, Worth = worth });

    private static Candidate Of(string title, double score, string concept, Judgement? judgement = null)
    {
        var message = SomeCandidate.Message(text: title);
        return Candidate.FromScreened(
            message with
            {
                Source = message.Source with { Score = score },
                Summary = message.Summary with
                {
                    Title = title,
                    Concept = new Concept { Key = concept, Name = concept },
                    Judgement = judgement,
                },
            },
            Now,
            null
        );
    }
}
