using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NewsEducator.Collector.Data;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Sources;
using NewsEducator.Collector.Tests.Upstreams;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Slices;

[Collection(SliceCollection.Name)]
public sealed class PollTests(CollectorFixture fixture)
{
    private const string Title = "Deadlock when two workers commit at once";
    private static readonly DateTimeOffset Today = CollectorDriver.Today;

    private readonly CollectorDriver _collector = new(fixture.App);
    private readonly BusProbe _bus = fixture.App.Bus;

    [Fact]
    public async Task A_new_issue_is_stored_and_published_with_its_evidence()
    {
        _collector.Has((1, Title, _collector.Body, Today));
        await _collector.ConfigureAsync();
        (await _collector.PollAsync()).GetProperty("collected").GetInt32().ShouldBe(1);

        var source = (await _bus.ReceivedAsync<ItemCollected>(1, IsOf(1))).Single().Source;
        var snapshot = await _collector.SnapshotAsync(source.SnapshotId);
        snapshot.ShouldSatisfyAllConditions(
            it => it.Text.ShouldBe($"{Title}\n\n{_collector.Body}"),
            it => it.CanonicalUrl.ShouldBe(_collector.Url(1)),
            it => it.Author.ShouldBe("mira-kask"),
            it => it.Kind.ShouldBe(SourceKind.GitHubIssue)
        );
        source.Score.ShouldBeGreaterThanOrEqualTo(6);
    }

    [Fact]
    public async Task A_snapshot_keeps_how_its_source_answered()
    {
        await ConfigureAsync((1, Title, _collector.Body, Today));
        var issue = GitHubJson.Issue(_collector.Repository, 1, Title, _collector.Body, Today);
        fixture.App.Upstream.On(
            $"/github/repos/{_collector.Repository}/issues/1",
            context =>
            {
                context.Response.Headers.ETag = $"W/\"{new string('7', 600)}\"";
                context.Response.Headers.LastModified = "Wed, 04 Mar 2026 08:15:30 GMT";
                context.Response.ContentType = "application/json; charset=utf-8";
                return context.Response.WriteAsync(issue);
            }
        );
        await _collector.PollAsync();

        var item = await _collector.ItemAsync(_collector.Id(1));
        (await _collector.SnapshotAsync(item.Item.SnapshotId!))
            .Response.ShouldNotBeNull()
            .ShouldSatisfyAllConditions(
                it => it.Status.ShouldBe(200),
                it => it.ETag!.Length.ShouldBe(512),
                it => it.LastModified.ShouldBe("Wed, 04 Mar 2026 08:15:30 GMT"),
                it => it.ContentType.ShouldBe("application/json; charset=utf-8"),
                it => it.Date.ShouldNotBeNull()
            );
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(10, 10)]
    [InlineData(90, 30)]
    public async Task What_was_missed_while_nothing_ran_comes_in_by_one_poll(int daysAway, int daysListed)
    {
        var (away, listed, now) = (TimeSpan.FromDays(daysAway), TimeSpan.FromDays(daysListed), TimeProvider.System.GetUtcNow());
        await ConfigureAsync((1, Title, _collector.Body, Today - listed + TimeSpan.FromHours(3)));
        await using var scope = fixture.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CollectorDb>();
        await db
            .PollStates.Where(state => state.SourceId == _collector.SourceId)
            .ExecuteUpdateAsync(
                state => state.SetProperty(row => row.NextPollAt, now - away).SetProperty(row => row.LastSucceededAt, now - away),
                TestContext.Current.CancellationToken
            );
        (await _collector.PollAsync()).GetProperty("collected").GetInt32().ShouldBe(1);

        var lists = fixture
            .App.Upstream.Requests.Where(request =>
                request.StartsWith($"/github/repos/{_collector.Repository}/issues?", StringComparison.Ordinal)
            )
            .ToList();
        Uri.UnescapeDataString(lists.ShouldHaveSingleItem()).ShouldContain($"since={(now - listed).UtcDateTime:yyyy-MM-dd}T00:00:00Z");
        (await db.PollStates.FindAsync([_collector.SourceId], TestContext.Current.CancellationToken))!.NextPollAt.ShouldBeGreaterThan(now);
    }

