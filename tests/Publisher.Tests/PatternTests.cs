using NewsEducator.Publisher.Search;
using NewsEducator.ServiceDefaults;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests;

/// <summary>By itself: it keeps a core busy that tests with a clock would wait for.</summary>
[CollectionDefinition(nameof(PatternTests), DisableParallelization = true)]
[Collection(nameof(PatternTests))]
public sealed class PatternTests
{
    [Fact]
    public void No_pattern_takes_longer_than_linear_time()
    {
        var patterns = PumpedPatterns.In(typeof(SearchTokens).Assembly).Concat(PumpedPatterns.In(typeof(Defaults).Assembly)).ToList();

        patterns.Count.ShouldBeGreaterThan(10);
        PumpedPatterns.TooSlow(patterns).ShouldBeEmpty();
    }
}
