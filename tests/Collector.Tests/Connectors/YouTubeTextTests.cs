using NewsEducator.Collector.Connectors;
using NewsEducator.Collector.Connectors.YouTube;

namespace NewsEducator.Collector.Tests.Connectors;

public sealed class YouTubeTextTests
{
    [Fact]
    public void Captions_that_roll_are_said_once_and_what_is_said_twice_is_kept()
    {
        const string Rolling =
            "WEBVTT\nKind: captions\n\n00:00:00.480 --> 00:00:02.960 align:start\nwe lost<00:00:00.800><c> the lease</c>\n\n00:00:02.960 --> 00:00:02.970\nwe lost the lease\n\n"
            + "00:00:02.970 --> 00:00:05.120\nwe lost the lease\nand then the quorum.\n\nNOTE not spoken\n\n01:05.000 --> 01:06.000\nAgain.\n\n01:09.000 --> 01:10.000\nAgain.\n";
        CaptionFile.TextOf(Rolling).ShouldBe("we lost the lease and then the quorum.\nAgain.\nAgain.");
    }

    [Theory]
    [InlineData(
        "<?xml version=\"1.0\"?><transcript><text start=\"0\" dur=\"1\">it isn&amp;#39;t &lt;i&gt;up&lt;/i&gt;</text><text start=\"1\"/><text start=\"2\">&amp;gt; no</text></transcript>",
        "it isn't up > no"
    )]
    [InlineData(
        "<timedtext format=\"3\"><body><p t=\"0\" d=\"9\"><s>it</s><s t=\"1\"> is</s></p><p t=\"9\">down</p></body></timedtext>",
        "it is down"
    )]
    public void Captions_in_xml_are_read_as_well(string xml, string text) => CaptionFile.TextOf(xml).ShouldBe(text);

