using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NewsEducator.Review.Tests.Slices.Operations;

/// <summary>The pages of an editor of sources, with a Collector that answers over HTTP and keeps what it was asked.</summary>
public sealed class SourceEditPageTests : IAsyncLifetime
{
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
        http.MapPost("/api/sources/diff", Keep(JsonNode.Parse("""{"added":["<i>new</i>"],"changed":[],"missing":[],"unchanged":2}""")!));
        http.MapPost("/api/sources/import", Keep(new JsonObject()));
        http.MapPut(
            "/api/sources/{id}",
            () => Results.Problem("Somebody changed the source meanwhile.", statusCode: StatusCodes.Status412PreconditionFailed)
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
    public async Task A_change_that_somebody_overtook_is_shown_again_with_the_reason()
    {
        using var page = await PageSession.SignInAsync(_app, "editor");

        var refused = await page.PostAsync("/sources/save", ("id", "blog"), ("kind", "feed"), ("version", "\"1\""), ("act", "save"));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync(Cancel)).ShouldContain("Somebody changed the source meanwhile.");
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
