using NewsEducator.Collector.Addresses;
using NewsEducator.Collector.Policies;
using NewsEducator.Collector.Tests.Upstreams;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Policies;

public sealed class WhitelistTests
{
    [Theory]
    [InlineData("https://github.com/a/b/issues/1")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ")]
    [InlineData("https://m.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://huggingface.co./papers/2401.04088")]
    public void The_three_hosts_of_the_product_are_allowed_by_default(string url) => Allows(url).ShouldBeTrue();

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://github.com.evil.example/a/b/issues/1")]
    [InlineData("https://notgithub.com/a/b/issues/1")]
    [InlineData("https://github.com@evil.example/a/b/issues/1")]
    [InlineData("https://evil.example#@github.com/")]
    [InlineData("https://evil.example\\@github.com/")]
    [InlineData("https://someone:secret@github.com/a/b/issues/1")]
    [InlineData("https://github.com:8443/a/b/issues/1")]
    [InlineData("https://gist.github.com/a/b")]
    [InlineData("https://gіthub.com/a/b/issues/1")]
    [InlineData("ftp://github.com/a/b/issues/1")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)//github.com")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://github.com/a\nb")]
    [InlineData("not a url")]
    public void Everything_else_is_not_however_it_dresses_up(string url) => Allows(url).ShouldBeFalse();

    [Theory]
    [InlineData("https://github.com/pytorch/pytorch/issues/1", true)]
    [InlineData("https://github.com/PyTorch/vision/issues/1", true)]
    [InlineData("https://github.com/pytorch-evil/x/issues/1", false)]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ", false)]
    public void An_entry_with_a_path_narrows_its_host(string url, bool allowed) => Allows(url, "/pytorch").ShouldBe(allowed);

    [Fact]
    public void Nothing_is_allowed_until_Compliance_was_asked() =>
        new Whitelist().Allows(new Uri("https://github.com/a/b/issues/1")).ShouldBeFalse();

    private static bool Allows(string url, string? path = null)
    {
        var whitelist = new Whitelist();
        whitelist.Set(1, path is null ? FakePolicy.Shipped : [new WhitelistedHost { Host = "github.com", Paths = [path] }]);
        return CanonicalUrl.TryParse(url, out var page) && whitelist.Allows(page);
    }
}
