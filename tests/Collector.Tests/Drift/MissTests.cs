using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Drift;
using NewsEducator.Collector.Retries;

namespace NewsEducator.Collector.Tests.Drift;

/// <summary>Answers in a row that something is not there.</summary>
public sealed class MissTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 9, 1, 0, 0, TimeSpan.Zero);
    private static readonly UpstreamFault Gone = new(FaultKind.Gone, "404");
    private static readonly UpstreamFault Trouble = new(FaultKind.Later, "503");
    private static readonly UpstreamFault LeftAlone = new(FaultKind.Limited, "the host rests") { NotAsked = true, NotBefore = Now };

    [Fact]
    public void A_host_that_was_left_alone_between_two_of_them_takes_none_back_and_one_in_trouble_does()
    {
        var check = new SourceCheck { ItemId = Guid.NewGuid() };
        var retry = new FetchRetry
        {
            Id = Guid.NewGuid(),
            ItemId = check.ItemId,
            Url = "https://example.org/1",
            FirstFailedAt = Now,
        };

        var counted = new[] { Gone, LeftAlone, Gone, Trouble }.Select(fault =>
        {
            check.Fail(fault, new RetryOptions(), Now);
            retry.Fail(fault, new RetryOptions(), Now);
            return (check.GoneSeen, retry.GoneSeen);
        });

        counted.ShouldBe([(1, 1), (1, 1), (2, 2), (0, 0)]);
    }
}