    [Fact]
    public async Task A_changed_text_is_a_further_snapshot_and_no_second_item()
    {
        await ConfigureAsync((1, Title, _collector.Body, Today));
        (await _collector.PollAsync()).GetProperty("collected").GetInt32().ShouldBe(1);
        (await _collector.PollAsync()).GetProperty("unchanged").GetInt32().ShouldBe(1);
        _collector.Has((1, Title, $"{_collector.Body} Update: fixed in 2.9.2.", Today.AddHours(1)));
        await _collector.PollAsync();

        var item = await _collector.ItemAsync(_collector.Id(1));
        item.Snapshots.Count.ShouldBe(2);
        item.Item.SnapshotId.ShouldBe(item.Snapshots[0].Id);
        item.Item.ContentChangedAt.ShouldNotBeNull();
        (await _bus.ReceivedAsync<ItemCollected>(2, IsOf(1)))
            .Select(message => message.Source.SnapshotId)
            .ShouldBe(item.Snapshots.Select(snapshot => snapshot.Id), ignoreOrder: true);
    }

    [Fact]
    public async Task An_issue_that_was_only_closed_is_shown_as_closed_and_written_of_once()
    {
        await ConfigureAsync((1, Title, _collector.Body, Today));
        await _collector.PollAsync();
        var closed = GitHubJson
            .Issue(_collector.Repository, 1, Title, _collector.Body, Today.AddHours(1))
            .Replace("\"open\"", "\"closed\"", StringComparison.Ordinal);
        fixture.App.Upstream.Serve($"/github/repos/{_collector.Repository}/issues", GitHubJson.List(closed));
        fixture.App.Upstream.Serve($"/github/repos/{_collector.Repository}/issues/1", closed);
        await _collector.PollAsync();

        var item = await _collector.ItemAsync(_collector.Id(1));
        item.Item.ShouldSatisfyAllConditions(it => it.SourceState.ShouldBe("closed"), it => it.ContentChangedAt.ShouldBeNull());
        item.Snapshots.ShouldHaveSingleItem();
        await _bus.ReceivedAsync<ItemCollected>(1, IsOf(1));
    }

    [Fact]
    public async Task A_poll_says_what_it_heard_and_nothing_changed_costs_one_request()
    {
        await _collector.ConfigureAsync();
        var path = $"/github/repos/{_collector.Repository}/issues";
        fixture.App.Upstream.On(
            path,
            context =>
            {
                context.Response.Headers.ETag = "\"1\"";
                context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"1\"" ? 304 : 200;
                return context.Response.StatusCode == 304 ? Task.CompletedTask : context.Response.WriteAsync(GitHubJson.List());
            }
        );
        (await _collector.PollAsync()).GetProperty("notModified").GetBoolean().ShouldBeFalse();
        (await _collector.PollAsync()).GetProperty("notModified").GetBoolean().ShouldBeTrue();
        (await _collector.HealthAsync()).Status.ShouldBe(SourceStatus.Healthy);
    }

    [Fact]
    public async Task An_item_that_its_host_did_not_serve_is_asked_for_again_though_the_list_says_that_nothing_changed()
    {
        var path = $"/github/repos/{_collector.Repository}/issues";
        await ConfigureAsync((1, Title, _collector.Body, Today));
        fixture.App.Upstream.On(
            path,
            context =>
            {
                context.Response.Headers.ETag = "\"1\"";
                context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"1\"" ? 304 : 200;
                return context.Response.StatusCode == 304
                    ? Task.CompletedTask
                    : context.Response.WriteAsync(
                        GitHubJson.List(GitHubJson.Issue(_collector.Repository, 1, Title, _collector.Body, Today))
                    );
            }
        );
        fixture.App.Upstream.Fail($"{path}/1", 500);
        (await _collector.PollAsync()).GetProperty("waiting").GetInt32().ShouldBe(1);
        fixture.App.Upstream.Serve($"{path}/1", GitHubJson.Issue(_collector.Repository, 1, Title, _collector.Body, Today));
        (await _collector.PollAsync()).GetProperty("notModified").GetBoolean().ShouldBeTrue();
        await _collector.EndPauseAsync(_collector.Id(1));
        await _collector.EventuallyAsync(_collector.Id(1), ItemState.Collected);
        (await _collector.ItemAsync(_collector.Id(1))).Wait.ShouldBeNull();
    }

