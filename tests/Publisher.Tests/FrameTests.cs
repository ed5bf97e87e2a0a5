using NewsEducator.Contracts;
using NewsEducator.Publisher.Digests;
using NewsEducator.Publisher.Pages;

namespace NewsEducator.Publisher.Tests;

public sealed class FrameTests
{
    private static readonly TextCatalogue Catalogue = TextCatalogue.Of(typeof(Frame).Assembly);

    /// <summary>New York leaves summer time on 1 November 2026: the wall time is the zone's of that day, whatever the server's is.</summary>
    [Theory]
    [InlineData("2026-10-31T10:00:00Z", "2026-10-31 06:00 (America/New_York)")]
    [InlineData("2026-11-09T11:00:00Z", "2026-11-09 06:00 (America/New_York)")]
    public void G6_A_time_is_told_in_the_publications_zone(string time, string told) =>
        Frame.Of(new PublisherOptions { TimeZone = "America/New_York" }).MinuteOf(DateTimeOffset.Parse(time, null)).ShouldBe(told);

    [Theory]
    [InlineData("/digests", "/digests?lang=en")]
    [InlineData("/search?q=a", "/search?q=a&lang=en")]
    [InlineData("/digests/2026-01-01#item-1", "/digests/2026-01-01?lang=en#item-1")]
    public void A_link_keeps_the_language(string path, string link) => Frame.Of(new PublisherOptions(), "en").Link(path).ShouldBe(link);

    [Fact]
    public void Every_text_is_there_in_both_languages_with_the_same_places()
    {
        foreach (var (key, texts) in Catalogue.All)
        {
            texts.Keys.ShouldBe(["zh", "en"], ignoreOrder: true, key);
            Places(texts["zh"]).ShouldBe(Places(texts["en"]), ignoreOrder: true, key);
        }
    }

    [Fact]
    public void A_state_is_called_as_everywhere_else()
    {
        foreach (var state in Enum.GetValues<SentenceState>())
        {
            Catalogue.Get($"state.{state}", "zh").ShouldBe(SentenceStates.ChineseOf(state));
        }
    }

    [Theory]
    [InlineData("https://github.com/Northwind/Ledger/issues/1", "github.com/northwind/ledger")]
    [InlineData("https://www.blog.example/a", "blog.example")]
    [InlineData("https://huggingface.co/papers/1", "huggingface.co")]
    [InlineData("no address", "unknown")]
    public void A_source_is_named_by_repository_or_host(string url, string name) =>
        SourceName.Of(Some.Content() with { CanonicalUrl = url }).ShouldBe(name);

    [Theory]
    [InlineData(null, SourceKind.Article, "https://b.example/x")]
    [InlineData("quote", SourceKind.YouTubeVideo, "https://b.example/x")]
    [InlineData("a, b & c-d", SourceKind.Article, "https://b.example/x#:~:text=a%2C%20b%20%26%20c%2Dd")]
    [InlineData(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen",
        SourceKind.Article,
        "https://b.example/x#:~:text=one%20two%20three%20four,fifteen%20sixteen%20seventeen%20eighteen"
    )]
    public void A_quote_is_linked_where_it_stands(string? quote, SourceKind kind, string link) =>
        TextFragment
            .Of(Some.Content() with { CanonicalUrl = "https://b.example/x", Kind = kind }, new Claim { Sentence = "s", Quote = quote })
            .ShouldBe(link);

    [Fact]
    public void A_long_quote_without_blanks_is_cut_between_characters()
    {
        var quote = string.Concat(Enumerable.Repeat("连😀", 60));

        var link = TextFragment.Of(
            Some.Content() with
            {
                CanonicalUrl = "https://b.example/x#top",
            },
            new Claim { Sentence = "s", Quote = quote }
        );

        link.ShouldStartWith("https://b.example/x#top:~:text=");
        Uri.UnescapeDataString(link).ShouldNotContain("\uFFFD");
    }

    [Fact]
    public void Reading_takes_a_minute_for_four_hundred_characters() =>
        ReadingTime.MinutesOf(Some.Content(title: "") with { Summary = new string('字', 1200) }).ShouldBe(3);

    private static IEnumerable<char> Places(string text) => text.Where((_, at) => at > 0 && text[at - 1] == '{');
}
