using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsEducator.Testing;

namespace NewsEducator.EndToEnd.Tests;

/// <summary>What <c>review doctor --end-to-end</c> asks Review for, with all services at work.</summary>
[Collection(DemoDayCollection.Name)]
public sealed class CheckTests(DemoDay day)
{
    // Served, and listed by no source.
    private const string Address = "https://github.com/vercel/next.js/issues/59001";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_goes_through_all_services_is_taken_out_and_can_be_sent_again()
    {
        var first = await SendThroughAsync();
        var second = await SendThroughAsync();

        first["stages"]!
            .AsArray()
            .Select(stage => (string)stage!["name"]!)
            .ShouldBe(["collected", "summarized", "screened", "queued"], first.ToJsonString());
        first["stages"]!.AsArray().ShouldAllBe(stage => stage!["took"] != null, first.ToJsonString());
        second["itemId"]!.GetValue<string>().ShouldBe((string)first["itemId"]!);
        using var review = Review();
        var candidate = (await review.GetFromJsonAsync<JsonNode>($"/api/candidates/{first["itemId"]}", Cancel))!;
        ((string)candidate["state"]!, (string)candidate["url"]!).ShouldBe(("Expired", Address));
    }

    private async Task<JsonNode> SendThroughAsync()
    {
        using var review = Review();
        using var answer = await review.PostAsJsonAsync("/api/operations/end-to-end", new { address = Address }, Cancel);
        var begun = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
        answer.IsSuccessStatusCode.ShouldBeTrue(begun.ToJsonString());
        return await Eventually.GetAsync(
            async () => (await review.GetFromJsonAsync<JsonNode>($"/api/operations/end-to-end/{begun["id"]}", Cancel))!,
            check => (bool)check["isDone"]!,
            "the item to arrive",
            seconds: 120
        );
    }

    private HttpClient Review() =>
        new()
        {
            BaseAddress = day.Run.Endpoints["review"],
            Timeout = TimeSpan.FromSeconds(100),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", day.Run.Token) },
        };
}
