using NewsEducator.ServiceDefaults;

namespace NewsEducator.Collector.Tests.Polling;

public sealed class BackoffTests
{
    private static readonly CollectorOptions Defaults = new();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(9, 256)]
    [InlineData(10, 360)]
    [InlineData(int.MaxValue, 360)]
    public void The_wait_doubles_with_each_failure_up_to_the_longest(int failures, int minutes) =>
        Backoff.After(failures, Defaults.FirstBackoff, Defaults.LongestBackoff).ShouldBe(TimeSpan.FromMinutes(minutes));
}
