using System.Globalization;
using NewsEducator.Collector.Connectors.Feeds;

namespace NewsEducator.Collector.Tests.Connectors.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("2026-03-04T08:15:30Z", "2026-03-04T08:15:30Z")]
    [InlineData("2026-03-04 08:15:30.987 +0530", "2026-03-04T02:45:30Z")]
    [InlineData("2026-03-04T24:00:00Z", "2026-03-05T00:00:00Z")]
    [InlineData("20260304", "2026-03-04T00:00:00Z")]
    [InlineData("2026-03", "2026-03-01T00:00:00Z")]
    [InlineData("2026/03/04 08:15", "2026-03-04T08:15:00Z")]
    [InlineData("Wed, 04 Mar 2026 08:15:30 GMT", "2026-03-04T08:15:30Z")]
    [InlineData("Wed, 4 March 26 08:15 PDT", "2026-03-04T15:15:00Z")]
    [InlineData("Tue, 04 Mar 2026 08:15:30 GMT", "2026-03-04T08:15:30Z")]
    [InlineData("1772612130", "2026-03-04T08:15:30Z")]
    [InlineData("04 Mar 2026", "2026-03-04T00:00:00Z")]
    [InlineData("Wed, 04-Mar-2026 08:15:30 +01:00", "2026-03-04T07:15:30Z")]
    [InlineData("Wed, 04 Mar 2026 08:15:60 Z", "2026-03-04T08:16:00Z")]
    [InlineData("March 4, 2026 8:15 pm", "2026-03-04T20:15:00Z")]
    [InlineData("Wed Mar  4 08:15:30 PST 2026", "2026-03-04T16:15:30Z")]
    [InlineData("Wed Mar 4 08:15:30 2026", "2026-03-04T08:15:30Z")]
    public void A_date_is_read_however_it_is_written(string text, string utc) =>
        FeedDate.Parse(text).ShouldBe(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-13-04")]
    [InlineData("2026-02-30")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("")]
    public void What_is_no_date_is_none(string text) => FeedDate.Parse(text).ShouldBeNull();

    [Fact]
    public void A_date_of_a_megabyte_is_not_looked_at() => FeedDate.Parse(new string('1', 1_000_000)).ShouldBeNull();
}
