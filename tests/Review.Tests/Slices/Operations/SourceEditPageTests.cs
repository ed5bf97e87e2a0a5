using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NewsEducator.Review.Tests.Slices.Operations;

/// <summary>The pages of an editor of sources, with a Collector that answers over HTTP and keeps what it was asked.</summary>
public sealed class SourceEditPageTests : IAsyncLifetime
{
    private const string Current = "\"2\"";

    private readonly StubService _collector = new();
    private ReviewApp _app = null!;

    private List<string> Asked => [.. _collector.Calls.Select(call => $"{call.By} {call.Path} {call.Body}")];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var http = _collector.Http;
        http.MapGet(
            "/api/sources/recognise",
            () =>
                new
                {
                    id = "blog",
                    kind = "feed",
                    target = "https://blog.example/f",
                }
        );
        http.MapPost("/api/sources/dry-run", Keep(Trial));
        http.MapPost("/api/sources", Keep(new JsonObject()));
        http.MapPost("/api/sources/diff", _collector.Keep((_, body) => body == "wrong" ? Wrong : Results.Text(Diff, "application/json")));
        http.MapPost(
            "/api/sources/gone/poll",
            () => Results.Problem("No source is called gone.", statusCode: StatusCodes.Status404NotFound)
        );
        http.MapPost("/api/sources/import", Keep(new JsonObject()));
        http.MapPut(
            "/api/sources/{id}",
            _collector.Keep(
                (request, _) =>
                    request.Headers.IfMatch == Current
                        ? Results.NoContent()
                        : Results.Problem("Somebody changed the source meanwhile.", statusCode: StatusCodes.Status412PreconditionFailed)
            )
        );
        http.MapGet(
            "/api/sources/{id}",
            (HttpResponse response) =>
            {
                response.Headers.ETag = Current;
                return new
                {
                    kind = "feed",
                    target = "https://blog.example/theirs",
                    interval = "6h",
                    enabled = true,
                };
            }
        );
        await http.StartAsync(Cancel);
        _app = await ReviewApp.StartAsync(("services:collector:http:0", _collector.Address));
        _collector.Review = _app;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _collector.DisposeAsync();
    }

    private const string Diff =
        """{"added":["<i>new</i>"],"changed":[],"missing":[],"unchanged":2,"refused":[{"id":"f","target":"ftp://x.example/f","code":"whitelist","reason":"no address"}]}""";

    private static IResult Wrong =>
        Results.ValidationProblem(new Dictionary<string, string[]> { ["sources"] = ["line 1: this", "line 9: that"] });

    private static JsonNode Trial =>
        JsonNode.Parse(
            """
            {"listed":2,"items":[
                {"url":"https://blog.example/1","title":"<b>One</b>","outcome":"WouldBeCollected","score":4.5},
                {"url":"https://blog.example/2","title":"Two","outcome":"WouldBeDropped","reason":"Marketing","detail":"book a demo"}]}
            """
        )!;

    [Fact]
    public async Task A_pasted_address_shows_what_would_come_and_is_saved_in_the_editors_name()
    {
        using var page = await PageSession.SignInAsync(_app, "editor");

        var html = await (await page.GetAsync("/sources/new?url=https%3A%2F%2Fblog.example%2Ff")).Content.ReadAsStringAsync(Cancel);
        var shown = WebUtility.HtmlDecode(html);
        html.ShouldNotContain("<b>One</b>");
        shown.ShouldContain("<b>One</b>");
        shown.ShouldContain("会丢弃");
        shown.ShouldContain("href=\"/sources\" aria-current=\"page\"");
        shown.ShouldContain("book a demo");
        // The Collector refuses a member that a trial does not have.
        Asked.ShouldHaveSingleItem().ShouldContain("/api/sources/dry-run {\"kind\":\"feed\"");

        var saved = await page.PostAsync(
            "/sources/save",
            ("id", "blog"),
            ("kind", "feed"),
            ("target", "https://blog.example/f"),
            ("interval", "1h"),
            ("enabled", "on"),
            ("act", "save")
        );

        saved.Headers.Location!.ToString().ShouldBe("/sources");
        Asked[^1].ShouldStartWith("the editor /api/sources {\"id\":\"blog\"");
    }

    [Fact]
    public async Task A_change_that_somebody_overtook_is_shown_beside_theirs_and_can_be_saved_knowingly()
    {
        using var page = await PageSession.SignInAsync(_app, "editor");
        (string, string)[] form = [("id", "blog"), ("kind", "feed"), ("target", "https://blog.example/mine"), ("act", "save")];

        var refused = await page.PostAsync("/sources/save", [.. form, ("version", "\"1\"")]);
        var shown = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancel));
        var saved = await page.PostAsync("/sources/save", [.. form, ("version", Current)]);

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        shown.ShouldContain("有人刚改过这个来源，现在是：feed https://blog.example/theirs · 6h · 启用");
        shown.ShouldContain("value=\"https://blog.example/mine\"");
        shown.ShouldContain($"name=\"version\" value=\"{Current}\"");
        saved.Headers.Location!.ToString().ShouldBe("/sources");
    }

    [Fact]
    public async Task A_pause_that_is_pressed_twice_pauses()
    {
        using var page = await PageSession.SignInAsync(_app, "editor");

        await page.PostAsync("/sources/blog/pause", ("enabled", "true"));
        Asked.ShouldBeEmpty("it is as wished");
        await page.PostAsync("/sources/blog/pause", ("enabled", "false"));

        Asked.ShouldHaveSingleItem().ShouldContain("\"enabled\":false");
    }

    [Fact]
    public async Task A_refusal_is_said_on_the_list_and_no_link_makes_it_say_anything_else()
    {
        using var page = await PageSession.SignInAsync(_app, "editor");

        var refused = await page.PostAsync("/sources/gone/poll");
        var list = await (await page.GetAsync($"{refused.Headers.Location}")).Content.ReadAsStringAsync(Cancel);
        var foreign = await (await page.GetAsync("/sources?said=Call+555-1234")).Content.ReadAsStringAsync(Cancel);

        WebUtility.HtmlDecode(list).ShouldContain("No source is called gone.");
        foreign.ShouldNotContain("555-1234");
    }

    [Fact]
    public async Task An_import_says_what_it_leaves_out_and_of_a_wrong_file_each_line()
    {
        using var page = await PageSession.SignInAsync(_app, "editor");

        var seen = await page.PostFileAsync("/sources", "/sources/import", "file", "sources.opml", "<opml/>");
        var wrong = await page.PostFileAsync("/sources", "/sources/import", "file", "sources.yaml", "wrong");

        var shown = WebUtility.HtmlDecode(await seen.Content.ReadAsStringAsync(Cancel));
        shown.ShouldContain("不会导入的 1 个");
        shown.ShouldContain("ftp://x.example/f");
        shown.ShouldContain("no address");
        shown.ShouldContain("它的域名不在白名单里");
        shown.ShouldContain("/sources/hosts?url=ftp%3A%2F%2Fx.example%2Ff");
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var told = WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync(Cancel));
        told.ShouldContain("<li>line 1: this</li>");
        told.ShouldContain("<li>line 9: that</li>");
    }

    [Fact]
    public async Task A_Collector_that_is_away_is_not_taken_for_a_wrong_address()
    {
        await _collector.Http.StopAsync(Cancel);
        using var page = await PageSession.SignInAsync(_app, "editor");

        var shown = await (await page.GetAsync("/sources/new?url=https%3A%2F%2Fblog.example%2Ff")).Content.ReadAsStringAsync(Cancel);

        WebUtility.HtmlDecode(shown).ShouldContain("现在读不到来源的状态");
    }

    [Fact]
    public async Task An_import_shows_what_it_changes_and_is_applied_only_when_confirmed()
    {
        using var page = await PageSession.SignInAsync(_app, "editor");

        var seen = await page.PostFileAsync("/sources", "/sources/import", "file", "sources.yaml", "- id: new");
        var html = await seen.Content.ReadAsStringAsync(Cancel);
        html.ShouldContain("&lt;i&gt;new");
        Asked.ShouldHaveSingleItem().ShouldContain("/api/sources/diff - id: new");

        await page.PostFileAsync("/sources", "/sources/import", "text", file: null, "- id: new");
        Asked[^1].ShouldContain("/api/sources/import - id: new");
    }

    [Fact]
    public async Task Viewers_and_reviewers_change_no_source()
    {
        using var page = await PageSession.SignInAsync(_app, "reviewer");

        (await page.GetAsync("/sources/new")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await page.PostAsync("/sources/save", ("id", "x"), ("kind", "feed"))).Headers.Location!.ToString().ShouldContain("/signin");
        Asked.ShouldBeEmpty();
    }

    private Func<HttpRequest, Task<IResult>> Keep(JsonNode answer) =>
        _collector.Keep((_, _) => Results.Text(answer.ToJsonString(), "application/json"));
}
