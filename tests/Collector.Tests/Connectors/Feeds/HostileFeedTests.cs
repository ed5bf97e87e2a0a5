using System.Text;
using NewsEducator.Collector.Connectors.Feeds;

namespace NewsEducator.Collector.Tests.Connectors.Feeds;

public sealed class HostileFeedTests
{
    [Fact]
    public void Untyped_titles_of_atom_are_text_to_the_letter() =>
        Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "04-title.atom")))
            .Entries.Select(entry => entry.Title!.Text())
            .ShouldBe([
                "Why Vec<u8> is slower than <dialog> says",
                "<hello-world> leaks memory",
                "<pre> breaks layout",
                "<3 Deno",
                "upgrade fails for &lt;b&gt; in x < 5 and y > 3",
            ]);

    [Theory]
    [InlineData("Vec&lt;u8&gt; beats &lt;dialog&gt;", "Vec<u8> beats <dialog>")]
    [InlineData("&lt;b&gt;Two&lt;/b&gt; leaders", "Two leaders")]
    [InlineData("Map&lt;string, T&gt; &amp;amp; others", "Map<string, T> & others")]
    [InlineData("one&lt;br&gt;two", "one\ntwo")]
    [InlineData("the &lt;p&gt; of &lt;T&gt;", "the\n\nof <T>")]
    public void Titles_of_rss_lose_markup_and_no_words(string xml, string text) =>
        Read($"<rss><channel><item><title>{xml}</title></item></channel></rss>").Entries.Single().Title!.Text().ShouldBe(text);

    [Fact]
    public void A_namespace_that_is_declared_twice_costs_nothing() =>
        Read("<rss xmlns='' xmlns:=''><channel><item><title>One</title></item></channel></rss>")
            .Entries.Single()
            .Title!.Text()
            .ShouldBe("One");

    [Fact]
    public void A_feed_inside_a_page_is_read() =>
        Read(
            "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>x</title></head><body><div><feed xmlns='http://www.w3.org/2005/Atom'><entry><title>One</title></entry></feed></div></body></html>"
        )
            .Entries.Single()
            .Title!.Text()
            .ShouldBe("One");

    [Fact]
    public void Dates_are_read_in_the_order_that_the_feed_shows_and_a_bad_one_costs_itself()
    {
        var feed = Read(
            "<rss><channel><item><pubDate>03/04/2026</pubDate></item><item><pubDate>+99999999999</pubDate><title>b</title></item><item><pubDate>30/03/2026</pubDate></item></channel></rss>"
        );
        feed.Entries.Select(entry => entry.Published?.Date).ShouldBe([new DateTime(2026, 4, 3), null, new DateTime(2026, 3, 30)]);
    }

    [Fact]
    public void The_language_tells_the_order_where_no_date_does() =>
        Read("<rss><channel><language>en-GB</language><item><pubDate>03/04/2026</pubDate></item></channel></rss>")
            .Entries.Single()
            .Published!.Value.Month.ShouldBe(4);

    [Theory]
    [InlineData("<rss><channel><item><title>x</title><link {0}>https://a.example/1</link></item></channel></rss>")]
    [InlineData("<rss {0}><channel><item><title>x</title></item></channel></rss>")]
    public void Attributes_beyond_any_use_are_skipped(string feed)
    {
        var xml = string.Format(
            null,
            feed,
            string.Concat(Enumerable.Range(0, 300_000).Select(number => $"xmlns:a{number}='urn:{number}' "))
        );
        var source = new FeedSource(Encoding.UTF8.GetBytes(xml), null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        FeedReader.Read(source).Entries.Single().Title!.Text().ShouldBe("x");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(xml.Length * 8L);
    }

    [Fact]
    public void A_feed_of_a_million_elements_is_read_up_to_the_cap()
    {
        var xml = $"<rss><channel><item><title>x</title></item>{string.Concat(Enumerable.Repeat("<a/>", 1_000_000))}</channel></rss>";
        var source = new FeedSource(Encoding.UTF8.GetBytes(xml), null);
        var before = GC.GetAllocatedBytesForCurrentThread();
        FeedReader.Read(source).Entries.Single().Title!.Text().ShouldBe("x");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(128L * 1024 * 1024);
    }

    [Fact]
    public void Names_that_only_begin_like_a_namespace_break_nothing() =>
        Read("<rss xmlns:a='1' xmlns-a='2' xmlnsza='3'><channel><item><title>x</title></item></channel></rss>")
            .Entries.ShouldHaveSingleItem();

    private static Feed Read(string xml) =>
        FeedReader.Read(new FeedSource(Encoding.UTF8.GetBytes(xml), new Uri("https://blog.example.org/feed")));
}
