using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Retries;
using NewsEducator.Collector.Sources;
using NewsEducator.Collector.Tests.Upstreams;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Slices;

/// <summary>What people and neighbours do to the Collector, for one repository.</summary>
internal sealed class CollectorDriver(CollectorApp app)
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public HttpClient Http { get; } = app.ClientOf("operator");

    public string SourceId { get; } = $"source-{Guid.NewGuid():N}";

    public string Repository { get; } = $"northwind-labs/r{Guid.NewGuid():N}";

    /// <summary>A text that no other test has: the same one twice would be a duplicate.</summary>
    public string Body => $"{GitHubJson.Body} {string.Join(' ', Enumerable.Range(0, 60).Select(number => $"{SourceId}-{number}"))}";

    /// <summary>Two hours ago; GitHub's times are in whole seconds.</summary>
    public static DateTimeOffset Today { get; } =
        DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()).AddHours(-2);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public string Url(int number) => $"https://github.com/{Repository}/issues/{number}";

    public Guid Id(int number) => ItemIds.ForUrl(Url(number));

    /// <summary>The repository has these issues, in its list and each at its own address.</summary>
    public void Has(params (int Number, string Title, string Body, DateTimeOffset UpdatedAt)[] issues)
    {
        var texts = issues
            .Select(issue => (issue.Number, Text: GitHubJson.Issue(Repository, issue.Number, issue.Title, issue.Body, issue.UpdatedAt)))
            .ToList();
        app.Upstream.Serve($"/github/repos/{Repository}/issues", GitHubJson.List([.. texts.Select(issue => issue.Text)]));
        foreach (var (number, text) in texts)
        {
            app.Upstream.Serve($"/github/repos/{Repository}/issues/{number}", text);
        }
    }

    public async Task ConfigureAsync()
    {
        var answer = await Http.PostAsJsonAsync(
            "/api/sources",
            new
            {
                id = SourceId,
                kind = "github-issues",
                target = Repository,
                interval = "1d",
            },
            Cancel
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    public async Task<JsonElement> PollAsync()
    {
        var answer = await Http.PostAsync($"/api/sources/{SourceId}/poll", null, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }

    public async Task<ItemView> SubmitAsync(string url)
    {
        var answer = await Http.PostAsJsonAsync("/api/items", new { url }, Cancel);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await answer.Content.ReadFromJsonAsync<ItemView>(Json, Cancel))!;
    }

    /// <summary>A reviewer skips the candidate that the item became, and the Collector knows.</summary>
    public async Task SkipAsync(int number)
    {
        await app.Bus.SendAsync(
            new ItemSkipped
            {
                CandidateId = Id(number),
                ItemId = Id(number),
                PackDate = new DateOnly(2026, 2, 3),
                SkippedBy = "vera",
                SkippedAt = Today,
            }
        );
        await EventuallyAsync(Id(number), ItemState.Tombstoned);
    }

    public async Task<GetItem.Response> ItemAsync(Guid id) =>
        (await Http.GetFromJsonAsync<GetItem.Response>($"/api/items/{id}", Json, Cancel))!;

    public async Task<SourceHealth> HealthAsync() =>
        (await Http.GetFromJsonAsync<SourceHealth>($"/api/sources/{SourceId}/health", Json, Cancel))!;

    public async Task<Snapshot> SnapshotAsync(string id) => (await Http.GetFromJsonAsync<Snapshot>($"/api/snapshots/{id}", Json, Cancel))!;

    /// <summary>The pause of what could not be fetched is over now; the service asks for it again by itself.</summary>
    public async Task EndPauseAsync(Guid id)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CollectorDb>();
        await db
            .FetchRetries.Where(retry => retry.ItemId == id)
            .ExecuteUpdateAsync(retry => retry.SetProperty(row => row.NextTryAt, Today), Cancel);
    }

    /// <summary>Waits until so many attempts to fetch it failed.</summary>
    public async Task<WaitView> FailedAsync(Guid id, int attempts)
    {
        await BusProbe.EventuallyAsync(async () => (await ItemAsync(id)).Wait?.Attempts == attempts);
        return (await ItemAsync(id)).Wait.ShouldNotBeNull();
    }

    /// <summary>Waits until the item is in that state.</summary>
    public async Task<ItemView> EventuallyAsync(Guid id, ItemState state)
    {
        await BusProbe.EventuallyAsync(async () => (await ItemAsync(id)).Item.State == state);
        var item = (await ItemAsync(id)).Item;
        item.State.ShouldBe(state, item.Detail);
        return item;
    }

    public static Submission Submission(string url) =>
        new()
        {
            Id = ItemIds.ForSubmission(new DateOnly(2026, 2, 3), 1, url),
            PackDate = new DateOnly(2026, 2, 3),
            Number = 1,
            Title = "死锁",
            Type = ItemTypes.Incident,
            Summary = "两个进程互相等待。",
        };
}
