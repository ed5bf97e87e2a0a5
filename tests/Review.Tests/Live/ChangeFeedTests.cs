using NewsEducator.Review.Live;

namespace NewsEducator.Review.Tests.Live;

public sealed class ChangeFeedTests
{
    private static readonly Change Something = new() { Kind = "pack" };

    [Fact]
    public void A_slow_reader_keeps_a_bounded_number_and_is_told_once_that_it_missed_some()
    {
        var feed = new ChangeFeed();
        using var slow = feed.Listen();
        for (var told = 0; told < 10_000; told++)
        {
            feed.Tell(Something);
        }

        slow.Changes.Count.ShouldBe(256);
        slow.HasMissed().ShouldBeTrue();
        slow.HasMissed().ShouldBeFalse();
    }

    [Fact]
    public void A_slow_reader_costs_another_nothing()
    {
        var feed = new ChangeFeed();
        using var slow = feed.Listen();
        using var quick = feed.Listen();
        for (var told = 0; told < 1000; told++)
        {
            feed.Tell(Something);
            quick.Changes.TryRead(out _).ShouldBeTrue();
        }

        quick.HasMissed().ShouldBeFalse();
    }

    [Fact]
    public void Who_has_left_is_not_told_any_more()
    {
        var feed = new ChangeFeed();
        var listener = feed.Listen();
        listener.Dispose();
        feed.Tell(Something);

        feed.Listeners.ShouldBe(0);
        listener.Changes.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{}")]
    public void A_notice_that_is_none_of_ours_is_let_lie(string notice) => Change.Parse(notice).ShouldBeNull();
}
