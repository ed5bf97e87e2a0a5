using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Collector.Policies;
using NewsEducator.Collector.Tests.Upstreams;

namespace NewsEducator.Collector.Tests.Slices;

/// <summary>The whitelist is Compliance's: asked for over its API, kept for when it is away.</summary>
[Collection(SliceCollection.Name)]
public sealed class PolicyTests(CollectorFixture fixture)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("feed", "https://other.example.net/feed.xml")]
    [InlineData("feed", "https://blog.example.org.evil.example/feed.xml")]
    public async Task A_source_that_the_policy_forbids_is_refused_when_it_is_added_with_the_reason(string kind, string target)
    {
        using var client = fixture.App.ClientOf("operator");
        var refused = await client.PostAsJsonAsync(
            "/api/sources",
            new
            {
                id = $"s{Guid.NewGuid():N}",
                kind,
                target,
            },
            Cancel
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var reason = await refused.Content.ReadAsStringAsync(Cancel);
        reason.ShouldContain("policy 7");
        reason.ShouldContain("target");
        var problem = JsonNode.Parse(reason)!;
        ((string)problem["code"]!, (string)problem["page"]!).ShouldBe(("source.not-whitelisted", target));
        var file = await client.PostAsync(
            "/api/sources/import",
            new StringContent($"- id: x{Guid.NewGuid():N}\n  kind: {kind}\n  feed: {target}\n"),
            Cancel
        );
        (await file.Content.ReadAsStringAsync(Cancel)).ShouldContain("policy 7");
    }

    [Fact]
    public async Task A_host_that_is_added_to_the_policy_counts_at_once_and_the_answer_is_kept_for_the_next_start()
    {
        await using var app = await CollectorApp.StartAsync();
        using var client = app.ClientOf("operator");
        var source = new
        {
            id = "late",
            kind = "feed",
            target = "https://late.example.net/feed.xml",
        };
        (await client.PostAsJsonAsync("/api/sources", source, Cancel)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        app.Upstream.Allow("late.example.net");
        (await client.PostAsJsonAsync("/api/sources", source, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Created);

        app.Upstream.Fail("/api/policy", 500);
        var restarted = new Whitelist();
        using var ask = ActivatorUtilities.CreateInstance<AskPolicy>(app.Services, restarted);
        await ask.RequireAsync(Cancel);
        restarted.Allows(new Uri("https://late.example.net/1")).ShouldBeTrue();
    }

    [Fact]
    public async Task Until_Compliance_answered_once_nothing_is_collected_and_that_is_said()
    {
        await using var app = await CollectorApp.StartAsync();
        app.Upstream.Fail("/api/policy", 503);
        using var client = app.ClientOf("operator");
        var answer = await client.PostAsJsonAsync("/api/items", new { url = "https://github.com/a/b/issues/1" }, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("Compliance");
        app.Upstream.Requests.ShouldNotContain(request => request.StartsWith("/github/", StringComparison.Ordinal));
    }
}
