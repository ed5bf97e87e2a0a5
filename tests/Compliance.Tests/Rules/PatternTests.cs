using System.Text.RegularExpressions;
using NewsEducator.Compliance.Rules;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Rules;

/// <summary>By itself: it keeps a core busy that tests with a clock would wait for.</summary>
[CollectionDefinition(nameof(PatternTests), DisableParallelization = true)]
[Collection(nameof(PatternTests))]
public sealed class PatternTests
{
    [Fact]
    public void No_pattern_takes_longer_than_linear_time()
    {
        var patterns = PumpedPatterns.In(typeof(RuleCatalogue).Assembly);

        patterns.Count.ShouldBeGreaterThan(15);
        PumpedPatterns.TooSlow(patterns).ShouldBeEmpty();
    }

    [Fact]
    public void A_pattern_of_quadratic_time_is_found_out()
    {
        PumpedPatterns.FirstTooSlow(new Regex(@"\d[\d,.]*\s*(%|ms)")).ShouldNotBeNull();
    }
}
