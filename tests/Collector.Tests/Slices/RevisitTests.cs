using System.Text.Json;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Slices;

[Collection(SliceCollection.Name)]
public sealed class RevisitTests(CollectorFixture fixture)
{
    private static readonly DateTimeOffset Today = CollectorDriver.Today;

    private readonly CollectorDriver _collector = new(fixture.App);
    private readonly BusProbe _bus = fixture.App.Bus;

    [Fact]
    public async Task The_source_of_a_published_item_is_fetched_again_and_what_it_says_now_is_kept_beside_what_it_said()
    {
        _collector.Has((1, "Deadlock", _collector.Body, Today));
        await _collector.SubmitAsync(_collector.Url(1));
        var first = (await _collector.ItemAsync(_collector.Id(1))).Snapshots.ShouldHaveSingleItem().Id;

        (await LookAsync(1)).SnapshotId.ShouldBe(first);
        _collector.Has((1, "Deadlock", _collector.Body + " Corrected.", Today));
        var now = (await LookAsync(2)).SnapshotId!;

        (await _collector.SnapshotAsync(now)).Text.ShouldContain("Corrected.");
        (await _collector.SnapshotAsync(first)).Text.ShouldNotContain("Corrected.");
        await _bus.ReceivedAsync<ItemCollected>(1, message => message.Source.ItemId == _collector.Id(1));
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_told_and_a_host_in_trouble_is_another_matter()
    {
        var gone = await LookAsync(1);
        (gone.SnapshotId, gone.ComesAgain).ShouldBe((null, false));
        gone.Fault.ShouldNotBeNullOrEmpty();

        fixture.App.Upstream.Fail($"/github/repos/{_collector.Repository}/issues/1", 503);
        var trouble = await LookAsync(2);
        (trouble.SnapshotId, trouble.ComesAgain).ShouldBe((null, true));
        trouble.Fault!.ShouldContain("503");
    }

    [Fact]
    public async Task A_video_whose_captions_are_refused_for_the_moment_has_lost_no_words()
    {
        const string Video = "https://www.youtube.com/watch?v=rev1s1tEd01";
        var upstream = fixture.App.Upstream;
        var player = new
        {
            playabilityStatus = new { status = "OK" },
            videoDetails = new
            {
                videoId = "rev1s1tEd01",
                title = "How we lost quorum",
                author = "Ops Room",
                channelId = "UCrevisited",
                lengthSeconds = "734",
                shortDescription = _collector.Body,
            },
            captions = new
            {
                playerCaptionsTracklistRenderer = new
                {
                    captionTracks = new[] { new { baseUrl = "https://www.youtube.com/api/timedtext?v=rev1s1tEd01", languageCode = "en" } },
                },
            },
            microformat = new { playerMicroformatRenderer = new { publishDate = Today.AddDays(-2).ToString("O") } },
        };
        upstream.Serve(
            "/youtube/watch",
            $"<html><script>var ytInitialPlayerResponse = {JsonSerializer.Serialize(player)};</script></html>",
            "text/html"
        );
        upstream.Serve("/youtube/oembed", """{"title":"How we lost quorum","author_name":"Ops Room"}""");
        upstream.Serve("/youtube/api/timedtext", """{"events":[{"segs":[{"utf8":"Two members were gone."}]}]}""");
        await _collector.SubmitAsync(Video);

        upstream.Fail("/youtube/api/timedtext", 403);
        var looked = await LookAsync(1, Video);
        (looked.SnapshotId, looked.ComesAgain).ShouldBe((null, true));
        looked.Fault!.ShouldContain("captions");

        await _collector.SubmitAsync(Video);
        var snapshot = (await _collector.ItemAsync(ItemIds.ForUrl(Video))).Snapshots.ShouldHaveSingleItem();
        (await _collector.SnapshotAsync(snapshot.Id)).Text.ShouldContain("Two members were gone.");
    }

    private async Task<ItemRevisited> LookAsync(int look, string? url = null)
    {
        await _bus.SendAsync(
            new RevisitRequested
            {
                CandidateId = _collector.Id(1),
                Url = url ?? _collector.Url(1),
                Look = look,
            }
        );
        return (
            await _bus.ReceivedAsync<ItemRevisited>(1, message => message.CandidateId == _collector.Id(1) && message.Look == look)
        ).Single();
    }
}