    [Fact]
    public void What_is_said_between_angles_is_kept() =>
        CaptionFile
            .TextOf(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "09-captions.xml")))
            .ShouldBe(
                "so if the pool is < 5 and the queue is > 300 we page someone when p99 < 40 ms and errors > 2 % we roll back Vec<u8> beats Box"
            );

    [Theory]
    [InlineData("<v Mira>p99 &lt; 40 ms &gt; 2</v>", "p99 < 40 ms > 2")]
    [InlineData("a<00:00:01.000><c.colorE5E5E5> b</c>", "a b")]
    [InlineData("Map<string, T> and a <b>bold</b> x", "Map<string, T> and a bold x")]
    public void Only_tags_of_captions_are_markup(string line, string text) => WebVtt.Plain(line).ShouldBe(text);

    [Theory]
    [InlineData("""{"id":{"videoId":5}}""")]
    [InlineData("""{"id":{"channelId":null},"contentDetails":{"duration":"P999999999Y"}}""")]
    public void An_id_or_a_length_that_is_none_costs_itself(string item)
    {
        var read = DataList.Read($$"""{"kind":"list","items":[{{item}}]}""").Items.ShouldHaveSingleItem();
        (read.Target, read.ContentDetails?.Length).ShouldBe((null, null));
    }

    [Fact]
    public void A_track_without_a_language_costs_itself() =>
        Player
            .In(
                """
                {"captions":{"playerCaptionsTracklistRenderer":{"captionTracks":[{"baseUrl":"a","languageCode":null},{"baseUrl":"b"},{"baseUrl":"c","languageCode":"en"}]}}}
                """.Trim()
            )
            .Captions!.Best()!
            .BaseUrl.ShouldBe("c");

    [Fact]
    public void Cues_run_on_until_a_sentence_ends() =>
        CaptionFile
            .TextOf(
                """
                {"wireMagic":"pb3","events":[
                  {"tStartMs":0,"dDurationMs":9000,"id":1,"wpWinPosId":1},
                  {"tStartMs":10,"segs":[{"utf8":"we lost"},{"utf8":" quorum","tOffsetMs":20}]},
                  {"tStartMs":20,"aAppend":1,"segs":[{"utf8":"\n"}]},
                  {"tStartMs":30,"segs":[{"utf8":"in a power\ncut."}]},
                  {"tStartMs":40,"segs":[{"utf8":"Then we waited"}]}]}
                """
            )
            .ShouldBe("we lost quorum in a power cut.\nThen we waited");

    [Fact]
    public void No_captions_are_no_text_and_something_else_is_an_error()
    {
        CaptionFile.TextOf("").ShouldBe("");
        Should.Throw<UnreadableException>(() => CaptionFile.TextOf("<html/>"));
    }

    [Fact]
    public void The_players_data_ends_with_its_last_brace_whatever_follows()
    {
        var player = Player.In(
            """
            <script>var ytInitialPlayerResponse = {"videoDetails":{"videoId":"x","title":"a } b \" {","lengthSeconds":"213"}};var meta = {};</script>
            """
        );
        player.VideoDetails.ShouldNotBeNull().Title.ShouldBe("a } b \" {");
    }

    [Theory]
    [InlineData("<html><form action=\"https://consent.youtube.com/s\"></form></html>")]
    [InlineData("var ytInitialPlayerResponse = {\"videoDetails\":")]
    [InlineData("var ytInitialPlayerResponse = null;")]
    public void A_page_without_player_data_is_told_apart(string page) => Should.Throw<UnreadableException>(() => Player.In(page));

    [Fact]
    public void Written_captions_in_English_or_Chinese_come_before_recognized_ones_and_other_languages()
    {
        CaptionTrack czech = Track("?lang=cs", "cs"),
            heard = Track("?lang=en", "en") with { Kind = "asr" },
            written = Track("?lang=zh-Hans", "zh-Hans");
        new PlayerCaptions(new CaptionTrackList([czech, heard, written])).Best().ShouldBe(written);
        new PlayerCaptions(new CaptionTrackList([czech, heard])).Best().ShouldBe(heard);
    }

    [Fact]
    public void Of_a_tracks_address_only_the_parameters_are_used() =>
        Track("https://evil.example/x?v=abc&lang=en&fmt=srv3&name=a%26b", "en")
            .Parameters()
            .ShouldBe(
                new Dictionary<string, string>
                {
                    ["v"] = "abc",
                    ["lang"] = "en",
                    ["fmt"] = "json3",
                    ["name"] = "a&b",
                }
            );

    [Fact]
    public void A_feed_tells_of_its_videos()
    {
        var video = ChannelFeed
            .Read(Feed("<yt:videoId>0A1ouV7iD8o</yt:videoId><published>2020-12-22T19:15:01+02:00</published>"))
            .ShouldHaveSingleItem();
        video.Address.Url.ShouldBe("https://www.youtube.com/watch?v=0A1ouV7iD8o");
        video.Author.ShouldBe("Ops Room");
        video.PublishedAt.ShouldBe(new DateTimeOffset(2020, 12, 22, 17, 15, 1, TimeSpan.Zero));
        video.PublishedAt.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData("\u000B")]
    [InlineData("&#11;")]
    [InlineData("\uFFFE")]
    public void A_character_that_xml_forbids_costs_itself(string character) =>
        ChannelFeed
            .Read(Feed($"<yt:videoId>0A1ouV7iD8o</yt:videoId><published>2020-12-22T19:15:01+02:00</published><x>{character}</x>"))
            .ShouldHaveSingleItem();

    [Theory]
    [InlineData("<!DOCTYPE feed [<!ENTITY a \"b\">]><feed xmlns=\"http://www.w3.org/2005/Atom\">&a;</feed>")]
    [InlineData("<rss/>")]
    [InlineData("<feed")]
    public void A_feed_with_a_document_type_or_none_at_all_is_refused(string xml) =>
        Should.Throw<UnreadableException>(() => ChannelFeed.Read(xml));

    [Theory]
    [InlineData("<published>2020-12-22T19:15:01+00:00</published>")]
    [InlineData("<yt:videoId>0A1ouV7iD8o</yt:videoId><published>yesterday</published>")]
    public void An_entry_without_id_or_date_is_left_out_and_the_others_are_read(string entry) =>
        ChannelFeed.Read(Feed(entry)).ShouldBeEmpty();

    private static string Feed(string entry) =>
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns="http://www.w3.org/2005/Atom"><title>Ops Room</title>
            <entry>{entry}<title>A video</title><author><name>Ops Room</name></author></entry></feed>
            """;

    [Theory]
    [InlineData("LOGIN_REQUIRED", "Sign in to confirm you’re not a bot", FaultKind.Forbidden)]
    [InlineData("LOGIN_REQUIRED", "Sign in to confirm your age", FaultKind.Forbidden)]
    [InlineData("UNPLAYABLE", "The uploader has not made this video available in your country", FaultKind.Forbidden)]
    [InlineData("LIVE_STREAM_OFFLINE", "Premieres in 3 hours", FaultKind.Later)]
    [InlineData("ERROR", "An error occurred. Please try again later.", FaultKind.Later)]
    [InlineData("SOMETHING_NEW", null, FaultKind.Later)]
    [InlineData("ERROR", "Video unavailable", FaultKind.Gone)]
    [InlineData("ERROR", "This video has been removed by the uploader", FaultKind.Gone)]
    [InlineData("LOGIN_REQUIRED", "This video is private", FaultKind.Gone)]
    public void Only_a_video_that_its_author_took_away_is_gone(string status, string? reason, object kind)
    {
        var player = Player.In(System.Text.Json.JsonSerializer.Serialize(new { playabilityStatus = new { status, reason } }));
        Should.Throw<UnreadableException>(() => player.Playing("AAAAAAAAAAA")).Kind.ShouldBe((FaultKind)kind);
    }

    [Fact]
    public void A_video_that_asks_whether_we_are_a_bot_is_asked_for_again()
    {
        var player = Player.In(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "13-notabot.json")));
        Should.Throw<UnreadableException>(() => player.Playing("AAAAAAAAAAA")).Kind.ShouldBe(FaultKind.Forbidden);
    }

    private static CaptionTrack Track(string url, string language) => new() { BaseUrl = url, LanguageCode = language };
}
