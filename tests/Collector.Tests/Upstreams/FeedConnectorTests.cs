using Microsoft.AspNetCore.Http;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.Http;
using NewsEducator.Collector.Connectors.Web;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Upstreams;

public sealed class FeedConnectorTests : IAsyncLifetime
{
    private const string Page = "https://blog.example.org/2026/quorum";
    private static readonly string Text = string.Concat(
        Enumerable.Repeat(
            "<p>The lease of the old leader expired, but its writes went on for another forty seconds, and nobody fenced them off.</p>",
            8
        )
    );
    private ConnectedUpstream _upstream = null!;

    public async ValueTask InitializeAsync() => _upstream = await ConnectedUpstream.StartAsync();

    public ValueTask DisposeAsync() => _upstream.DisposeAsync();

    [Fact]
    public async Task A_feed_lists_the_articles_of_its_window_and_those_without_a_date()
    {
        _upstream.Server.Serve(
            "/web/blog.example.org/feed.xml",
            """
            <rss><channel><title>Night shift</title>
              <item><title>Two leaders</title><link>/2026/quorum?utm_source=rss</link><pubDate>Tue, 03 Mar 2026 08:00:00 GMT</pubDate></item>
              <item><title>Elsewhere</title><link>https://elsewhere.example/1</link><pubDate>Tue, 03 Mar 2026 09:00:00 GMT</pubDate></item>
              <item><title>Long ago</title><link>/2020/old</link><pubDate>Tue, 03 Mar 2020 08:00:00 GMT</pubDate></item>
              <item><title>Undated</title><link>/2026/undated</link></item>
            </channel></rss>
            """,
            "application/rss+xml"
        );
        var listed = await _upstream.ListAsync("feed", "https://blog.example.org/feed.xml", Some.Now.AddDays(-3));
        listed
            .Select(facts => (facts.Title, facts.Address.Url, facts.Address.Kind))
            .ShouldBe([
                ("Two leaders", Page, SourceKind.Article),
                ("Elsewhere", "https://elsewhere.example/1", SourceKind.Article),
                ("Undated", "https://blog.example.org/2026/undated", SourceKind.Article),
            ]);
        listed
            .Select(facts => facts.Address.Link)
            .ShouldBe([
                "https://blog.example.org/2026/quorum?utm_source=rss",
                "https://elsewhere.example/1",
                "https://blog.example.org/2026/undated",
            ]);
        listed.Select(facts => facts.IsUndated).ShouldBe([false, false, true]);
    }

    [Fact]
    public async Task Of_a_feed_that_lists_too_much_the_newest_articles_are_read_and_the_poll_says_so()
    {
        var visit = ConditionalRequest.Begin(null);
        var oldestFirst = Enumerable
            .Range(0, 600)
            .Select(minute => $"<item><link>/2026/{minute}</link><pubDate>{Some.Now.AddDays(-2).AddMinutes(minute):R}</pubDate></item>");
        _upstream.Server.Serve(
            "/web/blog.example.org/feed.xml",
            $"<rss><channel><title>Night shift</title>{string.Concat(oldestFirst)}</channel></rss>",
            "application/rss+xml"
        );

        var listed = await _upstream.ListAsync("feed", "https://blog.example.org/feed.xml", Some.Now.AddDays(-3));

        listed
            .Select(facts => facts.Address.Url)
            .ShouldBe(Enumerable.Range(100, 500).Select(minute => $"https://blog.example.org/2026/{minute}"), ignoreOrder: true);
        visit.Unread.ShouldHaveSingleItem().ShouldContain("600");
    }

    [Fact]
    public async Task Threads_and_videos_that_a_feed_names_are_listed_and_what_cannot_be_fetched_is_said()
    {
        var visit = ConditionalRequest.Begin(null);
        _upstream.Server.Serve(
            "/web/blog.example.org/feed.xml",
            """
            <rss><channel><title>Night shift</title>
              <item><title>Two leaders</title><link>/2026/quorum</link></item>
              <item><title>A thread</title><link>https://github.com/a/b/issues/7</link></item>
              <item><title>A port</title><link>https://blog.example.org:8443/2026/port</link></item>
              <item><title>A film</title><link>https://youtu.be/dQw4w9WgXcQ</link></item>
              <item><title>No link</title></item>
            </channel></rss>
            """,
            "application/rss+xml"
        );

        var listed = await _upstream.ListAsync("feed", "https://blog.example.org/feed.xml", Some.Now.AddDays(-3));

        listed
            .Select(facts => (facts.Title, facts.Address.Kind, facts.IsNamedOnly))
            .ShouldBe([
                ("Two leaders", SourceKind.Article, false),
                ("A thread", SourceKind.GitHubIssue, true),
                ("A film", SourceKind.YouTubeVideo, true),
            ]);
        visit.Unread.ShouldHaveSingleItem().ShouldSatisfyAllConditions(it => it.ShouldContain("2 entries"), it => it.ShouldContain("8443"));
    }

    [Theory]
    [InlineData("<title>Just a moment...</title><script>window._cf_chl_opt={cvId:'3'};</script>")]
    [InlineData("<h1>Making sure you're not a bot!</h1>{0}<script id='anubis_challenge' type='application/json'>{}</script>")]
    [InlineData("<h1>Attention</h1><p>Please tick the box to go on to the page.</p><div class='g-recaptcha'></div>")]
    public async Task A_page_that_asks_for_a_person_is_not_taken_for_the_article(string html)
    {
        Serve($"<html><body><main>{html.Replace("{0}", Text)}</main></body></html>");
        (await Should.ThrowAsync<UnreadableException>(() => _upstream.FetchAsync(Page))).Kind.ShouldBe(FaultKind.Forbidden);
    }

