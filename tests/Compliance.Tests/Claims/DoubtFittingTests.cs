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

        one.Threshold.ShouldBe(other.Threshold);
        one.Weights.ShouldBe(other.Weights);
    }

    [Fact]
    public void What_tells_false_from_true_gets_the_weight()
    {
        var examples = Enumerable
            .Range(0, 40)
            .Select(at => new Example($"{at % 4}", "", at % 2 == 0, IsFlagged: false, HasQuote: false, IsMade: false, [at % 2, at % 3]));

        var model = LogisticModel.Fit([.. examples], 0.01);

        model.Weights[0].ShouldBeLessThan(-2);
        Math.Abs(model.Weights[1]).ShouldBeLessThan(0.2);
    }

    [Theory]
    [InlineData("缓存没有清空。", "缓存已经清空。")]
    [InlineData("Ann 写了补丁，Bob 评审了它。", "Bob 写了补丁，Ann 评审了它。")]
    public void A_true_sentence_is_made_false(string sentence, string made) => Variation.Of(sentence).ShouldContain(made);

    [Fact]
    public void What_has_nothing_to_turn_is_left_alone() => Variation.Of("Ann 写了补丁。").ShouldBeEmpty();
}
