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
        Titles(PackSelection.Best([Of("a1", 9, "cache"), Of("a2", 8.9, "cache"), Of("a3", 8.8, "cache"), Of("b", 8.5, "lock")], 3, 0.5)).ShouldBe(["a1", "b", "a2"]);

    [Fact]
    public void Without_a_penalty_the_score_alone_counts() =>
        Titles(PackSelection.Best([Of("b", 8.5, "lock"), Of("a1", 9, "cache"), Of("a2", 8.9, "cache")], 3, 0)).ShouldBe(["a1", "a2", "b"]);

    [Fact]
    public void What_was_verified_comes_first_whatever_its_score() =>
        Titles(PackSelection.Best([Of("a", 9, "cache"), Of("old", 6, "lock").OfferAgain("true", Now)], 1, 0.5)).ShouldBe(["old"]);

    [Fact]
    public void No_more_are_offered_than_asked_for_and_none_twice()
    {
        var many = Enumerable.Range(0, 200).Select(index => Of($"c{index}", 6 + (index % 40 / 10d), $"concept{index % 7}")).ToList();

        var best = PackSelection.Best(many, 50, 0.3);

        best.Count.ShouldBe(50);
        best.ShouldBeUnique();
        PackSelection.Best(many, 500, 0.3).Count.ShouldBe(200);
    }

    private static IEnumerable<string> Titles(IEnumerable<Candidate> candidates) => candidates.Select(candidate => candidate.Content.Title);

    private static Candidate Of(string title, double score, string concept)
    {
        var message = SomeCandidate.Message(text: title);
        return Candidate.FromScreened(
            message with
            {
                Source = message.Source with { Score = score },
                Summary = message.Summary with { Title = title, Concept = new Concept { Key = concept, Name = concept } },
            },
            Now,
            null);
    }
}