    [Theory]
    [InlineData("<form><div class='g-recaptcha'></div></form>")]
    [InlineData("<p>The page in between sets <code>_cf_chl_opt</code>.</p>")]
    public async Task An_article_with_a_captcha_in_its_form_or_its_words_is_one(string html)
    {
        Serve($"<html><body><article><h1>Two leaders</h1>{Text}{html}</article></body></html>");
        (await _upstream.FetchAsync(Page)).Parts[0].Text.ShouldContain("The lease of the old leader expired");
    }

    [Fact]
    public async Task A_date_that_lies_ahead_is_none()
    {
        _upstream.Server.Serve(
            "/web/blog.example.org/feed.xml",
            $"""
            <rss><channel><title>Night shift</title>
              <item><title>Two leaders</title><link>/2026/quorum</link><pubDate>{TimeProvider.System.GetUtcNow().AddDays(
                40
            ):R}</pubDate></item>
            </channel></rss>
            """,
            "application/rss+xml"
        );
        var listed = (await _upstream.ListAsync("feed", "https://blog.example.org/feed.xml")).ShouldHaveSingleItem();
        (listed.IsUndated, listed.UpdatedAt <= TimeProvider.System.GetUtcNow()).ShouldBe((true, true));

        Serve(
            $"<html><head><meta property='article:published_time' content='{TimeProvider.System.GetUtcNow().AddDays(40):O}'></head><body><article>{Text}</article></body></html>"
        );
        (await _upstream.FetchAsync(Page)).Facts.IsUndated.ShouldBeTrue();
    }

    [Fact]
    public async Task An_article_that_leads_to_the_front_page_is_not_the_front_page()
    {
        _upstream.Server.Redirect("/web/blog.example.org/2026/quorum", "https://blog.example.org/");
        _upstream.Server.Serve("/web/blog.example.org/", $"<article>{Text}</article>", "text/html");
        (await Should.ThrowAsync<UnreadableException>(() => _upstream.FetchAsync(Page))).Kind.ShouldBe(FaultKind.Later);
        (await _upstream.FetchAsync("https://blog.example.org/")).Parts[0].Text.ShouldStartWith("The lease");
    }

    [Fact]
    public async Task A_page_that_only_a_script_fills_says_nothing_yet()
    {
        Serve("<html><head><title>Two leaders</title></head><body><div id=app></div><script>render()</script></body></html>");
        (await Should.ThrowAsync<UnreadableException>(() => _upstream.FetchAsync(Page))).Kind.ShouldBe(FaultKind.Later);
    }

    [Fact]
    public async Task An_article_is_its_text_without_the_page_around_it()
    {
        Serve(
            $"<html lang=en><head><title>Two leaders</title><meta property='article:published_time' content='2026-03-03T08:00:00Z'><meta name=author content='Mira Kask'></head><body><nav>Home About</nav><article><h1>Two leaders</h1>{Text}<script>track()</script></article><footer>© 2026</footer></body></html>"
        );
        var item = await _upstream.FetchAsync(Page);
        item.Facts.ShouldSatisfyAllConditions(
            it => it.Title.ShouldBe("Two leaders"),
            it => it.Author.ShouldBe("Mira Kask"),
            it => it.PublishedAt.ShouldBe(new DateTimeOffset(2026, 3, 3, 8, 0, 0, TimeSpan.Zero))
        );
        var body = item.Parts.ShouldHaveSingleItem();
        body.Text.ShouldStartWith("The lease of the old leader expired");
        body.Text.ShouldNotContain("track()");
        body.Text.ShouldNotContain("About");
    }

    [Fact]
    public async Task A_page_that_robots_may_not_read_is_not_asked_for()
    {
        Serve("<p>secret</p>");
        _upstream.Server.Serve("/web/blog.example.org/robots.txt", "User-agent: *\nDisallow: /2026/", "text/plain");
        (await Should.ThrowAsync<WebFaultException>(() => _upstream.FetchAsync(Page))).Fault.ShouldSatisfyAllConditions(
            it => it.Kind.ShouldBe(FaultKind.Forbidden),
            it => it.Detail.ShouldContain("robots.txt")
        );
        _upstream.Server.Requests.ShouldNotContain("/web/blog.example.org/2026/quorum");
    }

    [Fact]
    public async Task A_host_whose_robots_txt_is_in_trouble_is_left_alone_and_asked_once_for_many_pages()
    {
        Serve($"<article>{Text}</article>");
        _upstream.Server.Fail("/web/blog.example.org/robots.txt", StatusCodes.Status503ServiceUnavailable);
        await Should.ThrowAsync<WebFaultException>(() => _upstream.FetchAsync(Page));
        var asked = _upstream.Server.Requests.Count;
        await Should.ThrowAsync<WebFaultException>(() => _upstream.FetchAsync("https://blog.example.org/2026/other"));
        _upstream.Server.Requests.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task What_is_no_page_is_told()
    {
        _upstream.Server.Serve("/web/blog.example.org/2026/quorum", "%PDF-1.7", "application/pdf");
        (await Should.ThrowAsync<UnreadableException>(() => _upstream.FetchAsync(Page))).Message.ShouldContain("application/pdf");
    }

    [Fact]
    public async Task A_page_that_leads_off_the_whitelist_is_not_followed()
    {
        _upstream.Server.Redirect("/web/blog.example.org/2026/quorum", "https://evil-mirror.example/");
        (await Should.ThrowAsync<WebFaultException>(() => _upstream.FetchAsync(Page))).Fault.RedirectedTo.ShouldBe(
            new Uri("https://evil-mirror.example/")
        );
    }

    private void Serve(string html) => _upstream.Server.Serve("/web/blog.example.org/2026/quorum", html, "text/html; charset=utf-8");
}
