using NewsEducator.Collector.Items;
using NewsEducator.Collector.Tests.Upstreams;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Slices;

/// <summary>Texts that change and change back, and sources that take back what they said.</summary>
[Collection(SliceCollection.Name)]
public sealed class VersionTests(CollectorFixture fixture)
{
    private const string Title = "Deadlock when two workers commit at once";
    private static readonly DateTimeOffset Today = CollectorDriver.Today;

    private readonly CollectorDriver _collector = new(fixture.App);
    private readonly BusProbe _bus = fixture.App.Bus;

    private string Issues => $"/github/repos/{_collector.Repository}/issues";

    [Fact]
    public async Task A_text_that_comes_back_is_told_as_the_third_version_and_not_as_a_repeat_of_the_first()
    {
        await CollectAsync();
        _collector.Has((1, Title, $"{_collector.Body} Update: fixed in 2.9.2.", Today.AddHours(1)));
        await _collector.PollAsync();
        _collector.Has((1, Title, _collector.Body, Today.AddHours(2)));
        await _collector.PollAsync();

        var told = await _bus.ReceivedAsync<ItemCollected>(3, message => message.Source.ItemId == _collector.Id(1));
        told.Select(message => message.NaturalKey).ShouldBeUnique();
        told.OrderBy(message => message.Version).Select(message => message.Source.SnapshotId).Distinct().Count().ShouldBe(2);
        var last = told.MaxBy(message => message.Source.FetchedAt)!;
        (last.Version, last.Source.SnapshotId).ShouldBe((3, (await _collector.ItemAsync(_collector.Id(1))).Item.SnapshotId));
    }

    [Fact]
    public async Task An_issue_that_is_locked_as_spam_is_told_once()
    {
        await CollectAsync();
        var locked = GitHubJson
            .Issue(_collector.Repository, 1, Title, _collector.Body, Today.AddHours(1))
            .Replace("\"state\"", "\"locked\":true,\"active_lock_reason\":\"spam\",\"state\"", StringComparison.Ordinal);
        fixture.App.Upstream.Serve(Issues, GitHubJson.List(locked));
        fixture.App.Upstream.Serve($"{Issues}/1", locked);
        await _collector.PollAsync();
        await _collector.PollAsync();
        await WithdrawnAsync();
    }

    [Fact]
    public async Task What_was_collected_and_is_gone_at_two_looks_is_told()
    {
        await CollectAsync();
        fixture.App.Upstream.Serve(
            Issues,
            GitHubJson.List(GitHubJson.Issue(_collector.Repository, 1, Title, _collector.Body, Today.AddHours(1)))
        );
        fixture.App.Upstream.Fail($"{Issues}/1", 404);
        await _collector.PollAsync();
        (await _collector.ItemAsync(_collector.Id(1))).Item.State.ShouldBe(ItemState.Collected);
        await _collector.EndPauseAsync(_collector.Id(1));
        await WithdrawnAsync();
    }

    private async Task WithdrawnAsync()
    {
        (await _bus.ReceivedAsync<ItemWithdrawn>(1, message => message.ItemId == _collector.Id(1))).Single().Detail.ShouldNotBeEmpty();
        (await _collector.EventuallyAsync(_collector.Id(1), ItemState.Withdrawn)).Detail.ShouldNotBeNull();
    }

    private async Task CollectAsync()
    {
        _collector.Has((1, Title, _collector.Body, Today));
        await _collector.ConfigureAsync();
        (await _collector.PollAsync()).GetProperty("collected").GetInt32().ShouldBe(1);
    }
}
