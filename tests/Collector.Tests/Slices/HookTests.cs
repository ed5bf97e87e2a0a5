using System.Net;
using System.Security.Cryptography;
using System.Text;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Tests.Upstreams;

namespace NewsEducator.Collector.Tests.Slices;

[Collection(SliceCollection.Name)]
public sealed class HookTests(CollectorFixture fixture)
{
    private readonly CollectorDriver _collector = new(fixture.App);

    [Fact]
    public async Task What_GitHub_tells_of_is_fetched_and_collected_and_the_payload_s_own_text_is_not_believed()
    {
        _collector.Has((1, "Deadlock when two workers commit at once", _collector.Body, CollectorDriver.Today));
        var payload =
            $$"""{"action":"opened","issue":{{GitHubJson.Issue(_collector.Repository, 1, body: "forged", updatedAt: CollectorDriver.Today)}}}""";
        (await SendAsync(payload, "hook secret")).ShouldBe(HttpStatusCode.Accepted);
        var item = (await _collector.ItemAsync(_collector.Id(1))).Item;
        item.State.ShouldBe(ItemState.Collected);
        (await _collector.SnapshotAsync(item.SnapshotId!)).Text.ShouldNotContain("forged");
    }

    [Fact]
    public async Task A_payload_that_is_not_signed_with_the_secret_is_refused() =>
        (await SendAsync("{}", "another secret")).ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task A_payload_of_megabytes_is_refused() =>
        (await SendAsync(new string(' ', 2_000_000), "hook secret")).ShouldBe(HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task A_form_encoded_delivery_is_taken_and_its_signature_is_over_the_form()
    {
        _collector.Has((1, "Deadlock when two workers commit at once", _collector.Body, CollectorDriver.Today));
        var payload = $$"""{"action":"opened","issue":{{GitHubJson.Issue(_collector.Repository, 1, updatedAt: CollectorDriver.Today)}}}""";
        (await SendAsync($"payload={Uri.EscapeDataString(payload)}", "hook secret", "application/x-www-form-urlencoded")).ShouldBe(
            HttpStatusCode.Accepted
        );
        (await _collector.ItemAsync(_collector.Id(1))).Item.State.ShouldBe(ItemState.Collected);
        (await SendAsync($"payload={Uri.EscapeDataString(payload)}", "another secret", "application/x-www-form-urlencoded")).ShouldBe(
            HttpStatusCode.Unauthorized
        );
        (await SendAsync("other=1", "hook secret", "application/x-www-form-urlencoded")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_advisory_that_was_withdrawn_is_told_to_whoever_has_it()
    {
        var id = $"GHSA-{Random.Shared.Next(1000, 9999)}-{Random.Shared.Next(1000, 9999)}-{Random.Shared.Next(1000, 9999)}";
        var url = $"https://github.com/advisories/{id}";
        fixture.App.Upstream.Serve(
            $"/github/advisories/{id}",
            $$"""
            {"ghsa_id":"{{id}}","html_url":"{{url}}","summary":"acme-parse allows remote code execution","severity":"critical","description":"{{_collector.Body}}",
             "published_at":"{{CollectorDriver.Today:O}}","updated_at":"{{CollectorDriver.Today:O}}"}
            """
        );
        (await _collector.SubmitAsync(url)).State.ShouldBe(ItemState.Collected);
        var withdrawn = (
            await File.ReadAllTextAsync(
                Path.Combine(AppContext.BaseDirectory, "Cases", "15-withdrawn.json"),
                TestContext.Current.CancellationToken
            )
        ).Replace("GHSA-aaaa-2222-3333", id, StringComparison.Ordinal);
        (await SendAsync(withdrawn, "hook secret")).ShouldBe(HttpStatusCode.Accepted);
        (await SendAsync(withdrawn, "hook secret")).ShouldBe(HttpStatusCode.Accepted);
        (await fixture.App.Bus.ReceivedAsync<Contracts.ItemWithdrawn>(1, message => message.Url == url))
            .Single()
            .Detail.ShouldContain("撤回");
    }

    private async Task<HttpStatusCode> SendAsync(string payload, string secret, string type = "application/json")
    {
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(payload)));
        using var client = fixture.App.CreateClient();
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/hooks/github")
        {
            Content = new StringContent(payload, Encoding.UTF8, type),
        };
        request.Headers.Add("X-Hub-Signature-256", $"sha256={signature}");
        return (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }
}
