using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Tests.Upstreams;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Slices;

/// <summary>One bad among many: whatever is wrong with one, the others come through.</summary>
[Collection(SliceCollection.Name)]
public sealed class BadItemTests(CollectorFixture fixture)
{
    private const string Title = "Deadlock when two workers commit at once";
    private static readonly DateTimeOffset Today = CollectorDriver.Today;

    private readonly CollectorDriver _collector = new(fixture.App);

    private string Issues => $"/github/repos/{_collector.Repository}/issues";

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(451)]
    [InlineData(500)]
    public async Task An_item_that_is_not_served_waits_and_neither_older_nor_newer_ones_do(int status)
    {
        await ConfigureThreeAsync();
        fixture.App.Upstream.Fail($"{Issues}/2", status);
        var report = await _collector.PollAsync();
        (report.GetProperty("collected").GetInt32(), report.GetProperty("waiting").GetInt32()).ShouldBe((2, 1));

        (await _collector.ItemAsync(_collector.Id(2))).Item.State.ShouldBe(ItemState.Waiting);
        var health = await _collector.HealthAsync();
        health.Waiting.ShouldBe(1);
        var wait = health.Waits.ShouldHaveSingleItem();
        wait.ShouldSatisfyAllConditions(
            it => it.Url.ShouldBe(_collector.Url(2)),
            it => it.Detail.ShouldContain($"{status}"),
            it => it.Attempts.ShouldBe(1)
        );
    }

    [Theory]
    [InlineData("<html>Unicorn!</html>")]
    [InlineData("[1,2,3]")]
    [InlineData("null")]
    [InlineData(
        """{"html_url":"https://elsewhere.example/1","title":"x","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}"""
    )]
    [InlineData("""{"html_url":null,"title":null,"created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}""")]
    public async Task An_item_whose_answer_nobody_foresaw_waits_alone(string answer)
    {
        await ConfigureThreeAsync();
        fixture.App.Upstream.Serve($"{Issues}/2", answer);
        (await _collector.PollAsync()).GetProperty("collected").GetInt32().ShouldBe(2);
        (await _collector.ItemAsync(_collector.Id(2))).Item.State.ShouldBe(ItemState.Waiting);
    }

    [Theory]
    [InlineData("""{"html_url":1}""")]
    [InlineData("null")]
    [InlineData("""{"html_url":"https://github.com/a/b/issues/9","title":null,"created_at":"yesterday"}""")]
    [InlineData("\"text\"")]
    [InlineData(
        """{"html_url":"https://github.com/a/b/issues/9","title":"half a character: \ud83d","created_at":"2026-01-01T00:00:00Z","updated_at":"2026-01-01T00:00:00Z"}"""
    )]
    public async Task An_entry_of_a_list_that_is_of_another_form_is_left_out_and_shown(string entry)
    {
        await ConfigureThreeAsync();
        fixture.App.Upstream.Serve(Issues, GitHubJson.List(Issue(1), entry, Issue(3)));
        (await _collector.PollAsync()).GetProperty("collected").GetInt32().ShouldBe(2);
        (await _collector.HealthAsync()).Unread.Count.ShouldBe(entry == "null" ? 0 : 1);
    }

    [Fact]
    public async Task A_title_with_a_NUL_or_a_control_character_is_collected_like_any_other()
    {
        await ConfigureThreeAsync();
        var odd = Issue(2).Replace(Title, "Broken \\u0007 and \\u0000 title", StringComparison.Ordinal);
        fixture.App.Upstream.Serve(Issues, GitHubJson.List(Issue(1), odd, Issue(3)));
        fixture.App.Upstream.Serve($"{Issues}/2", odd);
        (await _collector.PollAsync()).GetProperty("collected").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task A_further_page_that_is_not_served_costs_only_itself_and_is_asked_for_again()
    {
        await ConfigureThreeAsync();
        fixture.App.Upstream.On(
            Issues,
            context =>
            {
                if (context.Request.Query["page"] == "2")
                {
                    context.Response.StatusCode = 502;
                    return Task.CompletedTask;
                }

                context.Response.Headers.ETag = "\"1\"";
                context.Response.Headers.Link = $"<https://api.github.com{Issues}?page=2>; rel=\"next\"";
                return context.Response.WriteAsync(GitHubJson.List(Issue(1), Issue(2)));
            }
        );
        (await _collector.PollAsync()).GetProperty("collected").GetInt32().ShouldBe(2);
        (await _collector.HealthAsync()).Unread.ShouldHaveSingleItem().ShouldContain("502");
        (await _collector.PollAsync()).GetProperty("notModified").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Pauses_grow_and_a_person_s_request_is_tried_at_once()
    {
        await ConfigureThreeAsync();
        fixture.App.Upstream.Fail($"{Issues}/2", 403);
        await _collector.PollAsync();
        var first = await _collector.FailedAsync(_collector.Id(2), attempts: 1);
        await _collector.EndPauseAsync(_collector.Id(2));
        var second = await _collector.FailedAsync(_collector.Id(2), attempts: 2);
        second.Since.ShouldBe(first.Since);
        (await _collector.PollAsync()).GetProperty("waiting").GetInt32().ShouldBe(1);
        (await _collector.FailedAsync(_collector.Id(2), attempts: 2)).NextTryAt.ShouldBe(second.NextTryAt);

        fixture.App.Upstream.Serve($"{Issues}/2", Issue(2));
        (await _collector.SubmitAsync(_collector.Url(2))).State.ShouldBe(ItemState.Collected);
        (await _collector.HealthAsync()).Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task One_model_of_an_organisation_that_is_gated_ends_only_itself()
    {
        var org = $"org{Guid.NewGuid():N}";
        var upstream = fixture.App.Upstream;
        upstream.On(
            "/huggingface/api/models",
            context =>
                context.Response.WriteAsync(
                    context.Request.Query["author"] == org
                        ? $$"""[{"id":"{{org}}/one"},{"id":"{{org}}/gated"},{"id":7},{"id":"{{org}}/three"}]"""
                        : "[]"
                )
        );
        upstream.Fail($"/huggingface/api/models/{org}/gated/discussions", 403);
        foreach (var name in new[] { "one", "three" })
        {
            upstream.On(
                $"/huggingface/api/models/{org}/{name}/discussions",
                context =>
                    context.Response.WriteAsync(
                        context.Request.Query["p"] != "0"
                            ? """{"discussions":[],"count":1}"""
                            : $$"""
                            {"discussions":[{"num":1,"title":"Slow decoding","repo":{"name":"{{org}}/{{name}}","type":"model"},"createdAt":"{{Today:O}}","numComments":9}],"count":1}
                            """
                    )
            );
        }

        var report = await CreateAndPollAsync("huggingface-discussions", $"{org}/*");
        report.GetProperty("listed").GetInt32().ShouldBe(2);
        report
            .GetProperty("unread")
            .EnumerateArray()
            .Select(reason => reason.GetString()!)
            .ShouldContain(reason => reason.Contains("gated", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_paper_that_grew_is_judged_again_though_nothing_else_changed()
    {
        var id = $"2603.{Random.Shared.Next(10000, 99999)}";
        ServePaper(id, upvotes: 2);
        var source = await CreateAsync("huggingface-papers", "");
        (await PollAsync(source)).GetProperty("dropped").GetProperty("LowSignal").GetInt32().ShouldBe(1);
        ServePaper(id, upvotes: 5);
        (await PollAsync(source)).GetProperty("unchanged").GetInt32().ShouldBe(1);
        ServePaper(id, upvotes: 180);
        var report = await PollAsync(source);
        report.GetProperty("unchanged").GetInt32().ShouldBe(0);
        fixture.App.Upstream.Requests.ShouldContain($"/huggingface/api/papers/{id}?field=comments");
    }

    [Fact]
    public async Task A_submission_whose_host_is_in_trouble_is_told_at_once_and_comes_in_when_it_is_well()
    {
        _collector.Has((1, Title, _collector.Body, Today));
        fixture.App.Upstream.Fail($"{Issues}/1", 503);
        var submission = CollectorDriver.Submission(_collector.Url(1));
        await fixture.App.Bus.SendAsync(new ItemSubmitted { Url = _collector.Url(1), Submission = submission });
        (await fixture.App.Bus.ReceivedAsync<ItemDropped>(1, message => message.Submission?.Id == submission.Id))
            .Single()
            .Detail.ShouldContain("503");

        fixture.App.Upstream.Serve($"{Issues}/1", Issue(1));
        await _collector.EndPauseAsync(_collector.Id(1));
        await fixture.App.Bus.ReceivedAsync<ItemCollected>(1, message => message.Submission?.Id == submission.Id);
    }

    private string Issue(int number) =>
        GitHubJson.Issue(_collector.Repository, number, $"{Title} {number}", Body(number), Today.AddMinutes(number));

    // Three texts that have nothing in common but their subject.
    private string Body(int number) =>
        string.Join(' ', Enumerable.Range(0, 80).Select(word => $"{_collector.SourceId}x{number}x{word} deadlock"))
        + _collector.Body[..120];

    private async Task ConfigureThreeAsync()
    {
        _collector.Has([.. Enumerable.Range(1, 3).Select(number => (number, $"{Title} {number}", Body(number), Today.AddMinutes(number)))]);
        await _collector.ConfigureAsync();
    }

    private void ServePaper(string id, int upvotes)
    {
        var paper =
            $$"""{"id":"{{id}}","title":"Faster decoding","summary":"{{_collector.Body}}","upvotes":{{upvotes}},"publishedAt":"{{Today:O}}"}""";
        fixture.App.Upstream.Serve("/huggingface/api/daily_papers", $$"""[{"paper":{{paper}},"numComments":0}]""");
        fixture.App.Upstream.Serve($"/huggingface/api/papers/{id}", paper);
    }

    private async Task<JsonElement> CreateAndPollAsync(string kind, string target) => await PollAsync(await CreateAsync(kind, target));

    private async Task<string> CreateAsync(string kind, string target)
    {
        var id = $"s{Guid.NewGuid():N}";
        var created = await _collector.Http.PostAsJsonAsync(
            "/api/sources",
            new
            {
                id,
                kind,
                target,
                interval = "1d",
            },
            TestContext.Current.CancellationToken
        );
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        return id;
    }

    private async Task<JsonElement> PollAsync(string source)
    {
        var answer = await _collector.Http.PostAsync($"/api/sources/{source}/poll", null, TestContext.Current.CancellationToken);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
