using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace NewsEducator.Collector.Tests.Slices;

[Collection(SliceCollection.Name)]
public sealed class InputTests(CollectorFixture fixture)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("POST", "/api/items", """{"url":"https://github.com/a/b\u0000/issues/1"}""", "url")]
    [InlineData("POST", "/api/items", """{"url":"https://github.com/a/b\u001b/issues/1"}""", "url")]
    [InlineData("POST", "/api/sources", """{"id":"a\u0000","kind":"github-issues","target":"a/b"}""", "id")]
    [InlineData("POST", "/api/sources", """{"id":"a","kind":"github\u0007","target":"a/b"}""", "kind")]
    [InlineData("POST", "/api/sources", """{"id":"a","kind":"github-issues","target":"a/b\u0000"}""", "target")]
    [InlineData("POST", "/api/sources/dry-run", """{"kind":"github-issues","target":"a/b","interval":"\u00001d"}""", "interval")]
    [InlineData("GET", "/api/items?source=a%00b", null, "source")]
    [InlineData("GET", "/api/sources?after=%00", null, "after")]
    public async Task A_control_character_is_refused_and_the_field_is_named(string method, string path, string? body, string field)
    {
        var answer = await SendAsync(method, path, body);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel))
            .GetProperty("errors")
            .EnumerateObject()
            .Select(error => error.Name)
            .ShouldBe([field]);
    }

    [Theory]
    [InlineData("""{"id":"a\n","kind":"github-issues","target":"a/b"}""", "id")]
    [InlineData("""{"id":"a","kind":"github-issues\n","target":"a/b"}""", "kind")]
    [InlineData("""{"id":"a","kind":"github-issues","target":"a/b\n"}""", "target")]
    [InlineData("""{"id":"a","kind":"feed","target":"https://blog.example.org/a\tb"}""", "target")]
    [InlineData("""{"id":"a","kind":"github-issues","target":"a/b","interval":"1d\n"}""", "interval")]
    public async Task A_line_end_is_refused_by_the_form_of_its_field(string body, string field)
    {
        var answer = await SendAsync("POST", "/api/sources", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("errors").TryGetProperty(field, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task An_address_with_a_line_end_is_kept_as_one_that_cannot_be_fetched()
    {
        var answer = await SendAsync("POST", "/api/items", """{"url":"https://github.com/a/b\n/issues/1"}""");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("state").GetString().ShouldBe("Dropped");
    }

    [Theory]
    [InlineData("""{"id":null,"kind":null,"target":null}""")]
    [InlineData("null")]
    public async Task What_is_missing_is_an_error_of_the_caller(string body) =>
        ((int)(await SendAsync("POST", "/api/sources", body)).StatusCode).ShouldBeInRange(400, 422);

    [Fact]
    public async Task A_control_character_in_a_file_of_sources_is_named_with_its_line()
    {
        var answer = await SendAsync("POST", "/api/sources/diff", "- id: a\n  kind: github-issues\n  repository: a/b\0\n");
        ((int)answer.StatusCode).ShouldBeInRange(400, 422);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("line 3");
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string path, string? body)
    {
        using var client = fixture.App.ClientOf("operator");
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        if (path.StartsWith("/api/sources?", StringComparison.Ordinal))
        {
            request.Headers.Authorization = new("Bearer", "service");
        }

        return await client.SendAsync(request, Cancel);
    }
}
