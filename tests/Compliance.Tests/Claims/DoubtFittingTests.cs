using NewsEducator.Compliance.Grounding.Scoring;
using NewsEducator.Doubts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Claims;

/// <summary>How <c>tools/Doubts</c> fits the score.</summary>
public sealed class DoubtFittingTests
{
    [Fact]
    public void The_same_rows_give_the_same_model()
    {
        var examples = Example.Read([Path.Combine(Repository.Root, "tests/Compliance.Tests/Claims/fitted")]);

        var (one, other) = (Fitting.Fit(examples, TextWriter.Null), Fitting.Fit(examples, TextWriter.Null));

        (one.Unlikely, one.Likely).ShouldBe((other.Unlikely, other.Likely));
        one.Weights.ShouldBe(other.Weights);
    }

    [Fact]
    public void What_tells_false_from_true_gets_the_weight()
    {
        var examples = Enumerable
            .Range(0, 40)
            .Select(at => new Example(
                $"{at % 4}",
                "",
                at % 2 == 0,
                IsFlagged: false,
                MayBeDoubted: true,
                HasQuote: false,
                [at % 2, at % 3]
            ));

        var model = LogisticModel.Fit([.. examples], 0.01);

        model.Weights[0].ShouldBeLessThan(-2);
        Math.Abs(model.Weights[1]).ShouldBeLessThan(0.2);
    }

    [Fact]
    public void Thresholds_leave_room_for_what_is_neither_likely_nor_unlikely()
    {
        var examples = Enumerable
            .Range(0, 200)
            .Select(at => new Example(
                $"{at % 10}",
                "",
                at % 2 == 0,
                IsFlagged: false,
                MayBeDoubted: true,
                HasQuote: at % 4 < 2,
                [(at % 2) + (at % 7 * 0.4), at % 3]
            ));

        var model = Fitting.Fit([.. examples], TextWriter.Null);

        model.Likely.ShouldBeLessThan(Math.Min(model.Unlikely, model.UnlikelyWithoutQuote));
    }
}
