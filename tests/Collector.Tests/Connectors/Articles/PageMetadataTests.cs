using NewsEducator.Collector.Connectors.Articles;

namespace NewsEducator.Collector.Tests.Connectors.Articles;

public sealed class PageMetadataTests
{
    private const string Text =
        "<p>We ran the load test for an hour with the production configuration and compared the logs of every replica before we wrote this down for everybody else who has the same trouble, and it took us the better part of a week.</p>";

    [Theory]
    [InlineData(
        "<head><meta property='article:published_time' content='2026-03-04T08:00:00Z'></head><article><h1>A</h1>" + Text + "</article>"
    )]
    [InlineData(
        "<head><script type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebPage\",\"datePublished\":\"2020-01-01\"},{\"@type\":[\"BlogPosting\"],\"datePublished\":\"2026-03-04T08:00:00Z\"}]}</script></head><article><h1>A</h1></article>"
    )]
    [InlineData("<article><h1>A</h1><time datetime='2026-03-04T08:00:00Z'>4 March</time>" + Text + "</article>")]
    [InlineData("<header><h1>A</h1><p class=meta><time>4 March 2026, 08:00</time></p></header><article>" + Text + "</article>")]
    [InlineData(
        "<aside><article><time datetime='2021-01-01'>old</time></article></aside><article><h1>A</h1><time datetime='2026-03-04T08:00:00Z'>x</time>"
            + Text
            + "</article>"
    )]
    [InlineData("<article><h1>A</h1><time datetime='someday'>x</time><time datetime='2026-03-04T08:00:00Z'>y</time>" + Text + "</article>")]
    public void A_page_says_when(string html) => Published(html).ShouldBe(new DateTimeOffset(2026, 3, 4, 8, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(
        "<article><h1>A</h1>" + Text + "</article><article class=card><h2>Related</h2><time datetime='2021-01-01'>old</time></article>"
    )]
    [InlineData("<article><h1>A</h1>" + Text + "<aside><time datetime='2021-01-01'>old</time></aside></article>")]
    [InlineData("<article><h1>A</h1>" + Text + "<p>On <time datetime='2021-01-01'>that day</time> it failed.</p></article>")]
    [InlineData("<article><h1>A</h1>" + Text + "<article><time datetime='2021-01-01'>a comment</time></article></article>")]
    [InlineData(
        "<head><script type='application/ld+json'>{\"@type\":\"ItemList\",\"itemListElement\":[{\"@type\":\"Article\",\"datePublished\":\"2021-01-01\"}]}</script></head><h1>A</h1>"
    )]
    [InlineData("<head><meta name=date content='0001-01-01T00:00:00'><script type='application/ld+json'>{broken</script></head><h1>A</h1>")]
    public void The_date_of_something_else_is_not_the_pages(string html) => Published(html).ShouldBeNull();

    private static DateTimeOffset? Published(string body) =>
        ArticleReader.Read($"<!doctype html><html>{body}</html>", new Uri("https://blog.example/post")).Published;
}
