using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using NewsEducator.Collector.Items;
using NewsEducator.Collector.Tests.Upstreams;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Slices;

/// <summary>Whether the source of what waits for a person still stands.</summary>
[Collection(SliceCollection.Name)]
public sealed class SourceCheckTests(CollectorFixture fixture)
{
    private const string Title = "Deadlock when two workers commit at once";
    private static readonly DateTimeOffset Today = CollectorDriver.Today;

    private readonly CollectorDriver _collector = new(fixture.App);
    private readonly BusProbe _bus = fixture.App.Bus;
    private readonly Guid _candidate = Guid.NewGuid();

    private string Issue => $"/github/repos/{_collector.Repository}/issues/1";

    [Fact]
    public async Task A_source_that_stands_is_asked_by_what_it_gave_before_and_nothing_is_collected_again()
    {
        await CollectAsync();
        var asked = Serve(Issue, Text(), tag: "\"one\"", "application/json");

        var first = await LookAsync(1);
        var second = await LookAsync(2);

        (first.Withdrawn, first.Fault, second.Withdrawn, second.Fault).ShouldBe((null, null, null, null));
        asked.ShouldBe(["", "\"one\""]);
        await _bus.ReceivedAsync<ItemCollected>(1, message => message.Source.ItemId == _collector.Id(1));
    }

    [Fact]
    public async Task Gone_twice_is_gone_and_once_is_not()
    {
        await CollectAsync();
        fixture.App.Upstream.Fail(Issue, 404);

        var first = await LookAsync(1);
        first.Withdrawn.ShouldBeNull();
        first.Fault.ShouldNotBeNull().ShouldContain("404");
        first.IsMissing.ShouldBeTrue();
        first.NextLookAt.ShouldNotBeNull().ShouldBeGreaterThan(first.CheckedAt);
        (await _collector.ItemAsync(_collector.Id(1))).Item.State.ShouldBe(ItemState.Collected);

        (await LookAsync(2)).Withdrawn.ShouldNotBeNull().ShouldContain("来源已不存在");
        (await _bus.ReceivedAsync<ItemWithdrawn>(1, message => message.ItemId == _collector.Id(1)))
            .Single()
            .Detail.ShouldContain("来源已不存在");
        (await _collector.EventuallyAsync(_collector.Id(1), ItemState.Withdrawn)).Detail.ShouldNotBeNull();

        // A candidate that comes after the word of it learns it too.
        (await LookAsync(3)).Withdrawn.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_host_in_trouble_says_nothing_however_often_and_between_two_misses_nothing_counts()
    {
        await CollectAsync();
        fixture.App.Upstream.Fail(Issue, 404);
        await LookAsync(1);
        _collector.Has((1, Title, _collector.Body, Today));
        (await LookAsync(2)).ShouldSatisfyAllConditions(found => found.Fault.ShouldBeNull(), found => found.IsMissing.ShouldBeFalse());
        fixture.App.Upstream.Fail(Issue, 404);
        (await LookAsync(3)).Withdrawn.ShouldBeNull();

        fixture.App.Upstream.Fail(Issue, 503);
        foreach (var look in Enumerable.Range(4, 3))
        {
            var trouble = await LookAsync(look);
            (trouble.Withdrawn, trouble.IsMissing).ShouldBe((null, false));
            trouble.Fault.ShouldNotBeNull().ShouldContain("503");
        }
    }

    [Fact]
    public async Task Locked_as_spam_is_taken_back_at_one_look()
    {
        await CollectAsync();
        fixture.App.Upstream.Serve(
            Issue,
            Text().Replace("\"state\"", "\"locked\":true,\"active_lock_reason\":\"spam\",\"state\"", StringComparison.Ordinal)
        );

        (await LookAsync(1)).Withdrawn.ShouldBe("已作为垃圾内容锁定");
        await _bus.ReceivedAsync<ItemWithdrawn>(1, message => message.ItemId == _collector.Id(1));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public async Task A_transferred_issue_is_taken_back_and_a_renamed_repository_is_not(int number, bool isTransferred)
    {
        await CollectAsync();
        fixture.App.Upstream.Redirect(Issue, $"/github/repositories/7/issues/{_collector.SourceId}");
        fixture.App.Upstream.Serve(
            $"/github/repositories/7/issues/{_collector.SourceId}",
            GitHubJson.Issue($"{_collector.Repository}-new", number, Title, _collector.Body, Today)
        );

        var found = await LookAsync(1);

        (found.Withdrawn is not null, found.Fault).ShouldBe((isTransferred, null));
    }

    [Fact]
    public async Task A_page_is_asked_conditionally_behind_its_robots_and_what_only_a_pack_named_is_taken_back_too()
    {
        var page = $"/{_collector.SourceId}";
        var url = $"https://blog.example.org{page}";
        var paragraph = $"<p>{_collector.Body}</p>";
        var html =
            $"<html><head><title>{Title}</title></head><body><article><h1>{Title}</h1>{paragraph}{paragraph}</article></body></html>";
        var asked = Serve($"/web/blog.example.org{page}", html, "\"page\"", "text/html");

        (await LookAsync(1, url)).ShouldSatisfyAllConditions(found => found.Fault.ShouldBeNull(), found => found.Withdrawn.ShouldBeNull());
        (await LookAsync(2, url)).Fault.ShouldBeNull();
        asked.ShouldBe(["", "\"page\""]);

        fixture.App.Upstream.Fail($"/web/blog.example.org{page}", 410);
        await LookAsync(3, url);
        (await LookAsync(4, url)).Withdrawn.ShouldNotBeNull();
    }

    private string Text() => GitHubJson.Issue(_collector.Repository, 1, Title, _collector.Body, Today);

    /// <returns>What each request for it gave back.</returns>
    private ConcurrentQueue<string> Serve(string path, string content, string tag, string type)
    {
        var asked = new ConcurrentQueue<string>();
        fixture.App.Upstream.On(
            path,
            async context =>
            {
                asked.Enqueue(context.Request.Headers.IfNoneMatch.ToString());
                context.Response.Headers.ETag = tag;
                if (context.Request.Headers.IfNoneMatch == tag)
                {
                    context.Response.StatusCode = StatusCodes.Status304NotModified;
                    return;
                }

                context.Response.ContentType = type;
                await context.Response.WriteAsync(content);
            }
        );
        return asked;
    }

    private async Task<SourceChecked> LookAsync(int look, string? url = null)
    {
        await _bus.SendAsync(
            new SourceCheckRequested
            {
                CandidateId = _candidate,
                Url = url ?? _collector.Url(1),
                Look = look,
            }
        );
        return (await _bus.ReceivedAsync<SourceChecked>(1, message => message.CandidateId == _candidate && message.Look == look)).Single();
    }

    private async Task CollectAsync()
    {
        _collector.Has((1, Title, _collector.Body, Today));
        await _collector.SubmitAsync(_collector.Url(1));
    }
}
