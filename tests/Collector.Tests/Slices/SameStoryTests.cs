using NewsEducator.Collector.Items;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Slices;

/// <summary>Copies of a text, and items that tell of one event.</summary>
[Collection(SliceCollection.Name)]
public sealed class SameStoryTests(CollectorFixture fixture)
{
    private const string Title = "Deadlock when two workers commit at once";
    private static readonly DateTimeOffset Today = CollectorDriver.Today;

    private readonly CollectorDriver _collector = new(fixture.App);
    private readonly BusProbe _bus = fixture.App.Bus;

    [Fact]
    public async Task Of_two_copies_polled_at_the_same_moment_one_is_kept()
    {
        var other = new CollectorDriver(fixture.App);
        await ConfigureAsync((1, Title, _collector.Body, Today));
        other.Has((1, Title, _collector.Body, Today));
        await other.ConfigureAsync();
        await Task.WhenAll(_collector.PollAsync(), other.PollAsync());
        var states = new[] { (await _collector.ItemAsync(_collector.Id(1))).Item, (await other.ItemAsync(other.Id(1))).Item };
        states.Count(item => item.State == ItemState.Collected).ShouldBe(1);
        states.Count(item => item.Reason == DropReason.Duplicate).ShouldBe(1);
    }

    [Fact]
    public async Task News_of_a_story_that_was_covered_says_so_and_counts_its_voices()
    {
        var other = new CollectorDriver(fixture.App);
        await ConfigureAsync((1, Title, _collector.Body, Today));
        await _collector.PollAsync();
        other.Has((1, Title, $"{other.Body} The same as {_collector.Url(1)}.", Today));
        await other.ConfigureAsync();
        await other.PollAsync();

        var first = (await _bus.ReceivedAsync<ItemCollected>(1, IsOf(1))).Single();
        var second = (await _bus.ReceivedAsync<ItemCollected>(1, message => message.Source.ItemId == other.Id(1))).Single();
        first.UpdateOf.ShouldBeNull();
        second.ShouldSatisfyAllConditions(
            it => it.UpdateOf.ShouldBe(_collector.Id(1)),
            it => it.Related.ShouldHaveSingleItem().SnapshotId.ShouldBe(first.Source.SnapshotId),
            it => it.Source.Score.ShouldBe(first.Source.Score + 0.9, tolerance: 0.11));
    }

    [Fact]
    public async Task A_copy_of_what_a_person_skipped_does_not_come_back()
    {
        var copy = new CollectorDriver(fixture.App);
        await ConfigureAsync((1, Title, _collector.Body, Today));
        await _collector.PollAsync();
        await _bus.SendAsync(new ItemSkipped
        {
            CandidateId = _collector.Id(1), ItemId = _collector.Id(1), PackDate = new DateOnly(2026, 2, 3), SkippedBy = "vera", SkippedAt = Today,
        });
        await BusProbe.EventuallyAsync(async () => (await _collector.ItemAsync(_collector.Id(1))).Item.State == ItemState.Tombstoned);
        copy.Has((1, Title, _collector.Body, Today));
        await copy.ConfigureAsync();
        await copy.PollAsync();
        (await copy.ItemAsync(copy.Id(1))).Item.Reason.ShouldBe(DropReason.Tombstone);
    }

    [Fact]
    public async Task The_same_text_a_second_time_is_a_duplicate_of_the_first()
    {
        await ConfigureAsync((1, Title, _collector.Body, Today), (2, Title, $"{_collector.Body} Same here.", Today.AddMinutes(5)));
        await _collector.PollAsync();
        var copy = (await _collector.ItemAsync(_collector.Id(2))).Item;
        copy.Reason.ShouldBe(DropReason.Duplicate);
        copy.Detail.ShouldNotBeNull().ShouldContain(_collector.Url(1));
    }

    [Fact]
    public async Task Of_two_that_tell_of_one_event_at_the_same_moment_the_second_one_says_so()
    {
        // Each links to the other; whichever is settled first is the one that told of it first.
        var other = new CollectorDriver(fixture.App);
        await ConfigureAsync((1, Title, $"{_collector.Body} The same as {other.Url(1)}.", Today));
        other.Has((1, Title, $"{other.Body} The same as {_collector.Url(1)}.", Today));
        await other.ConfigureAsync();

        await Task.WhenAll(_collector.PollAsync(), other.PollAsync());

        var told = await _bus.ReceivedAsync<ItemCollected>(2, message => message.Source.ItemId == _collector.Id(1) || message.Source.ItemId == other.Id(1));
        var second = told.Where(message => message.UpdateOf is not null).ShouldHaveSingleItem();
        second.Related.ShouldHaveSingleItem().ItemId.ShouldBe(second.UpdateOf!.Value);
        told.Select(message => message.Source.ItemId).ShouldContain(second.UpdateOf!.Value);
    }

    private async Task ConfigureAsync(params (int Number, string Title, string Body, DateTimeOffset UpdatedAt)[] issues)
    {
        _collector.Has(issues);
        await _collector.ConfigureAsync();
    }

    private Func<ItemCollected, bool> IsOf(int number) => message => message.Source.ItemId == _collector.Id(number);
}
