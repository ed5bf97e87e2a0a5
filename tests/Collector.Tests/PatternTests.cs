using NewsEducator.Collector.Selection;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Collector.Tests;

/// <summary>By itself: it keeps a core busy that tests with a clock would wait for.</summary>
[CollectionDefinition(nameof(PatternTests), DisableParallelization = true)]
[Collection(nameof(PatternTests))]
public sealed class PatternTests
{
    // What they are given is cut before, see NoiseFilterTests.A_title_made_to_slow_a_pattern_down_is_read_in_no_time and
    // LooseDateTests.A_date_of_a_megabyte_is_not_looked_at.
    private static readonly string[] OfShortTexts =
    [
        "ReleaseNotes.Release",
        "ReleaseNotes.VersionBump",
        "ReleaseNotes.WhatIsNew",
        "Promotion.InTitle",
        "CalendarDay.",
    ];

    [Fact]
    public void No_pattern_takes_longer_than_linear_time()
    {
        var patterns = PumpedPatterns
            .In(typeof(CollectorOptions).Assembly)
            .Concat(PumpedPatterns.In(typeof(CanonicalUrl).Assembly))
            .ToList();

        patterns.Count.ShouldBeGreaterThan(60);
        PumpedPatterns
            .TooSlow(patterns.Where(pattern => !OfShortTexts.Any(name => pattern.Name.StartsWith(name, StringComparison.Ordinal))))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Nor_does_a_topic_of_interest() =>
        PumpedPatterns.TooSlow(Relevance.Topics.Select(topic => ($"{topic.Words}", topic.Words))).ShouldBeEmpty();
}
