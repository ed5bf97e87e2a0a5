using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Tests.Slices.Operations;

/// <summary>Hosts that people asked for, with a Compliance and a Collector that answer over HTTP and keep what they were asked. That the real
/// Compliance decides so is seen in <c>Compliance.Tests HostRequestTests</c>.</summary>
public sealed class HostPageTests : IAsyncLifetime
{
    private static readonly Guid Open = new("0196f1a0-0000-7000-8000-00000000000a");
    private readonly StubService _service = new();
    private bool _nobodyAsked;
    private ReviewApp _app = null!;

    private List<string> Asked => [.. _service.Calls.Select(call => $"{call.By} {call.Path} {call.Body}")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var http = _service.Http;
        http.MapGet("/api/policy/hosts", () => _nobodyAsked ? [] : Requests);
        http.MapPost(
            "/api/policy/hosts",
            _service.Keep((_, body) => body.Contains("taken", StringComparison.Ordinal) ? Taken : Results.Created())
        );
        http.MapPost("/api/policy/hosts/{id}/grant", _service.Keep((_, _) => Results.Ok(Requests[0])));
        http.MapPost("/api/policy/hosts/{id}/decline", _service.Keep((_, _) => Results.Ok(Requests[0])));
        http.MapPost(
            "/api/sources",
            _service.Keep(
                (_, _) =>
                    Results.ValidationProblem(
                        new Dictionary<string, string[]> { ["target"] = ["https://new.example/f is not on the whitelist of policy 3."] },
                        extensions: new Dictionary<string, object?>
                        {
                            ["code"] = "source.not-whitelisted",
                            ["page"] = "https://new.example/f",
                        }
                    )
            )
        );
        await http.StartAsync(Cancel);
        _app = await ReviewApp.StartAsync(
            ("services:compliance:http:0", _service.Address),
            ("services:collector:http:0", _service.Address)
        );
        _service.Review = _app;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task A_source_that_the_policy_forbids_can_be_asked_for_at_once()
    {
        using var page = await PageSession.SignInAsync(_app, "editor");

        var refused = await page.PostAsync(
            "/sources/save",
            ("id", "new"),
            ("kind", "feed"),
            ("target", "https://new.example/f"),
            ("act", "save")
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var form = Between(await ShownAsync(refused), "action=\"/sources/hosts\"", "</form>");
        form.ShouldContain("value=\"https://new.example/f\"");
        var asked = await page.PostAsync(
            "/sources/hosts",
            ("url", "https://new.example/f"),
            ("reason", "postmortems"),
            ("paths", "/f /g/")
        );

        asked.Headers.Location!.ToString().ShouldBe("/sources/hosts?said=asked");
        Asked[^1].ShouldBe("""the editor /api/policy/hosts {"url":"https://new.example/f","reason":"postmortems","paths":["/f","/g/"]}""");
    }

    [Fact]
    public async Task A_refused_request_says_why_in_the_readers_language_and_keeps_what_was_typed()
    {
        using var page = await PageSession.SignInAsync(_app, "editor");
        await page.PostAsync("/language", ("to", "en"));

        var refused = await page.PostAsync("/sources/hosts", ("url", "https://taken.example/"), ("reason", "<i>mine</i>"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var html = await refused.Content.ReadAsStringAsync(Cancel);
        html.ShouldSatisfyAllConditions(
            each => each.ShouldContain("Somebody asked already."),
            each => each.ShouldNotContain("<i>"),
            each => each.ShouldContain("https://taken.example/")
        );
    }

    [Theory]
    [InlineData("/sources")]
    [InlineData("/sources/hosts")]
    public async Task Everybody_sees_who_asked_why_and_what_became_of_it(string address)
    {
        using var page = await PageSession.SignInAsync(_app, "viewer");

        var html = await (await page.GetAsync(address)).Content.ReadAsStringAsync(Cancel);
        html.ShouldNotContain("<b>");
        var shown = WebUtility.HtmlDecode(html);

        shown.ShouldContain("白名单申请：1 个待答复");
        Between(shown, $"id=\"host-{Open}\"", "</li>")
            .ShouldSatisfyAllConditions(
                row => row.ShouldContain("blog.example"),
                row => row.ShouldContain("eva"),
                row => row.ShouldContain("<b>posts</b>"),
                row => row.ShouldContain("等运维人员答复"),
                row => row.ShouldNotContain("<form")
            );
        shown.ShouldContain("ann 拒绝");
        shown.ShouldContain("only marketing");
        shown.ShouldContain("ann 同意，第 4 版策略起生效");
    }

    [Fact]
    public async Task An_operator_grants_with_folders_or_declines_with_a_reason()
    {
        using var page = await PageSession.SignInAsync(_app, "operator");

        (await ShownAsync(await page.GetAsync("/sources/hosts"))).ShouldContain("同意 blog.example");
        var granted = await page.PostAsync($"/sources/hosts/{Open}/grant", ("paths", "/posts/"), ("comment", "ok"));
        var declined = await page.PostAsync($"/sources/hosts/{Open}/decline", ("reason", "no"));

        granted.Headers.Location!.ToString().ShouldBe("/sources/hosts?said=granted");
        declined.Headers.Location!.ToString().ShouldBe("/sources/hosts?said=declined");
        Asked.ShouldBe([
            $$"""the operator /api/policy/hosts/{{Open}}/grant {"comment":"ok","paths":["/posts/"]}""",
            $$"""the operator /api/policy/hosts/{{Open}}/decline {"reason":"no"}""",
        ]);
    }

    [Fact]
    public async Task Nobody_below_decides_or_asks()
    {
        using var editor = await PageSession.SignInAsync(_app, "editor");
        using var reviewer = await PageSession.SignInAsync(_app, "reviewer");

        (await editor.PostAsync($"/sources/hosts/{Open}/grant")).Headers.Location!.ToString().ShouldContain("/signin");
        (await reviewer.PostAsync("/sources/hosts", ("url", "https://a.example/"), ("reason", "x")))
            .Headers.Location!.ToString()
            .ShouldContain("/signin");
        (await ShownAsync(await reviewer.GetAsync("/sources/hosts"))).ShouldNotContain("action=\"/sources/hosts\"");
        Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_requests_the_page_says_how_one_comes_about()
    {
        _nobodyAsked = true;
        using var page = await PageSession.SignInAsync(_app, "viewer");

        (await ShownAsync(await page.GetAsync("/sources/hosts"))).ShouldContain("没有人申请过域名");
    }

    private static IResult Taken =>
        Results.Problem(
            "已经有人申请。",
            statusCode: StatusCodes.Status409Conflict,
            extensions: new Dictionary<string, object?> { ["code"] = "host.asked", ["detailEn"] = "Somebody asked already." }
        );

    private static HostRequestView[] Requests =>
        [
            Request("blog.example", HostRequestState.Open) with
            {
                Id = Open,
                Reason = "<b>posts</b>",
            },
            Request("old.example", HostRequestState.Declined) with
            {
                DecidedBy = "ann",
                Answer = "only marketing",
            },
            Request("good.example", HostRequestState.Granted) with
            {
                DecidedBy = "ann",
                PolicyNumber = 4,
            },
        ];

    private static HostRequestView Request(string host, HostRequestState state) =>
        new(
            Guid.NewGuid(),
            host,
            [],
            $"https://{host}/feed.xml",
            "reason",
            "eva",
            new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero),
            state,
            null,
            null,
            null,
            null
        );

    private static async Task<string> ShownAsync(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));

    private static string Between(string text, string start, string end) => text.Split(start, 2)[1].Split(end, 2)[0];
}
