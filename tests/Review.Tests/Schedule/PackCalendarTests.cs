using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsEducator.Review.Schedule;

namespace NewsEducator.Review.Tests.Schedule;

public sealed class PackCalendarTests
{
    [Theory]
    [InlineData("Asia/Shanghai", "08:00", "2026-03-09", "2026-03-09T00:00:00Z")]
    [InlineData("Europe/Berlin", "08:00", "2026-03-29", "2026-03-29T06:00:00Z")]
    [InlineData("Europe/Berlin", "02:30", "2026-03-28", "2026-03-28T01:30:00Z")]
    public void A_pack_is_cut_at_the_local_time(string zone, string at, string date, string moment) =>
        CutOf(zone, at, date).ShouldBe(DateTimeOffset.Parse(moment, null));

    [Fact]
    public void A_time_that_the_clocks_jump_over_is_the_moment_of_the_jump() =>
        CutOf("Europe/Berlin", "02:30", "2026-03-29").ShouldBe(DateTimeOffset.Parse("2026-03-29T01:00:00Z", null));

    [Fact]
    public void A_time_that_the_clocks_show_twice_is_the_first() =>
        CutOf("Europe/Berlin", "02:30", "2026-10-25").ShouldBe(DateTimeOffset.Parse("2026-10-25T00:30:00Z", null));

    [Fact]
    public void Every_day_of_a_year_has_one_cut_and_they_are_in_order()
    {
        var calendar = Calendar("America/St_Johns", "00:01");
        var cuts = Enumerable.Range(0, 365).Select(day => calendar.CutOf(new DateOnly(2026, 1, 1).AddDays(day))!.Value).ToList();

        cuts.Zip(cuts.Skip(1))
            .ShouldAllBe(pair => pair.Second - pair.First >= TimeSpan.FromHours(23) && pair.Second - pair.First <= TimeSpan.FromHours(25));
    }

    [Fact]
    public void Without_a_time_there_is_no_cut() => Calendar("Asia/Shanghai", null).CutOf(new DateOnly(2026, 3, 9)).ShouldBeNull();

    private static DateTimeOffset CutOf(string zone, string at, string date) => Calendar(zone, at).CutOf(DateOnly.Parse(date, null))!.Value;

    private static PackCalendar Calendar(string zone, string? at) =>
        new(
            Options.Create(new ReviewOptions { TimeZone = zone, CutAt = at is null ? null : TimeOnly.Parse(at, null) }),
            new FakeTimeProvider()
        );
}
