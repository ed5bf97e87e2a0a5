using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace NewsEducator.Upstream.Tests;

public sealed class YouTubeTests(UpstreamApp app) : IClassFixture<UpstreamApp>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Yt = "http://www.youtube.com/xml/schemas/2015";
    private static readonly XNamespace Media = "http://search.yahoo.com/mrss/";

    [Fact]
    public async Task A_channel_feed_lists_its_videos()
    {
        var feed = XDocument.Parse(await app.TextAsync("/youtube/feeds/videos.xml?channel_id=UCLatency5Vd8Kc3Np6Ys0Qa")).Root!;
        feed.Element(Atom + "title")!.Value.ShouldBe("Latency Lab");
        feed.Elements(Atom + "entry")
            .Select(entry => entry.Element(Yt + "videoId")!.Value)
            .ShouldBe(["sH0rtTip42s", "aUr0raSerB1", "fL4meGr9phA"]);
        var entry = feed.Elements(Atom + "entry").Last();
        entry.Element(Atom + "link")!.Attribute("href")!.Value.ShouldBe("https://www.youtube.com/watch?v=fL4meGr9phA");
        entry.Element(Media + "group")!.Element(Media + "description")!.Value.ShouldStartWith("Hands-on");
        entry.Descendants(Media + "statistics").Single().Attribute("views")!.Value.ShouldBe("31200");
        DateTimeOffset.Parse(entry.Element(Atom + "published")!.Value, null).ShouldBe(app.Time.GetUtcNow().AddMinutes(-20).AddHours(-15));
    }

    [Fact]
    public async Task A_feed_answers_304_to_its_etag()
    {
        const string path = "/youtube/feeds/videos.xml?channel_id=UCOpsroom7Qm2Lr9Xb4Tz1wg";
        using var first = await app.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task A_watch_page_leads_to_captions_that_say_the_same_in_both_formats()
    {
        var player = Player(await app.TextAsync("/youtube/watch?v=eT9cdQrm4x0"));
        player["videoDetails"]!["lengthSeconds"].Text().ShouldBe("1452");
        player["videoDetails"]!["author"].Text().ShouldBe("Ops Room");
        var track = player["captions"]!["playerCaptionsTracklistRenderer"]!["captionTracks"]![0]!;
        track["languageCode"].Text().ShouldBe("en");
        track["kind"].ShouldBeNull();
        var json = (await app.JsonAsync($"{track["baseUrl"].Text()}&fmt=json3"))["events"]!.AsArray();
        var xml = XDocument.Parse(await app.TextAsync(track["baseUrl"].Text())).Root!.Elements("text").ToList();
        json.Select(cue => cue!["segs"]![0]!["utf8"].Text()).ShouldBe(xml.Select(cue => cue.Value));
        json.Select(cue => cue!["tStartMs"].Number()).ShouldBeInOrder();
        string.Join(' ', xml.Select(cue => cue.Value)).ShouldContain("etcdctl snapshot restore");
    }

    [Fact]
    public async Task Automatic_captions_are_marked() =>
        Player(await app.TextAsync("/youtube/watch?v=cH5Emp7yQ2s"))["captions"]!["playerCaptionsTracklistRenderer"]!["captionTracks"]![0]!
            ["kind"]
            .Text()
            .ShouldBe("asr");

    [Fact]
    public async Task A_video_without_captions_has_no_track()
    {
        Player(await app.TextAsync("/youtube/watch?v=n0Tr4nscr1p"))["captions"].ShouldBeNull();
        using var captions = await app.GetAsync("/youtube/api/timedtext?v=n0Tr4nscr1p&lang=en");
        captions.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_unknown_video_is_unavailable()
    {
        Player(await app.TextAsync("/youtube/watch?v=xxxxxxxxxxx"))["playabilityStatus"]!["status"].Text().ShouldBe("ERROR");
        using var oembed = await app.GetAsync("/youtube/oembed?url=https://www.youtube.com/watch?v=xxxxxxxxxxx&format=json");
        oembed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var feed = await app.GetAsync("/youtube/feeds/videos.xml?channel_id=UCnobody");
        feed.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=fL4meGr9phA")]
    [InlineData("https://youtu.be/fL4meGr9phA")]
    [InlineData("https://www.youtube.com/shorts/fL4meGr9phA")]
    public async Task Oembed_knows_the_ways_to_write_a_video_address(string url)
    {
        var embed = await app.JsonAsync($"/youtube/oembed?url={Uri.EscapeDataString(url)}&format=json");
        embed["author_name"].Text().ShouldBe("Latency Lab");
        embed["title"].Text().ShouldStartWith("Read a flame graph");
    }

    private static JsonNode Player(string page)
    {
        const string mark = "var ytInitialPlayerResponse = ";
        var start = page.IndexOf(mark, StringComparison.Ordinal) + mark.Length;
        return JsonNode.Parse(page[start..page.IndexOf(";</script>", start, StringComparison.Ordinal)])!;
    }
}
