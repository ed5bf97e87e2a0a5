using NewsEducator.Collector.Items;
using NewsEducator.Collector.Tests.Upstreams;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Slices;

[Collection(SliceCollection.Name)]
public sealed class NamedItemTests(CollectorFixture fixture)
{
    private static readonly DateTimeOffset Today = CollectorDriver.Today;

    private readonly CollectorDriver _collector = new(fixture.App);
    private readonly BusProbe _bus = fixture.App.Bus;

    [Fact]
    public async Task A_submitted_item_skips_the_rules_and_comes_back_with_its_submission()
    {
        _collector.Has((1, "Release v4.2.0", "Short.", Today.AddYears(-2)));
        var submission = CollectorDriver.Submission(_collector.Url(1));
        await _bus.SendAsync(new ItemSubmitted { Url = _collector.Url(1) + "?utm_source=pack#top", Submission = submission });
        var collected = (await _bus.ReceivedAsync<ItemCollected>(1, message => message.Submission?.Id == submission.Id)).Single();
        collected.Submission.ShouldBe(submission);
        (await _collector.SnapshotAsync(collected.Source.SnapshotId)).Text.ShouldBe("Release v4.2.0\n\nShort.");
    }

    [Fact]
    public async Task An_item_that_is_known_is_published_again_for_each_submission_and_once_for_each()
    {
        _collector.Has((1, "Deadlock", _collector.Body, Today));
        await _collector.SubmitAsync(_collector.Url(1));
        var submission = CollectorDriver.Submission(_collector.Url(1));
        await _bus.SendAsync(new ItemSubmitted { Url = _collector.Url(1), Submission = submission });
        await _bus.SendAsync(new ItemSubmitted { Url = _collector.Url(1), Submission = submission });
        await _bus.ReceivedAsync<ItemCollected>(1, message => message.Submission?.Id == submission.Id);
        await _bus.ReceivedAsync<ItemCollected>(1, message => message.Source.ItemId == _collector.Id(1) && message.Submission is null);
        (await _collector.ItemAsync(_collector.Id(1))).Snapshots.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("https://evil.example/{0}/issues/1", DropReason.Whitelist)]
    [InlineData("https://github.com/{0}/issues/1", DropReason.NotFetched)]
    [InlineData("https://github.com/{0}", DropReason.NotFetched)]
    [InlineData("no address at all {0}", DropReason.Whitelist)]
    public async Task A_submitted_item_that_cannot_be_had_is_dropped_with_its_submission(string form, DropReason reason)
    {
        var url = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, _collector.Repository);
        var submission = CollectorDriver.Submission(url);
        await _bus.SendAsync(new ItemSubmitted { Url = url, Submission = submission });
        var dropped = (await _bus.ReceivedAsync<ItemDropped>(1, message => message.Submission?.Id == submission.Id)).Single();
        dropped.Reason.ShouldBe(reason);
        dropped.Detail.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_address_that_is_too_long_is_kept_up_to_a_whole_character()
    {
        var begin = $"https://github.com/{_collector.Repository}/issues/";
        var url = begin.PadRight(CanonicalUrl.LongestUrl - 1, '1') + "\U0001F980 and more";
        var submission = CollectorDriver.Submission(url);
        await _bus.SendAsync(new ItemSubmitted { Url = url, Submission = submission });
        var dropped = (await _bus.ReceivedAsync<ItemDropped>(1, message => message.Submission?.Id == submission.Id)).Single();
        dropped.Url.ShouldBe(url[..(CanonicalUrl.LongestUrl - 1)]);
    }

    [Fact]
    public async Task A_submitted_item_that_redirects_off_the_whitelist_is_dropped_with_the_target()
    {
        fixture.App.Upstream.Redirect($"/github/repos/{_collector.Repository}/issues/1", "https://evil.example/x");
        var submission = CollectorDriver.Submission(_collector.Url(1));
        await _bus.SendAsync(new ItemSubmitted { Url = _collector.Url(1), Submission = submission });
        var dropped = (await _bus.ReceivedAsync<ItemDropped>(1, message => message.Submission?.Id == submission.Id)).Single();
        dropped.Reason.ShouldBe(DropReason.Whitelist);
        dropped.Detail.ShouldContain("https://evil.example/x");
    }

    [Fact]
    public async Task A_skipped_item_is_never_offered_again()
    {
        _collector.Has((1, "Deadlock", _collector.Body, Today));
        await _collector.SubmitAsync(_collector.Url(1));
        await _collector.SkipAsync(1);

        _collector.Has((1, "Deadlock, now worse", _collector.Body, Today.AddHours(1)));
        (await _collector.SubmitAsync(_collector.Url(1))).State.ShouldBe(ItemState.Tombstoned);
        await _collector.ConfigureAsync();
        (await _collector.PollAsync()).GetProperty("unchanged").GetInt32().ShouldBe(1);
        await _bus.ReceivedAsync<ItemCollected>(1, message => message.Source.ItemId == _collector.Id(1));
    }

    [Fact]
    public async Task A_renamed_repository_gives_the_item_its_present_address()
    {
        _collector.Has((1, "Deadlock", _collector.Body, Today));
        var moved = $"/github/repos/old/{_collector.SourceId}/issues/1";
        fixture.App.Upstream.Redirect(
            moved,
            new Uri(fixture.App.Upstream.Address, $"/github/repos/{_collector.Repository}/issues/1").ToString()
        );
        (await _collector.SubmitAsync($"https://github.com/old/{_collector.SourceId}/issues/1")).Url.ShouldBe(_collector.Url(1));
    }
}
