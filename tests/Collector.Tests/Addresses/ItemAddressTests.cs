using NewsEducator.Collector.Addresses;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Addresses;

public sealed class ItemAddressTests
{
    [Theory]
    [InlineData("https://youtu.be/dQw4w9WgXcQ?si=abc&t=42")]
    [InlineData("http://m.youtube.com/watch?v=dQw4w9WgXcQ&list=PL1&index=2")]
    [InlineData("https://youtube.com/shorts/dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/embed/dQw4w9WgXcQ?autoplay=1")]
    [InlineData("HTTPS://WWW.YOUTUBE.COM/watch?feature=share&v=dQw4w9WgXcQ#t=1")]
    [InlineData("https://www.youtube.com/live/dQw4w9WgXcQ/")]
    public void Every_spelling_of_a_video_is_one_address(string url)
    {
        var address = ItemAddress.Of(url).ShouldNotBeNull();
        address.Url.ShouldBe("https://www.youtube.com/watch?v=dQw4w9WgXcQ");
        address.Kind.ShouldBe(SourceKind.YouTubeVideo);
    }

    [Theory]
    [InlineData("https://github.com/vercel/next.js/issues/59001")]
    [InlineData("https://www.github.com/vercel/next.js/issues/59001/?utm_source=x#issuecomment-1")]
    [InlineData("http://GitHub.com/vercel/next.js/issues/59001/events")]
    public void Every_spelling_of_an_issue_is_one_address(string url)
    {
        var address = ItemAddress.Of(url).ShouldNotBeNull();
        address.ShouldBe(
            new ItemAddress(SourceKind.GitHubIssue, "https://github.com/vercel/next.js/issues/59001", "vercel/next.js", "59001")
        );
        (address.Owner, address.Name).ShouldBe(("vercel", "next.js"));
    }

    [Theory]
    [InlineData("https://github.com/a/b/pull/7/files", "https://github.com/a/b/pull/7", SourceKind.GitHubIssue)]
    [InlineData("https://github.com/a/b/discussions/7?sort=new", "https://github.com/a/b/discussions/7", SourceKind.GitHubDiscussion)]
    [InlineData(
        "https://github.com/advisories/GHSA-7QXM-3F9V-W2RC",
        "https://github.com/advisories/GHSA-7qxm-3f9v-w2rc",
        SourceKind.GitHubAdvisory
    )]
    [InlineData(
        "https://github.com/a/b/security/advisories/GHSA-7qxm-3f9v-w2rc",
        "https://github.com/advisories/GHSA-7qxm-3f9v-w2rc",
        SourceKind.GitHubAdvisory
    )]
    [InlineData("https://huggingface.co/papers/2401.04088v2", "https://huggingface.co/papers/2401.04088", SourceKind.HuggingFacePaper)]
    [InlineData("https://hf.co/papers/arxiv:2401.04088", "https://huggingface.co/papers/2401.04088", SourceKind.HuggingFacePaper)]
    [InlineData(
        "https://huggingface.co/meta-llama/Meta-Llama-3-8B/discussions/12#6",
        "https://huggingface.co/meta-llama/Meta-Llama-3-8B/discussions/12",
        SourceKind.HuggingFaceDiscussion
    )]
    public void Pages_of_each_kind_lose_what_is_not_their_identity(string url, string canonical, SourceKind kind)
    {
        var address = ItemAddress.Of(url).ShouldNotBeNull();
        (address.Url, address.Kind).ShouldBe((canonical, kind));
    }

    [Theory]
    [InlineData("https://github.com/vercel/next.js")]
    [InlineData("https://github.com/a/b/issues/0")]
    [InlineData("https://github.com/a/b/issues/12abc")]
    [InlineData("https://www.youtube.com/@channel")]
    [InlineData("https://www.youtube.com/watch?v=tooshort")]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ%26x")]
    [InlineData("https://huggingface.co/spaces/a/b/discussions/1")]
    public void Anything_else_of_these_hosts_is_no_address(string url) => ItemAddress.Of(url).ShouldBeNull();

    [Theory]
    [InlineData("https://blog.example.org/2026/03/quorum/?utm_source=feed#top", "https://blog.example.org/2026/03/quorum")]
    [InlineData("https://huggingface.co/blog/some-lab/speculative", "https://huggingface.co/blog/some-lab/speculative")]
    [InlineData("https://github.com.evil.example/a/b/issues/1", "https://github.com.evil.example/a/b/issues/1")]
    public void A_page_of_any_other_host_is_an_article_at_most(string url, string canonical)
    {
        var address = ItemAddress.Of(url).ShouldNotBeNull();
        (address.Url, address.Kind).ShouldBe((canonical, SourceKind.Article));
    }
}
