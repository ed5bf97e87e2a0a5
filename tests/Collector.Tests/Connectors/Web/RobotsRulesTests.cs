using NewsEducator.Collector.Connectors.Web;

namespace NewsEducator.Collector.Tests.Connectors.Web;

public sealed class RobotsRulesTests
{
    private const string File = """
        # for all
        User-agent: *
        Disallow: /private/   # not for anybody
        Allow: /private/open$
        Disallow: /*.pdf$

        User-agent: otherbot
        User-agent: NewsEducator
        Disallow: /drafts
        Allow: /drafts/public
        Sitemap: https://x.example/s.xml
        """;

    [Theory]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /private/")]
    [InlineData("User-agent: *\rDisallow: /private/\r")]
    [InlineData("User-agent: *\r\nDisallow: /private/\r\n")]
    public void A_file_of_any_editor_is_read(string file) => RobotsRules.Parse(file, Robots.Product).Allow("/private/1").ShouldBeFalse();

    [Theory]
    [InlineData("/drafts/1", false)]
    [InlineData("/drafts/public/1", true)]
    [InlineData("/private/1", true)]
    public void The_group_that_names_us_is_the_only_one_that_counts(string path, bool allowed) =>
        RobotsRules.Parse(File, Robots.Product).Allow(path).ShouldBe(allowed);

    [Theory]
    [InlineData("/private/1", false)]
    [InlineData("/private/open", true)]
    [InlineData("/private/open/1", false)]
    [InlineData("/a/b.pdf", false)]
    [InlineData("/a/b.pdf?x", true)]
    [InlineData("/", true)]
    public void The_longest_rule_of_the_group_for_all_decides(string path, bool allowed) =>
        RobotsRules.Parse(File, "somebody").Allow(path).ShouldBe(allowed);

    [Theory]
    [InlineData("")]
    [InlineData("<html>Not found</html>")]
    [InlineData("User-agent: *\nDisallow:")]
    public void A_file_without_rules_allows_all(string text) => RobotsRules.Parse(text, Robots.Product).Allow("/x").ShouldBeTrue();

    [Fact]
    public void A_pattern_made_to_slow_us_down_is_read_in_no_time() =>
        RobotsRules
            .Parse($"User-agent: *\nDisallow: /{string.Concat(Enumerable.Repeat("*a", 200))}b", "x")
            .Allow($"/{new string('a', 2000)}")
            .ShouldBeTrue();
}
