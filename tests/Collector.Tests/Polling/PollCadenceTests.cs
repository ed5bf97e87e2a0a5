using NewsEducator.Collector.Polling;

namespace NewsEducator.Collector.Tests.Polling;

public sealed class PollCadenceTests
{
    private static readonly DateTimeOffset Now = Some.Now;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void The_usual_gap_is_learnt_from_one_list()
    {
        var cadence = PollCadence.Unknown.Observe([Now - (Hour * 4), Now, Now - (Hour * 2)], Now);
        cadence.ShouldBe(new PollCadence(Now, Hour * 2));
    }

    [Fact]
    public void What_was_heard_before_and_what_is_from_the_future_counts_for_nothing()
    {
        var cadence = new PollCadence(Now, Hour);
        cadence.Observe([Now, Now - Hour, Now + Hour], Now).ShouldBe(cadence);
    }

    [Fact]
    public void A_new_habit_is_taken_up_within_some_ten_items()
    {
        var cadence = new PollCadence(Now, Hour * 10);
        for (var item = 1; item <= 12; item++)
        {
            cadence = cadence.Observe([Now + (Hour * item)], Now + (Hour * item));
        }

        cadence.UsualGap!.Value.ShouldBeInRange(Hour, Hour * 2);
    }

    [Theory]
    [InlineData(8, 0, 4)]
    [InlineData(1, 0, 1)]
    [InlineData(100, 0, 12)]
    [InlineData(4, 20, 10)]
    public void It_is_polled_twice_a_gap_within_the_bounds_and_less_while_it_is_silent(int usual, int silent, int expected) =>
        new PollCadence(Now - (Hour * silent), Hour * usual).Interval(Hour, Hour * 12, Now).ShouldBe(Hour * expected);

    [Fact]
    public void What_never_listed_anything_is_polled_as_configured() => PollCadence.Unknown.Interval(Hour, Hour * 12, Now).ShouldBe(Hour);

    [Theory]
    [InlineData(2, 8 * 24, true)]
    [InlineData(2, 6 * 24, false)]
    [InlineData(24, 8 * 24, false)]
    public void It_is_quiet_after_ten_usual_gaps_and_no_sooner_than_after_a_week(int usual, int silent, bool quiet) =>
        new PollCadence(Now - (Hour * silent), Hour * usual).IsQuiet(TimeSpan.FromDays(7), Now).ShouldBe(quiet);
}
