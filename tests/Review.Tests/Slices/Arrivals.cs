using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsEducator.Contracts;
using NewsEducator.Review.Tests.Candidates;
using NewsEducator.Testing;

namespace NewsEducator.Review.Tests.Slices;

/// <summary>Screened items that wait for a cut.</summary>
internal static class Arrivals
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="Name">Its title; its id follows from it.</param>
    /// <param name="Value">As judged.</param>
    /// <param name="Concept">Key and name.</param>
    /// <param name="Worth">As judged.</param>
    internal sealed record Item(string Name, double Value, string Concept = "cache", double Worth = 0.9)
    {
        public Guid Id => ItemIds.From(Name);
    }

    public static async Task ArriveAsync(this ReviewApp app, params Item[] items)
    {
        var desk = new Desk(app);
        var already = await CountAsync(desk);
        foreach (var item in items)
        {
            var message = SomeCandidate.Message(id: item.Id);
            await app.SendAsync(
                message with
                {
                    Source = message.Source with
                    {
                        ItemId = item.Id,
                        Author = item.Name,
                        CanonicalUrl = $"https://github.com/{item.Id:N}/x/issues/1",
                        FinalUrl = $"https://github.com/{item.Id:N}/x/issues/1",
                    },
                    Summary = message.Summary with
                    {
                        Title = item.Name,
                        Concept = new Concept { Key = item.Concept, Name = item.Concept },
                        Judgement = new Judgement { Value = item.Value, Worth = item.Worth },
                    },
                }
            );
        }

        await Eventually.GetAsync(() => CountAsync(desk), count => count == already + items.Length);
    }

    public static async Task CutAsync(this Desk desk) =>
        (await desk.Editor.PostAsJsonAsync("/api/packs", new { date = desk.Date }, Cancel)).IsSuccessStatusCode.ShouldBeTrue();

    public static async Task<IEnumerable<string>> TitlesAsync(this Desk desk) =>
        (await desk.ReadAsync()).Candidates.Select(candidate => $"{candidate.Number} {candidate.Title}");

    public static async Task DecideAsync(this Desk desk, Item item, string decision) =>
        (await desk.Reviewer.SendAsync("PUT", $"/api/candidates/{item.Id}/decision", new { decision })).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );

    private static async Task<int> CountAsync(Desk desk) =>
        (await desk.Editor.GetFromJsonAsync<JsonElement>("/api/pipeline", Cancel))
            .EnumerateArray()
            .Sum(stage => stage.GetProperty("count").GetInt32());
}
