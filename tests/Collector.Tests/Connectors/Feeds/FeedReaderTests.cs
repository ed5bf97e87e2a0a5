using System.Text;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.Feeds;

namespace NewsEducator.Collector.Tests.Connectors.Feeds;

public sealed class FeedReaderTests
{
    private static readonly Uri Here = new("https://blog.example.org/feeds/all.xml");

    [Fact]
    public void Rss_gives_title_link_dates_and_the_longer_content()
    {
        var entry = Read(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:who="http://purl.org/dc/elements/1.1/"><channel>
              <title>Night shift</title><link>https://blog.example.org/</link>
              <item><title>Two leaders &amp; no quorum</title><link>/2026/quorum</link><guid isPermaLink="false">q-1</guid>
                <pubDate>Wed, 04 Mar 2026 08:15:00 EST</pubDate><who:creator>Mira Kask</who:creator>
                <description>Short.</description><c:encoded><![CDATA[<p>Long <a href="../img/1">text</a>.</p>]]></c:encoded></item>
            </channel></rss>
            """
        )
            .Entries.ShouldHaveSingleItem();
        entry.ShouldSatisfyAllConditions(
            it => it.Title!.Text().ShouldBe("Two leaders & no quorum"),
            it => it.Link.ShouldBe("https://blog.example.org/2026/quorum"),
            it => it.Id.ShouldBe("q-1"),
            it => it.Author.ShouldBe("Mira Kask"),
            it => it.Summary!.Text().ShouldBe("Short."),
            it => it.Content!.Text().ShouldBe("Long text."),
            it => it.Published.ShouldBe(new DateTimeOffset(2026, 3, 4, 13, 15, 0, TimeSpan.Zero)),
            it => it.Updated.ShouldBe(it.Published)
        );
    }

    [Fact]
    public void Atom_resolves_links_by_the_nearest_base_and_reads_markup_in_titles()
    {
        var feed = Read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://other.example.org/a/" xml:lang="en"><title type="html">A &amp;lt;b&amp;gt; tag &lt;i&gt;rules&lt;/i&gt;</title>
              <link rel="self" href="feed"/><link href="home"/>
              <entry xml:base="b/"><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">One &lt; <b>two</b></div></title><link href="1"/><updated>2026-03-04T08:15:00.25+08:00</updated></entry>
            </feed>
            """
        );
        feed.ShouldSatisfyAllConditions(
            it => it.Title!.Text().ShouldBe("A <b> tag rules"),
            it => it.Link.ShouldBe("https://other.example.org/a/home"),
            it => it.Language.ShouldBe("en")
        );
        var entry = feed.Entries.ShouldHaveSingleItem();
        (entry.Title!.Text(), entry.Link).ShouldBe(("One < two", "https://other.example.org/a/b/1"));
        entry.Updated.ShouldBe(new DateTimeOffset(2026, 3, 4, 0, 15, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Rdf_items_stand_beside_the_channel() =>
        Read(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>C</title></channel>
            <item rdf:about="https://blog.example.org/1"><title>I</title></item></rdf:RDF>
            """
        )
            .Entries.ShouldHaveSingleItem()
            .Link.ShouldBe("https://blog.example.org/1");

    [Fact]
    public void Json_feed_is_told_by_its_first_letter()
    {
        var entry = Read(
            """{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":7,"url":"/x","content_html":"<p>Hi</p>","date_published":"2026-03-04T08:00:00Z","authors":[{"name":"Lea"}]},]}"""
        )
            .Entries.ShouldHaveSingleItem();
        (entry.Id, entry.Link, entry.Author, entry.Content!.Text()).ShouldBe(("7", "https://blog.example.org/x", "Lea", "Hi"));
    }

    [Fact]
    public void What_is_broken_is_read_as_it_was_meant()
    {
        var feed = Read(
            """
            <rss><channel><title>Tips & tricks &eacute; &nosuch; 1 < 2</title>
            <item><title>One<title><br><description>never <b>closed</description>
            <item><TITLE>Two</TITLE><undeclared:thing>x</undeclared:thing><link>https://blog.example.org/2
            """
        );
        feed.Title!.Text().ShouldBe("Tips & tricks é &nosuch; 1 < 2");
        feed.Entries.Count.ShouldBe(2);
        feed.Entries[1]
            .ShouldSatisfyAllConditions(it => it.Title!.Text().ShouldBe("Two"), it => it.Link.ShouldBe("https://blog.example.org/2"));
    }

    [Theory]
    [InlineData("utf-16", null)]
    [InlineData("utf-8", "iso-8859-1")]
    [InlineData("windows-1251", null)]
    [InlineData("gb18030", null)]
    public void Bytes_are_read_in_the_encoding_that_they_are_in(string encoding, string? claimed)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var word =
            encoding is "windows-1251" ? "тишина"
            : encoding is "gb18030" ? "缓存雪崩"
            : "café";
        var text = $"<?xml version=\"1.0\" encoding=\"{claimed ?? encoding}\"?><rss><channel><title>{word}</title></channel></rss>";
        FeedReader
            .Read(
                new FeedSource(
                    Encoding.GetEncoding(encoding).GetPreamble().Concat(Encoding.GetEncoding(encoding).GetBytes(text)).ToArray(),
                    Here
                )
            )
            .Title!.Text()
            .ShouldBe(word);
    }

    [Theory]
    [InlineData("<html><body>Sign in</body></html>")]
    [InlineData("""{"error":"no"}""")]
    [InlineData("")]
    [InlineData("<")]
    public void What_is_no_feed_is_told(string text) => Should.Throw<UnreadableException>(() => Read(text));

    [Fact]
    public void Short_texts_that_a_feed_declares_itself_stand_for_themselves() =>
        Read(
            "<!DOCTYPE rss [<!-- [ ] --><!ENTITY id 'tag:example.org,2026:'><!ENTITY who \"M. Kask [&#8211;]\">]><rss><channel><item><guid isPermaLink='false'>&id;7</guid><title>&who;&no;</title></item></channel></rss>"
        )
            .Entries.ShouldHaveSingleItem()
            .Id.ShouldBe("tag:example.org,2026:7");

    [Fact]
    public void What_a_feed_declares_grows_to_a_page_at_most()
    {
        var feed = Read(
            $"<!DOCTYPE x [<!ENTITY a '{new string('a', 200)}'>]><rss><channel><title>{string.Concat(Enumerable.Repeat("&a;", 100_000))}</title></channel></rss>"
        );
        feed.Title!.Text().Length.ShouldBeLessThan(400_000);
    }

    [Fact]
    public void An_entry_without_a_link_is_found_by_its_id() =>
        Read("<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>https://blog.example.org/7</id><title>T</title></entry></feed>")
            .Entries.ShouldHaveSingleItem()
            .Link.ShouldBe("https://blog.example.org/7");

    [Fact]
    public void Neither_entities_nor_depth_nor_open_ends_make_a_small_feed_large()
    {
        var bomb =
            "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&b;&c;</title></channel></rss>";
        Read(bomb).Title!.Text().ShouldBe("&b;&c;");
        Read($"<rss><channel><item>{string.Concat(Enumerable.Repeat("<b><i x='", 200_000))}").Entries.Count.ShouldBe(1);
        Read(
            $"<rss><channel><item><description>{string.Concat(Enumerable.Repeat("<div>", 200_000))}deep</description></item></channel></rss>"
        )
            .Entries[0]
            .Summary.ShouldNotBeNull();
        Read($"<rss><channel>{string.Concat(Enumerable.Repeat("<!", 300_000))}").Entries.ShouldBeEmpty();
    }

    private static Feed Read(string text) => FeedReader.Read(new FeedSource(Encoding.UTF8.GetBytes(text.Trim()), Here));
}
