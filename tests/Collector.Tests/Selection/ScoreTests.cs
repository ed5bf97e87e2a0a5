using NewsEducator.Collector.Selection;

namespace NewsEducator.Collector.Tests.Selection;

public sealed class ScoreTests
{
    private static readonly TimeSpan Window = TimeSpan.FromDays(3);
    private static readonly SelectionOptions Weights = new();

    [Fact]
    public void Half_is_relevance_three_tenths_are_sources_two_tenths_are_recency() =>
        Score.Of(8, sources: 1, TimeSpan.Zero, Window, Weights).ShouldBe((0.5 * 8) + (0.3 * 4) + (0.2 * 10));

    [Fact]
    public void Half_of_the_recency_is_gone_after_the_window() =>
        Score.Of(8, sources: 1, Window, Window, Weights).ShouldBe((0.5 * 8) + (0.3 * 4) + (0.2 * 5));

    [Fact]
    public void More_sources_for_one_event_count_more_up_to_ten() =>
        new[] { 1, 2, 3, 9 }.Select(sources => Score.Of(0, sources, Window * 1000, Window, Weights)).ShouldBe([1.2, 2.1, 3, 3]);

    [Fact]
    public void A_date_in_the_future_is_as_fresh_as_now() =>
        Score.Of(0, 1, TimeSpan.FromDays(-400), Window, Weights).ShouldBe(Score.Of(0, 1, TimeSpan.Zero, Window, Weights));

    [Fact]
    public void An_incident_with_measurements_is_more_relevant_than_thanks()
    {
        var incident = Relevance.Of(
            "Outage: deadlock after failover",
            "Latency rose from 20 ms to 3 s for 41 minutes; 4.2% of requests failed.\n```\ntrace\n```"
        );
        incident.ShouldBe(10);
        Relevance.Of("Thank you, great model!", "Just wanted to say thanks. It works great on my laptop.").ShouldBe(0);
    }
}
