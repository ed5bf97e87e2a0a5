using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Data;
using NewsEducator.Testing;

namespace NewsEducator.Summarizer.Tests.Slices;

public sealed class SummarizeItemTests(SummarizerFixture fixture) : IClassFixture<SummarizerFixture>
{
    private readonly SummarizerApp _app = fixture.App;

    [Fact]
    public async Task A_collected_item_is_summarized_once_and_can_be_read()
    {
        var collected = Collected("https://github.com/northwind-labs/ledger/issues/412");

        await _app.Neighbours.Messages.SendAsync(collected);
        await _app.Neighbours.Messages.SendAsync(collected);

        var summarized = (await _app.SummarizedAsync(collected.Source.ItemId, 1)).ShouldHaveSingleItem();
        summarized.Engine.ShouldBe("extractive");
        summarized.Revision.ShouldBe(1);
        summarized.Summary.Claims.ShouldAllBe(claim => claim.Quote != null);
        var read = await _app.ClientOf("viewer")
            .GetFromJsonAsync<JsonNode>($"/api/summaries/{collected.Source.ItemId}", TestContext.Current.CancellationToken);
        read!["summary"]!["text"]!.GetValue<string>().ShouldBe(summarized.Summary.Text);
    }

    [Fact]
    public async Task The_learning_map_is_read_by_whoever_may_read()
    {
        var concepts = await _app.ClientOf("viewer")
            .GetFromJsonAsync<List<Concept>>("/api/concepts", TestContext.Current.CancellationToken);
        var stranger = await _app.ClientOf("nobody").GetAsync("/api/concepts", TestContext.Current.CancellationToken);

        concepts.ShouldNotBeNull().Select(concept => concept.Key).ShouldContain("cache");
        concepts[^1].Key.ShouldBe(Concept.NoneKey);
        stranger.StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_item_of_a_foreign_pack_keeps_its_words_and_the_submissions_id()
    {
        var submission = new Submission
        {
            Id = ItemIds.ForSubmission(new DateOnly(2026, 3, 9), 1, "x"),
            PackDate = new DateOnly(2026, 3, 9),
            Number = 1,
            Title = "重复入账",
            Type = ItemTypes.Incident,
            Summary = "1,284 笔付款重复入账。",
        };

        await _app.Neighbours.Messages.SendAsync(
            Collected("https://github.com/northwind-labs/ledger/issues/413") with
            {
                Submission = submission,
            }
        );

        var summarized = (await _app.SummarizedAsync(submission.Id, 1)).ShouldHaveSingleItem();
        summarized.Engine.ShouldBe("submitted");
        summarized.Summary.Text.ShouldBe(submission.Summary);
        (await RedoAsync("operator", submission.Id)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_version_that_a_later_one_overtook_is_not_written_of_and_one_that_comes_back_is()
    {
        var first = Collected("https://github.com/northwind-labs/ledger/issues/419");
        var later = first with { Version = 2, Source = first.Source with { FetchedAt = first.Source.FetchedAt.AddHours(1) } };
        await _app.Neighbours.Messages.SendAsync(later);
        (await _app.SummarizedAsync(first.Source.ItemId, 1)).ShouldHaveSingleItem();
        await _app.Neighbours.Messages.SendAsync(first);
        await _app.Neighbours.Messages.SendAsync(
            first with
            {
                Version = 3,
                Source = first.Source with { FetchedAt = later.Source.FetchedAt.AddHours(1) },
            }
        );
        var written = await _app.SummarizedAsync(first.Source.ItemId, 2);
        written.Select(each => each.Revision).ShouldBe([1, 2], ignoreOrder: true);
        written.MaxBy(each => each.Revision)!.Source.FetchedAt.ShouldBe(later.Source.FetchedAt.AddHours(1));
    }

    [Fact]
    public async Task An_operator_can_have_a_summary_redone()
    {
        var collected = Collected("https://github.com/northwind-labs/ledger/issues/414");
        await _app.Neighbours.Messages.SendAsync(collected);
        await _app.SummarizedAsync(collected.Source.ItemId, 1);

        (await RedoAsync("viewer", collected.Source.ItemId)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await RedoAsync("operator", collected.Source.ItemId)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await _app.SummarizedAsync(collected.Source.ItemId, 2)).Select(message => message.Revision).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task What_was_never_collected_has_no_summary()
    {
        (await RedoAsync("operator", Guid.Empty)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (
            await _app.ClientOf("viewer")
                .GetAsync(new Uri($"/api/summaries/{Guid.Empty}", UriKind.Relative), TestContext.Current.CancellationToken)
        ).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<HttpResponseMessage> RedoAsync(string token, Guid id) =>
        _app.ClientOf(token).PostAsync(new Uri($"/api/summaries/{id}/redo", UriKind.Relative), null, TestContext.Current.CancellationToken);

    [Fact]
    public async Task A_summary_that_vanished_is_missed_and_written_again_and_one_that_is_there_is_passed_on_again()
    {
        var collected = Collected("https://github.com/northwind-labs/ledger/issues/431");
        var (id, stranger) = (collected.Source.ItemId, Guid.NewGuid());
        await _app.Neighbours.Messages.SendAsync(collected);
        (await _app.SummarizedAsync(id, 1)).ShouldHaveSingleItem();
        (await MissingAsync(id, stranger)).ShouldBe([stranger]);

        await _app.Neighbours.Messages.SendAsync(collected with { SentAgainAt = DateTimeOffset.UnixEpoch });
        (await _app.SummarizedAsync(id, 2)).Select(message => message.Revision).ShouldBe([1, 1]);

        await using (var scope = _app.Services.CreateAsyncScope())
        {
            await scope
                .ServiceProvider.GetRequiredService<SummarizerDb>()
                .Summaries.Where(summary => summary.CandidateId == id)
                .ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        }

        (await MissingAsync(id, stranger)).ShouldBe([id, stranger]);
        await _app.Neighbours.Messages.SendAsync(collected with { SentAgainAt = DateTimeOffset.UnixEpoch.AddDays(1) });
        (await _app.SummarizedAsync(id, 3)).Count.ShouldBe(3);
        (await MissingAsync(id)).ShouldBeEmpty();
    }

    private async Task<IEnumerable<Guid>> MissingAsync(params Guid[] ids)
    {
        var answer = await _app.ClientOf("service")
            .PostAsJsonAsync("/api/reconcile/items", new { ids }, TestContext.Current.CancellationToken);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken))!["missing"]!
            .AsArray()
            .Select(id => id!.GetValue<Guid>());
    }

    private ItemCollected Collected(string url)
    {
        var snapshot = SampleDay.Thread("incidents/ledger-412.md") with
        {
            Id = ItemIds.ForUrl(url).ToString("N"),
            ItemId = ItemIds.ForUrl(url),
            CanonicalUrl = url,
            FinalUrl = url,
        };
        _app.Neighbours.Serve(snapshot);
        return new ItemCollected { Source = SomeSource.Source(snapshot) };
    }
}
