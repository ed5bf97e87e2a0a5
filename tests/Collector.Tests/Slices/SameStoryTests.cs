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
            it => it.Source.Score.ShouldBe(first.Source.Score + 0.9, tolerance: 0.11)
        );
    }

    [Fact]
    public async Task A_copy_of_what_a_person_skipped_does_not_come_back()
    {
        var copy = new CollectorDriver(fixture.App);
        await ConfigureAsync((1, Title, _collector.Body, Today));
        await _collector.PollAsync();
        await _collector.SkipAsync(1);
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

        var told = await _bus.ReceivedAsync<ItemCollected>(
            2,
            message => message.Source.ItemId == _collector.Id(1) || message.Source.ItemId == other.Id(1)
        );
        var second = told.Where(message => message.UpdateOf is not null).ShouldHaveSingleItem();
        second.Related.ShouldHaveSingleItem().ItemId.ShouldBe(second.UpdateOf!.Value);
        told.Select(message => message.Source.ItemId).ShouldContain(second.UpdateOf!.Value);
    }

    [Fact]
    public async Task Two_issues_of_one_form_are_two_stories_even_where_what_the_form_links_to_is_one()
    {
        var linked = (3766, "Dry run and real run pick other formats", _collector.Body, Today);
        var forms = new[] { "a", "b" }
            .Select((name, at) => (at + 1, $"Report {name} of {_collector.SourceId}", Form(name), Today.AddMinutes(at)))
            .ToList();
        await ConfigureAsync([linked, .. forms]);
        (await _collector.PollAsync()).GetProperty("collected").GetInt32().ShouldBe(3);
        var told = await _bus.ReceivedAsync<ItemCollected>(
            3,
            message => message.Source.CanonicalUrl.Contains(_collector.Repository, StringComparison.Ordinal)
        );
        told.ShouldAllBe(message => message.UpdateOf == null && message.Related.Count == 0);
    }

    [Fact]
    public async Task A_sentence_with_a_link_that_others_repeat_is_a_template_s_and_joins_nobody()
    {
        var line = $"Please compare your report with {_collector.Url(1)} before you file it.";
        await ConfigureAsync(
            (2, $"{Title} in the cache {_collector.SourceId}", $"{line}\n\n{Unlike(2)}", Today),
            (3, $"{Title} in the queue {_collector.SourceId}", $"{line}\n\n{Unlike(3)}", Today.AddMinutes(1))
        );
        (await _collector.PollAsync()).GetProperty("collected").GetInt32().ShouldBe(2);
        _collector.Has((1, $"{Title} {_collector.SourceId}", Unlike(1), Today.AddMinutes(2)));
        await _collector.PollAsync();
        (await _bus.ReceivedAsync<ItemCollected>(1, IsOf(1))).Single().UpdateOf.ShouldBeNull();
    }

    [Fact]
    public async Task A_short_reference_joins_two_items_only_where_their_titles_are_close()
    {
        await ConfigureAsync(
            (1, Title, Unlike(1), Today),
            (
                2,
                "Deadlock: two workers that commit wait for each other",
                $"The same as #1 on another machine. {Unlike(2)}",
                Today.AddMinutes(1)
            ),
            (3, "Cookies of one profile leak into another", $"I saw it after #1 was reported. {Unlike(3)}", Today.AddMinutes(2))
        );
        (await _collector.PollAsync()).GetProperty("collected").GetInt32().ShouldBe(3);
        (await _bus.ReceivedAsync<ItemCollected>(1, IsOf(2))).Single().UpdateOf.ShouldBe(_collector.Id(1));
        (await _bus.ReceivedAsync<ItemCollected>(1, IsOf(3))).Single().UpdateOf.ShouldBeNull();
    }

    private string Form(string name) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", $"10-template-{name}.md"))
            .Replace("acme-dl/acme-dl", _collector.Repository, StringComparison.Ordinal);

    private string Unlike(int number) =>
        $"A deadlock stopped production for 30 minutes. {string.Join(' ', Enumerable.Range(0, 80).Select(word => $"{_collector.SourceId}y{number}y{word}"))} {_collector.Body[..120]}";

    private async Task ConfigureAsync(params (int Number, string Title, string Body, DateTimeOffset UpdatedAt)[] issues)
    {
        _collector.Has(issues);
        await _collector.ConfigureAsync();
    }

    private Func<ItemCollected, bool> IsOf(int number) => message => message.Source.ItemId == _collector.Id(number);
}
