using NewsEducator.Collector.Selection;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Selection;

public sealed class NoiseFilterTests
{
    [Theory]
    [InlineData("Release v4.2.0")]
    [InlineData("v2.9.1")]
    [InlineData("ledger 2.9.1 is out now")]
    [InlineData("[Release] 1.0.0-rc.1")]
    [InlineData("Announcing Acme 3.0")]
    [InlineData("Changelog for March")]
    [InlineData("Bump github.com/jackc/pgx/v5 from 5.5.4 to 5.5.5")]
    [InlineData("chore(deps): update rust crate hyper to v1.4.1 [security]")]
    [InlineData("Update dependency typescript to v5")]
    [InlineData("What's new in tidequeue 3.1: our ten favourite features")]
    [InlineData("What’s new in March")]
    [InlineData("PyTorch 2.6 版本发布")]
    [InlineData("tidequeue 3.1.0")]
    [InlineData("ledger v2.9.1 changelog")]
    [InlineData("Pre-release: 4.0.0-beta.2")]
    [InlineData("Bump hyper from 1.3 after the audit")]
    [InlineData("网关发布 v5.4")]
    public void Releases_bumps_and_lists_of_news_are_dropped_as_releases(string title) =>
        NoiseFilter.Find(Some.Issue(title)).ShouldNotBeNull().Reason.ShouldBe(DropReason.Release);

    [Theory]
    [InlineData("We raised $40M Series B! Meet the new Aurora Cloud")]
    [InlineData("Join us at our webinar on observability")]
    [InlineData("Black Friday: 50% off all plans")]
    [InlineData("某公司完成 B 轮融资")]
    [InlineData("Use promo code SPRING")]
    public void Funding_and_promotion_are_dropped_as_marketing(string title) =>
        NoiseFilter.Find(Some.Issue(title)).ShouldNotBeNull().Reason.ShouldBe(DropReason.Marketing);

    [Theory]
    [InlineData("dependabot[bot]")]
    [InlineData("renovate")]
    [InlineData("northwind-release[bot]")]
    public void What_a_bot_wrote_is_dropped(string author) =>
        NoiseFilter.Find(Some.Issue() with { Author = author }).ShouldNotBeNull().Reason.ShouldBe(DropReason.Release);

    [Fact]
    public void How_often_something_is_released_is_a_matter_to_talk_about() =>
        NoiseFilter.Find(Some.Issue("Evolving the release schedule of our runtime")).ShouldBeNull();

    [Fact]
    public void An_account_that_the_upstream_calls_a_bot_is_one_whatever_its_name() =>
        NoiseFilter.Find(Some.Issue() with { ByBot = true }).ShouldNotBeNull();

    [Theory]
    [InlineData("Regression in 5.4: upstream connection pool is never drained")]
    [InlineData("Memory leak after upgrading from 14.0.2 to 14.0.3 under load")]
    [InlineData("Router 4.1.2 takes CPU to 100%: catastrophic backtracking")]
    [InlineData("RFC: switch HTTP/3 on by default in 6.0?")]
    [InlineData("Update loop deadlocks the renderer")]
    [InlineData("Speculative Decoding Speedups Vanish Under Load: A Replication")]
    [InlineData("TypeScript 5.3 类型推断争议：`satisfies` 操作符引发的性能退化")]
    [InlineData("The raise statement swallows the cause")]
    public void News_about_a_version_is_no_release(string title) => NoiseFilter.Find(Some.Issue(title)).ShouldBeNull();

    [Fact]
    public void A_title_made_to_slow_a_pattern_down_is_read_in_no_time()
    {
        var title = "release " + new string('v', 200_000) + string.Concat(Enumerable.Repeat("1.", 100_000));
        NoiseFilter.Find(Some.Issue(title)).ShouldBeNull();
    }
}
