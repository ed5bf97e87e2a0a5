using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Contracts;
using NewsEducator.ServiceDefaults.Retention;
using NewsEducator.Summarizer.Data;
using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Slices;

/// <summary>Summaries go after 90 days unless Review needs them; what only saves work goes by its age.</summary>
public sealed class SummaryRetentionTests : IAsyncLifetime
{
    private EvidenceOwner _review = null!;
    private SummarizerApp _app = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _review = await EvidenceOwner.StartAsync();
        _app = await SummarizerApp.StartAsync(("services:review:http:0", _review.Address));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _review.DisposeAsync();
    }

    [Fact]
    public async Task What_is_published_keeps_its_summary()
    {
        var (published, dropped, young) = (await SummarizeAsync(1), await SummarizeAsync(2), await SummarizeAsync(3));
        _review.Needed.Add(published);
        await SqlAsync($"UPDATE summaries SET written_at = now() - interval '91 days' WHERE candidate_id <> {young}");
        await SqlAsync($"INSERT INTO kept_vectors (key, vector, at) VALUES ('old', '', now() - interval '91 days'), ('young', '', now())");
        await SqlAsync($"INSERT INTO kept_answers (key, json, at) VALUES ('old', '', now() - interval '91 days'), ('young', '', now())");

        (await RemoveAsync("summaries")).ShouldBe(1);
        (await RemoveAsync("model answers")).ShouldBe(1);
        (await RemoveAsync("vectors")).ShouldBe(1);

        using var viewer = _app.ClientOf("viewer");
        (await viewer.GetAsync($"/api/summaries/{published}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await viewer.GetAsync($"/api/summaries/{young}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await viewer.GetAsync($"/api/summaries/{dropped}", Cancel)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<Guid> SummarizeAsync(int number)
    {
        var url = $"https://github.com/northwind-labs/retention/issues/{number}";
        var snapshot = SampleDay.Thread("incidents/ledger-412.md") with
        {
            Id = ItemIds.ForUrl(url).ToString("N"),
            ItemId = ItemIds.ForUrl(url),
            CanonicalUrl = url,
            FinalUrl = url,
        };
        _app.Neighbours.Serve(snapshot);
        await _app.Neighbours.Messages.SendAsync(new ItemCollected { Source = SomeSource.Source(snapshot) });
        await _app.SummarizedAsync(snapshot.ItemId, 1);
        return snapshot.ItemId;
    }

    private async Task<int> RemoveAsync(string what)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        var data = scope.ServiceProvider.GetServices<IExpiring>().Single(each => each.What == what);
        return await data.RemoveAsync(TimeProvider.System.GetUtcNow() - data.Period, Cancel);
    }

    private async Task SqlAsync(FormattableString sql)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SummarizerDb>().Database.ExecuteSqlAsync(sql, Cancel);
    }
}
