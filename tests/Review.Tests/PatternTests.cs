using NewsEducator.Review.Policies;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests;

/// <summary>By itself: it keeps a core busy that tests with a clock would wait for.</summary>
[CollectionDefinition(nameof(PatternTests), DisableParallelization = true)]
[Collection(nameof(PatternTests))]
public sealed class PatternTests
{
    [Fact]
    public void No_pattern_takes_longer_than_linear_time()
    {
        var patterns = PumpedPatterns.In(typeof(ReviewOptions).Assembly);

        patterns.Count.ShouldBeGreaterThan(5);
        PumpedPatterns.TooSlow(patterns).ShouldBeEmpty();
    }

    [Fact]
    public void Nor_does_one_that_is_made_for_a_policy() =>
        PumpedPatterns.TooSlow([("rule", PolicyText.LineOf("text.form")), ("heading", PolicyText.Heading)]).ShouldBeEmpty();
}
