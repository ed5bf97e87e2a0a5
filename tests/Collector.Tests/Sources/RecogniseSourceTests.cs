using NewsEducator.Collector.Sources;

namespace NewsEducator.Collector.Tests.Sources;

public sealed class RecogniseSourceTests
{
    [Theory]
    [InlineData("etcd-io/etcd", "github-issues", "etcd-io/etcd")]
    [InlineData("https://github.com/etcd-io/etcd", "github-issues", "etcd-io/etcd")]
    [InlineData("https://github.com/vercel/next.js/discussions/12", "github-discussions", "vercel/next.js")]
    [InlineData("https://github.com/etcd-io/etcd/releases.atom", "feed", "https://github.com/etcd-io/etcd/releases.atom")]
    [InlineData("https://www.youtube.com/@handle/videos", "youtube-channel", "@handle")]
    [InlineData("https://huggingface.co/datasets/org/name/discussions", "huggingface-dataset-discussions", "org/name")]
    [InlineData("https://huggingface.co/papers", "huggingface-papers", "")]
    [InlineData("https://www.huggingface.co/papers", "huggingface-papers", "")]
    [InlineData("http://M.YouTube.com/@handle", "youtube-channel", "@handle")]
    [InlineData("https://blog.example/atom.xml", "feed", "https://blog.example/atom.xml")]
    public void An_address_says_which_kind_of_source_it_is(string address, string kind, string target)
    {
        var found = RecogniseSource.Of(address).ShouldNotBeNull();

        (found.Kind, found.Target).ShouldBe((kind, target));
        SourceRules.IdError(found.Id).ShouldBeNull();
    }

    [Theory]
    [InlineData("words")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://blog.example:8443/atom.xml")]
    [InlineData("https://me@blog.example/atom.xml")]
    public void What_is_no_address_is_no_source(string text) => RecogniseSource.Of(text).ShouldBeNull();

    [Fact]
    public void Sources_come_back_from_OPML_as_they_were_and_feeds_of_other_readers_are_taken_over()
    {
        Source[] sources =
        [
            Source.Make("blog", new SourceSettings("feed", "https://blog.example/a?b=1&c", TimeSpan.FromHours(2), true), false),
            Source.Make("etcd", new SourceSettings("github-issues", "etcd-io/etcd", TimeSpan.FromMinutes(30), false), false),
        ];

        var read = SourcesOpml.Read(SourcesOpml.Write(sources));
        var foreign = SourcesOpml.Read(
            """<opml version="1.0"><body><outline text="a"><outline xmlUrl="https://x.example/f"/><outline xmlUrl="https://x.example/g"/></outline></body></opml>"""
        );

        read.Select(source => (source.Id, source.Settings)).ShouldBe(sources.Select(source => (source.Id, source.Settings)));
        foreign.Select(source => source.Id).ShouldBe(["x-example", "x-example-2"]);
    }

    [Fact]
    public void A_feed_of_another_reader_takes_no_sources_place()
    {
        Source[] stored =
        [
            Source.Make("x-example", new SourceSettings("feed", "https://x.example/mine", TimeSpan.FromHours(2), true), false),
            Source.Make("paused", new SourceSettings("feed", "https://x.example/f", TimeSpan.FromHours(4), false), false),
        ];

        var read = SourcesOpml.Read(
            """<opml version="1.0"><body><outline xmlUrl="https://x.example/f"/><outline xmlUrl="https://x.example/g"/></body></opml>""",
            stored
        );

        read.Select(entry => (entry.Id, entry.Settings.Target, entry.Settings.Enabled))
            .ShouldBe([("paused", "https://x.example/f", false), ("x-example-2", "https://x.example/g", true)]);
    }

    [Fact]
    public void OPML_with_a_document_type_is_refused() =>
        Should.Throw<System.Xml.XmlException>(() =>
            SourcesOpml.Read("""<!DOCTYPE o [<!ENTITY e SYSTEM "file:///etc/passwd">]><opml>&e;</opml>""")
        );
}
