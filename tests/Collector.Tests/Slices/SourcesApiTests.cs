using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace NewsEducator.Collector.Tests.Slices;

[Collection(SliceCollection.Name)]
public sealed class SourcesApiTests(CollectorFixture fixture)
{
    private readonly CollectorDriver _collector = new(fixture.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Address => $"/api/sources/{_collector.SourceId}";

    [Fact]
    public async Task An_edit_needs_the_tag_of_the_version_that_it_edits()
    {
        await _collector.ConfigureAsync();
        (await PutAsync(tag: null)).StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await PutAsync("\"7\"")).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);

        var first = (await _collector.Http.GetAsync(Address, Cancel)).Headers.ETag.ShouldNotBeNull().ToString();
        var edited = await PutAsync(first);
        edited.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await PutAsync(first)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await PutAsync(edited.Headers.ETag.ShouldNotBeNull().ToString())).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await SourceAsync()).GetProperty("interval").GetString().ShouldBe("2h");
    }

    [Fact]
    public async Task A_poll_does_not_change_the_tag()
    {
        _collector.Has();
        await _collector.ConfigureAsync();
        var before = (await _collector.Http.GetAsync(Address, Cancel)).Headers.ETag;
        await _collector.PollAsync();
        (await _collector.Http.GetAsync(Address, Cancel)).Headers.ETag.ShouldBe(before);
    }

    [Fact]
    public async Task A_member_that_nobody_knows_is_named_and_changes_nothing()
    {
        var answer = await _collector.Http.PostAsJsonAsync(
            "/api/sources",
            new
            {
                id = "paused-by-mistake",
                kind = "github-issues",
                target = "a/b",
                enable = false,
            },
            Cancel
        );

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("enable");
        (await _collector.Http.GetAsync("/api/sources/paused-by-mistake", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task All_that_is_wrong_with_a_source_is_told_by_field()
    {
        var answer = await _collector.Http.PostAsJsonAsync(
            "/api/sources",
            new
            {
                id = "No Id",
                kind = "github-issues",
                target = "https://github.com/a/b",
                interval = "1s",
            },
            Cancel
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("errors");
        errors.EnumerateObject().Select(error => error.Name).ShouldBe(["id", "interval", "target"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_id_is_used_once()
    {
        await _collector.ConfigureAsync();
        var again = await _collector.Http.PostAsJsonAsync(
            "/api/sources",
            new { id = _collector.SourceId, kind = "huggingface-papers" },
            Cancel
        );
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        again.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_deleted_source_is_gone_and_its_items_stay()
    {
        _collector.Has((1, "Deadlock", _collector.Body, CollectorDriver.Today));
        await _collector.ConfigureAsync();
        await _collector.PollAsync();
        var delete = new HttpRequestMessage(HttpMethod.Delete, Address) { Headers = { { "If-Match", "*" } } };
        (await _collector.Http.SendAsync(delete, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _collector.Http.GetAsync(Address, Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _collector.ItemAsync(_collector.Id(1))).Item.Url.ShouldBe(_collector.Url(1));
    }

    [Fact]
    public async Task Items_are_paged_from_the_newest_and_filtered()
    {
        _collector.Has([.. Enumerable.Range(1, 5).Select(number => (number, "Release v1.0", "Text", CollectorDriver.Today))]);
        await _collector.ConfigureAsync();
        await _collector.PollAsync();
        var list = $"/api/items?source={_collector.SourceId}&state=Dropped&reason=Release&limit=2";
        var seen = new List<string>();
        for (long? next = long.MaxValue; next is not null; )
        {
            var page = await _collector.Http.GetFromJsonAsync<JsonElement>($"{list}&before={next}", Cancel);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("url").GetString()!));
            next = page.GetProperty("next").Deserialize<long?>();
        }

        seen.ShouldBe(Enumerable.Range(1, 5).Reverse().Select(_collector.Url));
    }

    [Theory]
    [InlineData("GET", "/api/sources", "viewer", HttpStatusCode.OK)]
    [InlineData("GET", "/api/sources", "service", HttpStatusCode.OK)]
    [InlineData("GET", "/api/sources", "unknown", HttpStatusCode.Unauthorized)]
    [InlineData("POST", "/api/sources", "viewer", HttpStatusCode.Forbidden)]
    [InlineData("PUT", "/api/sources/x", "viewer", HttpStatusCode.Forbidden)]
    [InlineData("DELETE", "/api/sources/x", "viewer", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/api/sources/x/poll", "viewer", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/api/items", "viewer", HttpStatusCode.Forbidden)]
    [InlineData("GET", "/api/items", "unknown", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/api/snapshots/none", "service", HttpStatusCode.NotFound)]
    [InlineData("GET", "/api/snapshots/none", "unknown", HttpStatusCode.Unauthorized)]
    public async Task Each_caller_may_do_what_its_role_allows(string method, string path, string token, HttpStatusCode status)
    {
        using var client = fixture.App.ClientOf(token);
        var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = method == "GET" ? null : JsonContent.Create(new { }),
        };
        (await client.SendAsync(request, Cancel)).StatusCode.ShouldBe(status);
    }

    private Task<HttpResponseMessage> PutAsync(string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, Address)
        {
            Content = JsonContent.Create(
                new
                {
                    kind = "github-issues",
                    target = _collector.Repository,
                    interval = "2h",
                }
            ),
        };
        if (tag is not null)
        {
            request.Headers.Add("If-Match", tag);
        }

        return _collector.Http.SendAsync(request, Cancel);
    }

    private async Task<JsonElement> SourceAsync() => await _collector.Http.GetFromJsonAsync<JsonElement>(Address, Cancel);
}
