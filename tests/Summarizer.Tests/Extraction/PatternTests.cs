using NewsEducator.Summarizer.Extraction;
using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Extraction;

/// <summary>By itself: it keeps a core busy that tests with a clock would wait for.</summary>
[CollectionDefinition(nameof(PatternTests), DisableParallelization = true)]
[Collection(nameof(PatternTests))]
public sealed class PatternTests
{
    [Fact]
    public void No_pattern_takes_longer_than_linear_time()
    {
        var patterns = PumpedPatterns.In(typeof(Ranking).Assembly);

        patterns.Count.ShouldBeGreaterThan(10);
        PumpedPatterns.TooSlow(patterns).ShouldBeEmpty();
    }
}
