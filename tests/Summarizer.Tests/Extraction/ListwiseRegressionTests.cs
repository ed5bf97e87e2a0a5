using NewsEducator.Judge;

namespace NewsEducator.Summarizer.Tests.Extraction;

public sealed class ListwiseRegressionTests
{
    // What is common to a list tells its members apart by nothing.
    private static readonly ScoredList[] Lists =
    [
        new(
            [
                [0, 1, 5],
                [1, 0, 5],
                [1, 1, 5],
            ],
            [0, 1, 0],
            1
        ),
        new(
            [
                [2, 0, -5],
                [0, 2, -5],
            ],
            [1, 0],
            2
        ),
    ];

    [Fact]
    public void What_the_wanted_have_weighs_for_and_what_the_others_have_against()
    {
        var head = ListwiseRegression.Fit(Lists, 0.01);

        head.Weights[0].ShouldBeGreaterThan(0.5);
        head.Weights[1].ShouldBeLessThan(-0.5);
        head.Weights[2].ShouldBe(0, 0.001);
        foreach (var list in Lists)
        {
            var scores = list.Inputs.Select(head.Score).ToList();
            scores.IndexOf(scores.Max()).ShouldBe(Array.IndexOf(list.Targets, 1));
        }
    }

    [Fact]
    public void The_same_lists_give_the_same_weights() =>
        ListwiseRegression.Fit(Lists, 0.01).Weights.ShouldBe(ListwiseRegression.Fit(Lists, 0.01).Weights);
}
