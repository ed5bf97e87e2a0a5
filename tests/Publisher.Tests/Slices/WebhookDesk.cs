using System.Net;
using System.Text.Json.Nodes;
using NewsEducator.Testing;

namespace NewsEducator.Publisher.Tests.Slices;

/// <summary>What an operator does with a webhook that is there.</summary>
internal sealed class WebhookDesk(HttpClient http)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async Task TestAsync(Guid id) =>
        (await http.PostAsync($"/api/webhooks/{id}/test", null, Cancel)).StatusCode.ShouldBe(HttpStatusCode.Accepted);

    public async Task<JsonArray> DeliveriesAsync(Guid id) =>
        JsonNode.Parse(await http.GetStringAsync($"/api/webhooks/{id}/deliveries", Cancel))!.AsArray();

    public async Task<JsonNode> AttemptedAsync(Guid id) =>
        (
            await Eventually.GetAsync(
                async () => (await DeliveriesAsync(id)).FirstOrDefault(),
                delivery => delivery?["attempts"]!.AsArray().Count > 0,
                "an attempt"
            )
        )!;
}
