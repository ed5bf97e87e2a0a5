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
        var payload = $$"""{"action":"opened","issue":{{GitHubJson.Issue(_collector.Repository, 1, body: "forged", updatedAt: CollectorDriver.Today)}}}""";
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

    private async Task<HttpStatusCode> SendAsync(string payload, string secret)
    {
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(payload)));
        using var client = fixture.App.CreateClient();
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/hooks/github") { Content = new StringContent(payload, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Hub-Signature-256", $"sha256={signature}");
        return (await client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
    }
}
