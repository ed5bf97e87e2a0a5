using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.Web;

namespace NewsEducator.Collector.Tests.Connectors.Web;

/// <summary>Nothing of these is ever dialled, whatever the whitelist says.</summary>
public sealed class PublicConnectionTests
{
    private readonly FakeInternet _internet = new();

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://127.1/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f000001/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http://017700000001/")]
    [InlineData("http://127.0.0.1./")]
    [InlineData("http://127.00.00.01/")]
    [InlineData("http://0/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://2852039166/")]
    [InlineData("http://0xA9FEA9FE/")]
    [InlineData("http://0251.0376.0251.0376/")]
    [InlineData("http://169.254.43518/")]
    [InlineData("http://100.100.100.200/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://10.1/")]
    [InlineData("http://192.168.0.1/")]
    [InlineData("http://192.168.257/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::]/")]
    [InlineData("http://[0:0:0:0:0:0:0:1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:7f00:1]/")]
    [InlineData("http://[::ffff:169.254.169.254]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://[2002:7f00:1::]/")]
    [InlineData("http://[2001:0:7f00:1::]/")]
    [InlineData("http://[fd00:ec2::254]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[fe80::1%25eth0]/")]
    [InlineData("http://①②⑦.⓪.⓪.①/")]
    [InlineData("http://127。0。0。1/")]
    public async Task An_address_in_whatever_spelling_is_seen_through(string url)
    {
        await RefusedAsync(url, new Uri(url).IdnHost);
        _internet.Dialled.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.9.8.7")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:a00:1::1")]
    [InlineData("fd00::1")]
    [InlineData("8.8.8.8 127.0.0.1")]
    [InlineData("2606:4700::1111 fe80::1")]
    [InlineData("")]
    public async Task A_name_that_leads_inside_is_not_dialled(string addresses)
    {
        _internet.Resolve("blog.example.org", addresses.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        await RefusedAsync("http://blog.example.org/", "blog.example.org");
        _internet.Dialled.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_turns_inside_after_the_first_answer_gains_nothing()
    {
        _internet.Resolve("blog.example.org", "93.184.216.34");
        _internet.Resolve("blog.example.org", "127.0.0.1");
        _internet.Answer("HTTP/1.1 302 Found\r\nLocation: /second\r\nContent-Length: 0");
        await RefusedAsync("http://blog.example.org/", "blog.example.org");
        _internet.Dialled.ShouldBe(["93.184.216.34:80"]);
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://[::1]/admin")]
    [InlineData("http://inside.example.org/")]
    [InlineData("//inside.example.org/")]
    public async Task A_redirect_inside_is_not_dialled_even_where_the_whitelist_has_it(string target)
    {
        _internet.Resolve("blog.example.org", "93.184.216.34");
        _internet.Resolve("inside.example.org", "10.0.0.8");
        _internet.Answer($"HTTP/1.1 301 Moved Permanently\r\nLocation: {target}\r\nContent-Length: 0");
        await RefusedAsync("http://blog.example.org/", "blog.example.org", "inside.example.org", "127.0.0.1", "[::1]");
        _internet.Dialled.ShouldBe(["93.184.216.34:80"]);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("https://blog.example.org.evil.example/")]
    [InlineData("https://blog.example.org@evil.example/")]
    [InlineData("https://blog.example.org:8443/")]
    [InlineData("http://blog.example.org:22/")]
    [InlineData("http://blog.example.org:443/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://blog.example.org/")]
    [InlineData("gopher://blog.example.org:6379/_FLUSHALL")]
    [InlineData("javascript:alert(1)")]
    public async Task A_redirect_off_the_whitelist_or_the_webs_ports_is_told_and_not_followed(string target)
    {
        _internet.Resolve("blog.example.org", "93.184.216.34");
        _internet.Answer($"HTTP/1.1 302 Found\r\nLocation: {target}\r\nContent-Length: 0");
        var refused = await Should.ThrowAsync<WebFaultException>(() => _internet.GetAsync("http://blog.example.org/", "blog.example.org"));
        refused.Fault.RedirectedTo.ShouldBe(new Uri(target));
        _internet.Dialled.ShouldBe(["93.184.216.34:80"]);
    }

    [Fact]
    public async Task A_public_host_is_dialled_and_read_through_its_redirects()
    {
        _internet.Resolve("blog.example.org", "93.184.216.34");
        _internet.Answer("HTTP/1.1 308 Permanent Redirect\r\nLocation: /a/\r\nContent-Length: 0");
        _internet.Answer("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 0");
        (await _internet.GetAsync("http://blog.example.org/a", "blog.example.org")).Address.ShouldBe(new Uri("http://blog.example.org/a/"));
        _internet.Dialled.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_loop_of_redirects_ends()
    {
        _internet.Resolve("blog.example.org", "93.184.216.34");
        Enumerable.Range(0, 9).ToList().ForEach(_ => _internet.Answer("HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0"));
        (
            await Should.ThrowAsync<UnreadableException>(() => _internet.GetAsync("http://blog.example.org/", "blog.example.org"))
        ).Message.ShouldContain("redirects");
        _internet.Dialled.Count.ShouldBe(6);
    }

    private async Task RefusedAsync(string url, params string[] allowed)
    {
        var error = await Should.ThrowAsync<Exception>(() => _internet.GetAsync(url, allowed));
        (error is UnreadableException or WebFaultException).ShouldBeTrue(error.ToString());
    }
}
