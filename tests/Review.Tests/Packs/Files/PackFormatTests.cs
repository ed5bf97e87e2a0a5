using NewsEducator.Review.Packs.Files;

namespace NewsEducator.Review.Tests.Packs.Files;

public sealed class PackFormatTests
{
    [Theory]
    [InlineData("https://github.com/a/b/issues/1", "GitHub Issues/Discussions")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ", "YouTube（实战复盘）")]
    [InlineData("https://hf.co/papers/2401.04088", "Hugging Face（评测/争议）")]
    [InlineData("https://github.com.evil.example/a/b/issues/1", "文章与博客")]
    [InlineData("https://blog.example/a", "文章与博客")]
    public void An_address_counts_for_the_site_that_it_is_on(string url, string group) => PackFormat.GroupOf(url).ShouldBe(group);
}
