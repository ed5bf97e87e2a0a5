using NewsEducator.Compliance.Grounding.Alignment;
using NewsEducator.Compliance.Grounding.Scoring;
using NewsEducator.Doubts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Grounding.Scoring;

public sealed class PlaceScoreTests
{
    [Fact]
    public void Chances_of_the_candidates_add_up_to_one()
    {
        var aligned = Aligned.Of(
            "工作进程没有汇报，任务因此重新启动。",
            new Passages("The worker did not report.\n\nThe job was started again.\n\nA report is in review.")
        );

        aligned.Candidates.Count.ShouldBeGreaterThan(1);
        aligned.Ranked.Sum(pair => pair.Score).ShouldBe(1, 1e-9);
        aligned.Ranked.Select(pair => pair.Score).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void The_same_rows_give_the_same_weights_one_for_each_name()
    {
        var claims = Places.Read([Path.Combine(Repository.Root, "tests/Compliance.Tests/Claims/fitted")]).Take(25).ToList();

        var (one, other) = (Places.Fit(claims, TextWriter.Null), Places.Fit(claims, TextWriter.Null));

        one.Keys.ShouldBe(PlaceScore.Names, ignoreOrder: true);
        one.ShouldBe(other);
    }

    [Fact]
    public void What_decides_in_the_rows_is_put_first()
    {
        var claims = Enumerable
            .Range(0, 20)
            .Select(at => new PlacedClaim($"{at % 4}", [Candidate(0, near: 1), Candidate(1, near: 0)], [false, true]))
            .ToList();

        Places.Fit(claims, TextWriter.Null)["near"].ShouldBeLessThan(-1);
    }

    private static Candidate Candidate(int passage, double near) =>
        new(passage, [.. PlaceScore.Names.Select(name => name == "near" ? near : 0.5)]);
}
