using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.GitHub;
using Refit;

namespace NewsEducator.Collector.Tests.Upstreams;

public sealed class UpstreamClientTests : IAsyncLifetime
{
    private const string Issue = "/github/repos/a/b/issues/1";

    private ConnectedUpstream _connected = null!;

    private FakeUpstream Upstream => _connected.Server;

    private IGitHubApi Api => _connected.GitHub;

    public async ValueTask InitializeAsync() => _connected = await ConnectedUpstream.StartAsync();

    public ValueTask DisposeAsync() => _connected.DisposeAsync();

    [Fact]
    public async Task Routes_are_appended_to_the_path_of_the_address()
    {
        Upstream.Serve("/github/repos/a/b.js/issues", "[]");
        await Api.ListIssuesAsync("a", "b.js", "all", labels: null, Some.Now, page: "2", Cancel);
        Upstream
            .Requests.ShouldHaveSingleItem()
            .ShouldBe(
                "/github/repos/a/b.js/issues?sort=updated&direction=desc&per_page=100&state=all&since=2026-03-04T08%3A00%3A00Z&page=2"
            );
    }

    [Fact]
    public async Task A_part_of_a_route_cannot_climb_out_of_its_place()
    {
        await Should.ThrowAsync<ApiException>(() => Api.GetIssueAsync("..", "x/../..", "1?a=b", Cancel));
        Upstream.Requests.ShouldHaveSingleItem().ShouldStartWith("/github/");
    }

    [Fact]
    public async Task Every_request_says_who_asks_and_whom_to_turn_to()
    {
        Upstream.Serve(Issue, GitHubJson.Issue("a/b", 1));
        await Api.GetIssueAsync("a", "b", "1", Cancel);
        Upstream.UserAgents.ShouldHaveSingleItem().ShouldMatch(@"^NewsEducator/\d+\.\d+ \(\+https://example\.org/bot\)$");
    }

    [Fact]
    public async Task A_redirect_within_the_upstream_is_followed()
    {
        Upstream.Redirect(Issue, new Uri(Upstream.Address, "/github/repositories/7/issues/1").ToString());
        Upstream.Serve("/github/repositories/7/issues/1", GitHubJson.Issue("new/name", 1));
        (await Api.GetIssueAsync("a", "b", "1", Cancel))!.HtmlUrl.ShouldBe("https://github.com/new/name/issues/1");
    }

    [Fact]
    public async Task A_redirect_to_another_host_is_told_and_never_dialled()
    {
        await using var elsewhere = await FakeUpstream.StartAsync();
        Upstream.Redirect(Issue, new Uri(elsewhere.Address, "/github/repos/a/b/issues/1").ToString());
        var fault = await FaultAsync();
        fault.RedirectedTo.ShouldNotBeNull().Port.ShouldBe(elsewhere.Address.Port);
        elsewhere.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/github-evil/issues")]
    [InlineData("/github/../admin")]
    public async Task A_redirect_out_of_the_upstreams_path_is_not_followed(string target)
    {
        Upstream.Redirect(Issue, target);
        (await FaultAsync()).RedirectedTo.ShouldNotBeNull();
        Upstream.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_loop_of_redirects_ends()
    {
        Upstream.Redirect(Issue, Issue);
        (await FaultAsync()).Detail.ShouldContain("redirects");
        Upstream.Requests.Count.ShouldBe(6);
    }

    [Fact]
    public async Task An_answer_of_three_megabytes_is_read()
    {
        Upstream.Serve(Issue, GitHubJson.Issue("a/b", 1, body: new string('x', 3_000_000)));
        (await Api.GetIssueAsync("a", "b", "1", Cancel))!.Body.ShouldNotBeNull().Length.ShouldBe(3_000_000);
    }

    [Fact]
    public async Task A_compressed_bomb_is_refused_at_the_cap_and_not_asked_for_again()
    {
        Upstream.On(Issue, BombAsync);
        var fault = await FaultAsync();
        fault.ShouldSatisfyAllConditions(it => it.Lasting.ShouldBeFalse(), it => it.Detail.ShouldContain("longer than"));
        Upstream.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_passing_fault_is_tried_again()
    {
        var asked = 0;
        Upstream.On(
            Issue,
            context =>
            {
                context.Response.StatusCode = ++asked < 3 ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
                return asked < 3 ? Task.CompletedTask : context.Response.WriteAsync(GitHubJson.Issue("a/b", 1));
            }
        );
        (await Api.GetIssueAsync("a", "b", "1", Cancel))!.Title.ShouldNotBeEmpty();
        asked.ShouldBe(3);
    }

    [Theory]
    [InlineData(404, FaultKind.Gone)]
    [InlineData(410, FaultKind.Gone)]
    [InlineData(451, FaultKind.Forbidden)]
    [InlineData(401, FaultKind.Forbidden)]
    [InlineData(403, FaultKind.Forbidden)]
    [InlineData(429, FaultKind.Limited)]
    [InlineData(408, FaultKind.Later)]
    [InlineData(500, FaultKind.Later)]
    [InlineData(503, FaultKind.Later)]
    public async Task Only_what_is_gone_is_gone_for_good(int status, object kind)
    {
        Upstream.Fail(Issue, status);
        (await FaultAsync()).ShouldSatisfyAllConditions(
            it => it.Kind.ShouldBe((FaultKind)kind),
            it => it.Lasting.ShouldBe((FaultKind)kind is FaultKind.Gone)
        );
    }

    [Fact]
    public async Task Something_else_than_JSON_is_told_apart()
    {
        Upstream.Serve(Issue, "<html>Unicorn!</html>", "text/html");
        (await FaultAsync()).ShouldSatisfyAllConditions(it => it.Lasting.ShouldBeFalse(), it => it.Detail.ShouldContain("JSON"));
    }

    [Fact]
    public async Task A_spent_rate_limit_says_when_it_is_full_again()
    {
        var reset = Some.Now.AddMinutes(40);
        Upstream.On(
            Issue,
            context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                context.Response.Headers["x-ratelimit-remaining"] = "0";
                context.Response.Headers["x-ratelimit-reset"] = reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
                return Task.CompletedTask;
            }
        );
        (await FaultAsync()).NotBefore.ShouldBe(reset);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<UpstreamFault> FaultAsync()
    {
        var error = await Should.ThrowAsync<Exception>(() => Api.GetIssueAsync("a", "b", "1", Cancel));
        return UpstreamFault.Of(error, Some.Now).ShouldNotBeNull();
    }

    private static async Task BombAsync(HttpContext context)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        var zeros = new byte[1 << 20];
        for (var megabyte = 0; megabyte < 64; megabyte++)
        {
            await gzip.WriteAsync(zeros, context.RequestAborted);
        }
    }
}