    [Fact]
    public async Task What_is_dropped_is_kept_with_its_reason_and_told_once()
    {
        await ConfigureAsync(
            (1, "Release v4.2.0", _collector.Body, Today),
            (2, "We raised $40M Series B", _collector.Body, Today),
            (3, "It is broken", "", Today)
        );
        var dropped = (await _collector.PollAsync()).GetProperty("dropped");
        await _collector.PollAsync();
        new[] { "Release", "Marketing", "Empty" }.ShouldAllBe(reason => dropped.GetProperty(reason).GetInt32() == 1);
        await _bus.ReceivedAsync<ItemDropped>(3, dropped => dropped.Url.Contains(_collector.Repository, StringComparison.Ordinal));
        (await _collector.ItemAsync(_collector.Id(1))).Item.ShouldSatisfyAllConditions(
            it => it.State.ShouldBe(ItemState.Dropped),
            it => it.Reason.ShouldBe(DropReason.Release),
            it => it.SourceId.ShouldBe(_collector.SourceId)
        );
    }

    [Fact]
    public async Task An_item_below_the_threshold_is_looked_at_again_when_it_changes()
    {
        await ConfigureAsync((1, Title, "", Today));
        await _collector.PollAsync();
        _collector.Has((1, Title, _collector.Body, Today.AddHours(1)));
        await _collector.PollAsync();
        (await _collector.ItemAsync(_collector.Id(1))).Item.State.ShouldBe(ItemState.Collected);
    }

    [Fact]
    public async Task A_source_that_fails_shows_why_backs_off_and_recovers()
    {
        await _collector.ConfigureAsync();
        fixture.App.Upstream.Fail($"/github/repos/{_collector.Repository}/issues", 500);
        (await _collector.PollAsync()).GetProperty("error").GetString().ShouldNotBeNull().ShouldContain("500");
        await _collector.PollAsync();
        var failing = await _collector.HealthAsync();
        failing.ShouldSatisfyAllConditions(
            it => it.Status.ShouldBe(SourceStatus.Failing),
            it => it.ConsecutiveFailures.ShouldBe(2),
            it => it.LastError.ShouldNotBeNull().ShouldContain("500"),
            it => (it.NextPollAt - it.LastFailedAt)!.Value.ShouldBeInRange(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(2.2))
        );
        var told = await _bus.ReceivedAsync<SourceFailed>(2, failed => failed.SourceId == _collector.SourceId);
        told.Select(failed => failed.ConsecutiveFailures).ShouldBe([1, 2], ignoreOrder: true);

        _collector.Has();
        await _collector.PollAsync();
        (await _collector.HealthAsync()).Status.ShouldBe(SourceStatus.Healthy);
    }

    [Fact]
    public async Task An_issue_that_is_gone_is_dropped_once_that_was_seen_twice()
    {
        await ConfigureAsync((1, Title, _collector.Body, Today));
        fixture.App.Upstream.Fail($"/github/repos/{_collector.Repository}/issues/1", 410);
        (await _collector.PollAsync()).GetProperty("waiting").GetInt32().ShouldBe(1);
        await _collector.EndPauseAsync(_collector.Id(1));
        (await _collector.EventuallyAsync(_collector.Id(1), ItemState.Dropped)).ShouldSatisfyAllConditions(
            it => it.Reason.ShouldBe(DropReason.NotFetched),
            it => it.Detail!.ShouldContain("410")
        );
    }

    [Fact]
    public async Task A_redirect_off_the_whitelist_is_dropped_with_its_target()
    {
        await ConfigureAsync((1, Title, _collector.Body, Today));
        fixture.App.Upstream.Redirect($"/github/repos/{_collector.Repository}/issues/1", "https://evil-mirror.example/issues/1");
        await _collector.PollAsync();
        var item = (await _collector.ItemAsync(_collector.Id(1))).Item;
        item.Reason.ShouldBe(DropReason.Whitelist);
        item.Detail.ShouldNotBeNull().ShouldContain("https://evil-mirror.example/issues/1");
    }

