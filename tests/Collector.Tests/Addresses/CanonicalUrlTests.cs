using NewsEducator.Collector.Addresses;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Addresses;

public sealed class CanonicalUrlTests
{
    [Fact]
    public void What_a_source_wrote_is_what_is_fetched_and_linked()
    {
        var written = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Cases", "01-urls.txt"));
        written.Select(url => ItemAddress.Of(url)!.Link).ShouldBe(written);
        written.Select(url => ItemAddress.Of(url)!.Url).ShouldBeUnique();
    }

    [Theory]
    [InlineData("https://blog.example/slash/")]
    [InlineData("http://blog.example/plain")]
    [InlineData("https://blog.example/list?id=5&id=6")]
    [InlineData("https://blog.example/?p=12345")]
    [InlineData("https://blog.example/post?utm_source=feed&b=2#part-2")]
    [InlineData("https://blog.example/a%2Fb?q=a+b%20c")]
    public void An_address_keeps_every_letter(string url) => ItemAddress.Of(url)!.Link.ShouldBe(url);

    [Theory]
    [InlineData("https://forum.example/viewtopic?12345", "https://forum.example/viewtopic?67890")]
    [InlineData("https://forum.example/viewtopic?12345", "https://forum.example/viewtopic")]
    [InlineData("https://forum.example/thread?source=mail", "https://forum.example/thread?source=disk")]
    [InlineData("https://blog.example/post?ref=v1", "https://blog.example/post?ref=v2")]
    [InlineData("https://blog.example/list?id=5&id=6", "https://blog.example/list?id=5,6")]
    [InlineData("https://blog.example/q?a=b+c", "https://blog.example/q?a=b%2Bc")]
    [InlineData("https://app.example/#!/post/5", "https://app.example/#!/post/6")]
    [InlineData("https://app.example/#/post/5", "https://app.example/")]
    [InlineData("https://blog.example/post?si=1", "https://blog.example/post?si=2")]
    public void Two_pages_are_two_items(string one, string other) => KeyOf(one).ShouldNotBe(KeyOf(other));

    [Theory]
    [InlineData("https://blog.example/post?a=1&b=2", "https://blog.example/post?a=1&amp;b=2")]
    [InlineData("https://blog.example/post/", "http://BLOG.example/post")]
    [InlineData("https://blog.example/post", "https://blog.example/post?utm_source=x&UTM_Medium=y&fbclid=z&gclid=1#top")]
    [InlineData("https://blog.example/post?id=3", "https://blog.example/post?id=3&mc_cid=9")]
    [InlineData("https://someone.medium.com/a-story-1a2b", "https://someone.medium.com/a-story-1a2b?source=rss----7")]
    [InlineData("https://x.com/a/status/1", "https://x.com/a/status/1?s=20")]
    public void Spellings_of_one_page_are_one_item(string one, string other) => KeyOf(one).ShouldBe(KeyOf(other));

    [Theory]
    [InlineData("http://blog\u06e6.example/post")]
    public void A_host_that_can_have_no_name_is_no_address(string url)
    {
        CanonicalUrl.TryParse(url, out _).ShouldBeFalse();
        CanonicalUrl.AsWritten(url).ShouldBeNull();
    }

    [Theory]
    [InlineData("https://youtu.be/dQw4w9WgXcQ&si=abc")]
    [InlineData("https://blog.example/post?a=1&amp;amp;b=2")]
    [InlineData("https://blog.example/post?a=1&amp;&b=2")]
    public void A_canonical_address_is_its_own(string url)
    {
        CanonicalUrl.TryParse(url, out var canonical).ShouldBeTrue();
        CanonicalUrl.TryParse(canonical!.AbsoluteUri, out var again).ShouldBeTrue();
        again!.AbsoluteUri.ShouldBe(canonical.AbsoluteUri);
    }

    [Fact]
    public void An_address_that_grows_too_long_when_it_is_escaped_is_none()
    {
        var url = $"https://blog.example/{new string('\u6587', 1_000)}";

        CanonicalUrl.TryParse(url, out _).ShouldBeFalse();
        CanonicalUrl.AsWritten(url).ShouldBeNull();
    }

    private static string KeyOf(string url) => ItemAddress.Of(url).ShouldNotBeNull().Url;
}
