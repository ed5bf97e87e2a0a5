using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace NewsEducator.Collector.Tests.Slices;

[Collection(SliceCollection.Name)]
public sealed class SourcesExchangeTests(CollectorFixture fixture)
{
    private readonly CollectorDriver _collector = new(fixture.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_exported_changes_nothing_when_it_is_imported_again()
    {
        await _collector.ConfigureAsync();
        var yaml = await _collector.Http.GetStringAsync("/api/sources/export", Cancel);
        yaml.ShouldContain($"- id: {_collector.SourceId}\n  kind: github-issues\n  repository: {_collector.Repository}\n  interval: 1d\n");
        var diff = await SendAsync("diff", yaml);
        (diff.GetProperty("added").GetArrayLength(), diff.GetProperty("changed").GetArrayLength()).ShouldBe((0, 0));
    }

    [Fact]
    public async Task An_import_adds_and_changes_and_tells_what_the_file_lacks()
    {
        await _collector.ConfigureAsync();
        var other = $"other-{Guid.NewGuid():N}";
        var yaml =
            $"- id: {_collector.SourceId}\n  kind: github-issues\n  repository: {_collector.Repository}\n  interval: 2h\n- id: {other}\n  kind: github-advisories\n  ecosystem: npm\n";
        var diff = await SendAsync("diff", yaml);
        diff.GetProperty("added").EnumerateArray().Select(id => id.GetString()).ShouldBe([other]);
        diff.GetProperty("changed")[0].GetProperty("fields").ToString().ShouldBe("""[{"name":"interval","before":"1d","after":"2h"}]""");
        (await _collector.Http.GetAsync($"/api/sources/{other}", Cancel)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound,
            "a diff changes nothing"
        );

        await SendAsync("import", yaml);
        var made = await _collector.Http.GetFromJsonAsync<JsonElement>($"/api/sources/{other}", Cancel);
        made.GetProperty("target").GetString().ShouldBe("npm");
        (await SendAsync("diff", $"- id: {other}\n  kind: github-advisories\n  ecosystem: npm\n"))
            .GetProperty("missing")
            .EnumerateArray()
            .Select(id => id.GetString())
            .ShouldContain(_collector.SourceId);
    }

    [Fact]
    public async Task A_wrong_file_is_told_by_line_and_field_and_nothing_of_it_is_taken()
    {
        var id = $"fine-{Guid.NewGuid():N}";
        var answer = await _collector.Http.PostAsync(
            "/api/sources/import",
            Yaml($"- id: {id}\n  kind: huggingface-papers\n- id: health\n  kind: nonsense\n"),
            Cancel
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("errors").GetProperty("sources").ToString();
        errors.ShouldContain("line 3: id");
        errors.ShouldContain("line 4: kind");
        (await _collector.Http.GetAsync($"/api/sources/{id}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Of_a_list_of_another_reader_the_good_ones_are_taken_and_each_other_one_is_named()
    {
        await _collector.ConfigureAsync();
        var good = $"https://github.com/{_collector.Repository}/releases.atom";
        var opml =
            $"""<opml version="2.0" xmlns:n="urn:news-educator:sources"><body><outline xmlUrl="ftp://x.example/f"/><outline xmlUrl="https://unknown.example/f"/><outline xmlUrl="{good}"/><outline n:id="{_collector.SourceId}" n:kind="nonsense" n:target="x"/></body></opml>""";

        var diff = await SendAsync("import", opml);

        var id = diff.GetProperty("added").EnumerateArray().ShouldHaveSingleItem().GetString();
        var refused = diff.GetProperty("refused").EnumerateArray().ToList();
        refused.ConvertAll(row => row.GetProperty("target").GetString()).ShouldBe(["ftp://x.example/f", "https://unknown.example/f", "x"]);
        refused.ConvertAll(row => row.GetProperty("code").GetString()).ShouldBe(["invalid", "whitelist", "invalid"]);
        refused[1].GetProperty("reason").GetString().ShouldNotBeNull().ShouldContain("whitelist");
        (await _collector.Http.GetFromJsonAsync<JsonElement>($"/api/sources/{id}", Cancel))
            .GetProperty("target")
            .GetString()
            .ShouldBe(good);
        // Else a pruning import would delete it.
        diff.GetProperty("missing").EnumerateArray().Select(row => row.GetString()).ShouldNotContain(_collector.SourceId);
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_become_of_each_item_and_stores_nothing()
    {
        _collector.Has(
            (1, "Deadlock when two workers commit at once", _collector.Body, CollectorDriver.Today),
            (2, "Release v4.2.0", _collector.Body, CollectorDriver.Today),
            (3, "It is broken", "", CollectorDriver.Today)
        );
        var answer = await _collector.Http.PostAsJsonAsync(
            "/api/sources/dry-run",
            new { kind = "github-issues", target = _collector.Repository },
            Cancel
        );
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        report
            .GetProperty("items")
            .EnumerateArray()
            .Select(item =>
                (item.GetProperty("outcome").GetString(), item.TryGetProperty("reason", out var reason) ? reason.GetString() : null)
            )
            .ShouldBe([("WouldBeCollected", null), ("WouldBeDropped", "Release"), ("WouldBeDropped", "Empty")]);
        (await _collector.Http.GetAsync($"/api/items/{_collector.Id(1)}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_dry_run_of_a_source_that_cannot_be_read_says_why()
    {
        await _collector.ConfigureAsync();
        var answer = await _collector.Http.PostAsync($"/api/sources/{_collector.SourceId}/dry-run", null, Cancel);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel))
            .GetProperty("error")
            .GetString()
            .ShouldNotBeNull()
            .ShouldContain("404");
        (await _collector.HealthAsync()).LastError.ShouldBeNull("a trial is no poll");
    }

    [Fact]
    public async Task Failing_sources_are_counted_and_shown_with_their_error()
    {
        await _collector.ConfigureAsync();
        fixture.App.Upstream.Fail($"/github/repos/{_collector.Repository}/issues", 500);
        await _collector.PollAsync();
        var health = await _collector.Http.GetFromJsonAsync<JsonElement>("/api/sources/health", Cancel);
        health.GetProperty("counts").GetProperty("failing").GetInt32().ShouldBeGreaterThan(0);
        var shown = health
            .GetProperty("troubled")
            .EnumerateArray()
            .Single(source => source.GetProperty("id").GetString() == _collector.SourceId);
        shown.GetProperty("health").GetProperty("lastError").GetString().ShouldNotBeNull().ShouldContain("500");
    }

    private async Task<JsonElement> SendAsync(string what, string yaml)
    {
        var answer = await _collector.Http.PostAsync($"/api/sources/{what}", Yaml(yaml), Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }

    private static StringContent Yaml(string text) => new(text, Encoding.UTF8, "application/yaml");
}