    [Fact]
    public async Task A_source_is_polled_by_one_at_a_time_and_free_again_when_its_poll_is_cut_off()
    {
        await _collector.ConfigureAsync();
        var asked = new TaskCompletionSource();
        fixture.App.Upstream.On(
            $"/github/repos/{_collector.Repository}/issues",
            async context =>
            {
                asked.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
            }
        );
        using var impatience = new CancellationTokenSource();
        var first = _collector.Http.PostAsync(Poll, null, impatience.Token);
        await asked.Task;
        (await _collector.Http.PostAsync(Poll, null, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        await impatience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        _collector.Has();
        await BusProbe.EventuallyAsync(async () =>
            (await _collector.Http.PostAsync(Poll, null, TestContext.Current.CancellationToken)).StatusCode == HttpStatusCode.OK
        );
        (await _collector.HealthAsync()).Status.ShouldBe(SourceStatus.Healthy);
    }

    [Fact]
    public async Task A_source_of_the_file_is_polled_when_the_service_starts()
    {
        await using var app = await CollectorApp.StartAsync(
            """
            - id: early
              kind: github-issues
              repository: a/b
            """
        );
        app.Upstream.Serve("/github/repos/a/b/issues", GitHubJson.List(GitHubJson.Issue("a/b", 1, updatedAt: Today)));
        app.Upstream.Serve("/github/repos/a/b/issues/1", GitHubJson.Issue("a/b", 1, updatedAt: Today));
        using var client = app.CreateClient();
        await app.Bus.ReceivedAsync<ItemCollected>(1, _ => true);
    }

    [Fact]
    public async Task A_feed_is_polled_and_its_articles_are_collected_from_their_pages_and_hosts_nobody_allowed_are_told()
    {
        var (id, page) = ($"feed-{Guid.NewGuid():N}", $"/{Guid.NewGuid():N}/quorum");
        var text = string.Join(
            ' ',
            Enumerable
                .Range(0, 60)
                .Select(number => $"The outage of {id} took {number} minutes in production because a deadlock held the lease {id}{number}.")
        );
        fixture.App.Upstream.Serve(
            $"/web/blog.example.org/{id}.xml",
            $"""
            <rss><channel><title>Night shift</title>
              <item><title>Postmortem: outage by deadlock</title><link>{page}</link><pubDate>{Today:r}</pubDate></item>
              <item><title>Elsewhere</title><link>https://{id}.example/1</link><pubDate>{Today:r}</pubDate></item>
            </channel></rss>
            """,
            "application/rss+xml"
        );
        fixture.App.Upstream.Serve(
            $"/web/blog.example.org{page}",
            $"<html><head><title>Postmortem: outage by deadlock</title></head><body><article><p>{text}</p><p>{text}</p></article></body></html>",
            "text/html"
        );
        var created = await _collector.Http.PostAsJsonAsync(
            "/api/sources",
            new
            {
                id,
                kind = "feed",
                target = $"https://blog.example.org/{id}.xml",
                interval = "1d",
            },
            TestContext.Current.CancellationToken
        );
        created.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await _collector.Http.PostAsync($"/api/sources/{id}/poll", null, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );

        var source = (
            await _bus.ReceivedAsync<ItemCollected>(1, message => message.Source.CanonicalUrl == $"https://blog.example.org{page}")
        )
            .Single()
            .Source;
        (source.Kind, source.PublishedAt).ShouldBe((SourceKind.Article, Today));
        (await _collector.SnapshotAsync(source.SnapshotId)).Text.ShouldContain($"The outage of {id} took 7 minutes");
        var refused = await _bus.ReceivedAsync<ItemDropped>(1, message => message.Url == $"https://{id}.example/1");
        refused.Single().Reason.ShouldBe(DropReason.Whitelist);
    }

    private string Poll => $"/api/sources/{_collector.SourceId}/poll";

    private async Task ConfigureAsync(params (int Number, string Title, string Body, DateTimeOffset UpdatedAt)[] issues)
    {
        _collector.Has(issues);
        await _collector.ConfigureAsync();
    }

    private Func<ItemCollected, bool> IsOf(int number) => message => message.Source.ItemId == _collector.Id(number);
}
