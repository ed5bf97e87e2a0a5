using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NewsEducator.Collector.Connectors;
using NewsEducator.Contracts;

namespace NewsEducator.Collector.Tests.Upstreams;

public sealed class ConnectorTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Published = new(2026, 3, 1, 7, 0, 0, TimeSpan.FromHours(-8));
    private const string VideoUrl = "https://www.youtube.com/watch?v=eT9cdQrm4x0";
    private ConnectedUpstream _upstream = null!;

    public async ValueTask InitializeAsync() => _upstream = await ConnectedUpstream.StartAsync();

    public ValueTask DisposeAsync() => _upstream.DisposeAsync();

    [Fact]
    public async Task The_comment_that_closed_an_issue_is_its_answer()
    {
        _upstream.Server.Serve(
            "/github/repos/a/b/issues/1",
            """
            {"html_url":"https://github.com/a/b/issues/1","title":"T","user":null,"labels":[],"state":"closed","state_reason":"completed","comments":2,
             "body":null,"closed_by":{"login":"mira"},"closed_at":"2026-03-04T08:00:02Z","created_at":"2026-03-01T00:00:00Z","updated_at":"2026-03-04T08:00:02Z"}
            """
        );
        _upstream.Server.Serve(
            "/github/repos/a/b/issues/1/comments",
            """
            [{"user":{"login":"mira"},"body":"I look at it.","created_at":"2026-03-02T00:00:00Z"},
             {"user":{"login":"mira"},"body":"Fixed in #2.","created_at":"2026-03-04T08:00:00Z","reactions":{"total_count":4}}]
            """
        );
        var issue = await _upstream.FetchAsync("https://github.com/a/b/issues/1");
        issue.State.ShouldBe("closed (completed)");
        issue
            .Parts.Where(part => part.Kind is SectionKind.Comment)
            .Select(part => (part.Text, part.IsAnswer, part.Reactions))
            .ShouldBe([("I look at it.", false, 0), ("Fixed in #2.", true, 4)]);
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(-1_000)]
    public async Task A_number_of_comments_that_no_issue_has_does_not_lose_the_issue(int comments)
    {
        _upstream.Server.Serve(
            "/github/repos/a/b/issues/1",
            $$"""{"html_url":"https://github.com/a/b/issues/1","title":"T","comments":{{comments}},"created_at":"2026-03-01T00:00:00Z","updated_at":"2026-03-04T08:00:02Z"}"""
        );
        _upstream.Server.Serve("/github/repos/a/b/issues/1/comments", "[]");
        (await _upstream.FetchAsync("https://github.com/a/b/issues/1")).Facts.Title.ShouldBe("T");
    }

    [Fact]
    public async Task A_discussion_with_a_number_beyond_all_numbers_is_gone()
    {
        var error = await Should.ThrowAsync<UnreadableException>(() =>
            _upstream.FetchAsync("https://github.com/a/b/discussions/4294967296")
        );
        error.Kind.ShouldBe(FaultKind.Gone);
    }

    [Theory]
    [InlineData(
        "/huggingface/api/models/org/model/discussions/7",
        "https://huggingface.co/org/model/discussions/7",
        """{"num":7,"title":"T","repo":null,"createdAt":"2026-03-01T00:00:00Z"}"""
    )]
    [InlineData(
        "/huggingface/api/models/org/model/discussions/7",
        "https://huggingface.co/org/model/discussions/7",
        """{"num":7,"title":"T","repo":{},"createdAt":"2026-03-01T00:00:00Z"}"""
    )]
    [InlineData("/huggingface/api/models/org/model/discussions/7", "https://huggingface.co/org/model/discussions/7", "null")]
    [InlineData("/huggingface/api/papers/2611.01234", "https://huggingface.co/papers/2611.01234", "null")]
    [InlineData(
        "/github/repos/a/b/issues/1",
        "https://github.com/a/b/issues/1",
        """{"html_url":null,"title":"T","created_at":"2026-03-01T00:00:00Z","updated_at":"2026-03-01T00:00:00Z"}"""
    )]
    public async Task Nothing_where_something_is_needed_is_the_upstreams_fault(string path, string url, string answer)
    {
        _upstream.Server.Serve(path, answer);
        var error = await Should.ThrowAsync<Exception>(() => _upstream.FetchAsync(url));
        UpstreamFault.Of(error, DateTimeOffset.UnixEpoch).ShouldNotBeNull($"{error.GetType().Name}: {error.Message}");
    }

    [Fact]
    public async Task A_list_that_is_null_is_an_empty_one()
    {
        _upstream.Server.Serve(
            "/huggingface/api/papers/2611.01234",
            """{"id":"2611.01234","title":"T","authors":null,"comments":null,"publishedAt":"2026-03-01T00:00:00Z"}"""
        );
        (await _upstream.FetchAsync("https://huggingface.co/papers/2611.01234")).Facts.Title.ShouldBe("T");
    }

    [Fact]
    public async Task A_discussion_is_read_with_replies_below_their_comments()
    {
        _upstream.Server.Serve(
            "/github/graphql",
            """
            {"data":{"repository":{"discussion":{"url":"https://github.com/a/b/discussions/7","title":"T","body":"B","closed":false,"isAnswered":true,
             "upvoteCount":31,"createdAt":"2026-03-01T00:00:00Z","updatedAt":"2026-03-02T00:00:00Z","author":{"login":"lea"},
             "labels":{"nodes":[{"name":"perf"}]},"reactions":{"totalCount":2},"comments":{"totalCount":9,"nodes":[
               {"body":"one","isAnswer":false,"upvoteCount":1,"author":null,"replies":{"nodes":[{"body":"one.one","author":{"login":"x"}}]}},
               {"body":"two","isAnswer":true,"upvoteCount":5,"author":{"login":"y"},"reactions":{"totalCount":8}}]}}}}}
            """
        );
        var discussion = await _upstream.FetchAsync("https://github.com/a/b/discussions/7");
        discussion.Facts.ShouldSatisfyAllConditions(
            it => it.Comments.ShouldBe(9),
            it => it.Reactions.ShouldBe(31),
            it => it.Labels.ShouldBe(["perf"])
        );
        discussion.State.ShouldBe("answered");
        discussion
            .Parts.Select(part => (part.Text, part.IsAnswer))
            .ShouldBe([("B", false), ("one", false), ("one.one", false), ("two", true)]);
    }

    [Fact]
    public async Task A_discussion_that_is_not_there_is_an_answer_with_status_200()
    {
        _upstream.Server.Serve(
            "/github/graphql",
            """{"data":{"repository":{"discussion":null}},"errors":[{"type":"NOT_FOUND","message":"Could not resolve to a Discussion"}]}"""
        );
        (
            await Should.ThrowAsync<UnreadableException>(() => _upstream.FetchAsync("https://github.com/a/b/discussions/7"))
        ).Message.ShouldContain("Could not resolve to a Discussion");
    }

    [Fact]
    public async Task A_video_takes_its_name_from_oembed_and_its_words_from_the_written_captions()
    {
        ServeVideo(Player("""{"status":"OK"}"""));
        _upstream.Server.Serve("/youtube/oembed", """{"title":"We lost quorum","author_name":"Ops Room","type":"video"}""");
        _upstream.Server.Serve("/youtube/api/timedtext", """{"events":[{"segs":[{"utf8":"We lost it."}]}]}""");
        var video = await _upstream.FetchAsync(VideoUrl);
        video.Facts.ShouldSatisfyAllConditions(
            it => it.Title.ShouldBe("We lost quorum"),
            it => it.Author.ShouldBe("Ops Room"),
            it => it.Duration.ShouldBe(TimeSpan.FromSeconds(734)),
            it => it.PublishedAt.ShouldBe(new DateTimeOffset(2026, 3, 1, 15, 0, 0, TimeSpan.Zero))
        );
        video.AuthorId.ShouldBe("UCOpsroom");
        video
            .Parts.Select(part => (part.Kind, part.Text))
            .ShouldBe([(SectionKind.Body, "How we got it back."), (SectionKind.Transcript, "We lost it.")]);
        _upstream.Server.Requests.ShouldContain("/youtube/api/timedtext?v=eT9cdQrm4x0&sig=s%2F1&fmt=json3");
    }

    [Fact]
    public async Task A_video_that_may_not_be_embedded_is_named_by_its_page()
    {
        ServeVideo(Player("""{"status":"OK"}"""));
        _upstream.Server.Fail("/youtube/oembed", StatusCodes.Status401Unauthorized);
        _upstream.Server.Serve("/youtube/api/timedtext", "");
        var video = await _upstream.FetchAsync(VideoUrl);
        (video.Facts.Title, video.Facts.Author).ShouldBe(("Page title", "Page author"));
    }

    [Fact]
    public async Task A_new_video_waits_for_its_captions()
    {
        ServeVideo(Player("""{"status":"OK"}""", TimeProvider.System.GetUtcNow().AddHours(-1)));
        _upstream.Server.Serve("/youtube/oembed", """{"title":"T","author_name":"A"}""");
        _upstream.Server.Fail("/youtube/api/timedtext", StatusCodes.Status403Forbidden);
        (await Should.ThrowAsync<UnreadableException>(() => _upstream.FetchAsync(VideoUrl))).Kind.ShouldBe(FaultKind.Later);

        _upstream.Server.Serve("/youtube/api/timedtext", """{"events":[{"segs":[{"utf8":"We lost quorum."}]}]}""");
        (await _upstream.FetchAsync(VideoUrl)).Parts[^1].Text.ShouldBe("We lost quorum.");
    }

    [Fact]
    public async Task A_video_that_is_not_played_tells_why()
    {
        ServeVideo(Player("""{"status":"LOGIN_REQUIRED","reason":"Sign in to confirm your age"}"""));
        (await Should.ThrowAsync<UnreadableException>(() => _upstream.FetchAsync(VideoUrl))).Message.ShouldContain(
            "Sign in to confirm your age"
        );
    }

    [Fact]
    public async Task A_handle_is_resolved_and_the_listed_videos_have_their_figures_and_shorts_are_marked()
    {
        _upstream.Server.Serve(
            "/youtube/@ops-room",
            """<html><link rel="canonical" href="https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv"></html>""",
            "text/html"
        );
        _upstream.Server.Serve(
            "/youtube/feeds/videos.xml",
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:yt="http://www.youtube.com/xml/schemas/2015">
              <entry><yt:videoId>eT9cdQrm4x0</yt:videoId><title>We lost quorum</title><link rel="alternate" href="https://www.youtube.com/watch?v=eT9cdQrm4x0"/><published>2026-03-03T08:00:00+00:00</published></entry>
              <entry><yt:videoId>aaaaaaaaaa1</yt:videoId><title>One minute</title><link rel="alternate" href="https://www.youtube.com/shorts/aaaaaaaaaa1"/><published>2026-03-03T09:00:00+00:00</published></entry>
            </feed>
            """
        );
        _upstream.Server.Serve(
            "/data/youtube/v3/videos",
            """{"kind":"youtube#videoListResponse","items":[{"id":"eT9cdQrm4x0","contentDetails":{"duration":"PT12M14S"},"statistics":{"viewCount":"900","likeCount":"41","commentCount":"7"}}]}"""
        );
        var listed = await _upstream.ListAsync("youtube-channel", "@ops-room", Some.Now.AddDays(-3));
        listed
            .Select(video => (video.Duration, video.Reactions, video.Comments, video.IsShort))
            .ShouldBe([(TimeSpan.FromSeconds(734), 41, 7, false), (null, 0, 0, true)]);
        _upstream.Server.Requests.ShouldContain("/youtube/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv");
        _upstream.Server.Requests.ShouldContain(request =>
            request.Contains("id=eT9cdQrm4x0%2Caaaaaaaaaa1&key=key-1", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_discussion_that_began_before_the_window_and_grew_is_listed_again()
    {
        _upstream.Server.Serve(
            "/huggingface/api/models/org/d/discussions",
            """{"count":2,"discussions":[{"num":3,"title":"T","repo":{"name":"org/d","type":"model"},"createdAt":"2026-02-22T00:00:00.000Z","numComments":40},{"num":1,"title":"Old","repo":{"name":"org/d","type":"model"},"createdAt":"2026-02-01T00:00:00.000Z"}]}"""
        );

        (await _upstream.ListAsync("huggingface-discussions", "org/d", Some.Now.AddDays(-3)))
            .ShouldHaveSingleItem()
            .Comments.ShouldBe(39, "the first one is its text");
    }

    [Fact]
    public async Task The_discussions_of_a_dataset_and_of_an_organisations_models_are_listed()
    {
        const string Listed =
            """{"count":1,"discussions":[{"num":3,"title":"Labels are shifted","author":{"name":"kk"},"repo":{"name":"org/d","type":"TYPE"},"createdAt":"2026-03-03T00:00:00.000Z","numComments":4},{"num":1,"title":"Old","repo":{"name":"org/d","type":"TYPE"},"createdAt":"2020-03-03T00:00:00.000Z"}]}""";
        _upstream.Server.Serve("/huggingface/api/datasets/org/d/discussions", Listed.Replace("TYPE", "dataset"));
        _upstream.Server.Serve("/huggingface/api/models", """[{"id":"org/d","likes":4}]""");
        _upstream.Server.Serve("/huggingface/api/models/org/d/discussions", Listed.Replace("TYPE", "model"));
        (await _upstream.ListAsync("huggingface-dataset-discussions", "org/d", Some.Now.AddDays(-3)))
            .ShouldHaveSingleItem()
            .Address.Url.ShouldBe("https://huggingface.co/datasets/org/d/discussions/3");
        (await _upstream.ListAsync("huggingface-discussions", "org/*", Some.Now.AddDays(-3)))
            .ShouldHaveSingleItem()
            .Address.Url.ShouldBe("https://huggingface.co/org/d/discussions/3");
        await Should.ThrowAsync<Exception>(() => _upstream.FetchAsync("https://huggingface.co/datasets/org/d/discussions/3"));
        _upstream.Server.Requests.Last().ShouldBe("/huggingface/api/datasets/org/d/discussions/3");
    }

    [Fact]
    public async Task A_paper_is_by_its_organization_or_else_its_first_author()
    {
        _upstream.Server.Serve(
            "/huggingface/api/daily_papers",
            """
            [{"paper":{"id":"2603.18718","title":"A","summary":"S","authors":[{"name":"Jared"},{"name":"Sam"}],"upvotes":42,"publishedAt":"2026-03-02T00:00:00.000Z"},"numComments":4},
             {"paper":{"id":"2603.18719","title":"B","organization":{"name":"caltech","fullname":"Caltech"},"publishedAt":"2026-03-02T00:00:00.000Z","submittedOnDailyAt":"2026-03-03T00:00:00.000Z"}},
             {"paper":{"id":"2001.00001","title":"Old","publishedAt":"2020-01-02T00:00:00.000Z"}}]
            """
        );
        var papers = await _upstream.ListAsync("huggingface-papers", "", Some.Now.AddDays(-3));
        papers
            .Select(paper => (paper.Title, paper.Author, paper.Reactions, paper.Comments))
            .ShouldBe([("A", "Jared", 42, 4), ("B", "Caltech", 0, 0)]);
        papers[1].UpdatedAt.ShouldBe(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public async Task A_model_discussion_begins_with_its_first_comment_and_leaves_out_hidden_ones_and_commits()
    {
        _upstream.Server.Serve(
            "/huggingface/api/models/org/m/discussions/5",
            """
            {"num":5,"title":"T","author":{"name":"kk"},"repo":{"name":"Org/M"},"status":"open","createdAt":"2026-03-01T00:00:00.000Z","isPullRequest":false,"events":[
              {"type":"comment","author":{"name":"kk"},"data":{"hidden":false,"latest":{"raw":"Opening"},"reactions":[{"reaction":"👍","count":3},{"reaction":"❤️","count":2}]}},
              {"type":"commit","author":{"name":"kk"},"data":{"subject":"x","oid":"81fd"}},
              {"type":"comment","author":{"name":"zz"},"data":{"hidden":true,"latest":{"raw":"gone"}}},
              {"type":"comment","author":{"name":"yy"},"data":{"hidden":false,"latest":{"raw":"Reply"}}},
              {"type":"status-change","data":{"status":"closed"}}]}
            """
        );
        var discussion = await _upstream.FetchAsync("https://huggingface.co/org/m/discussions/5");
        discussion.Facts.ShouldSatisfyAllConditions(
            it => it.Address.Url.ShouldBe("https://huggingface.co/Org/M/discussions/5"),
            it => it.Comments.ShouldBe(1),
            it => it.Reactions.ShouldBe(5)
        );
        discussion.Parts.Select(part => (part.Kind, part.Text)).ShouldBe([(SectionKind.Body, "Opening"), (SectionKind.Comment, "Reply")]);
    }

    private static string Player(string playability, DateTimeOffset? published = null) =>
        JsonSerializer.Serialize(
            new
            {
                playabilityStatus = JsonSerializer.Deserialize<JsonElement>(playability),
                videoDetails = new
                {
                    videoId = "eT9cdQrm4x0",
                    title = "Page title",
                    author = "Page author",
                    channelId = "UCOpsroom",
                    lengthSeconds = "734",
                    shortDescription = "How we got it back.",
                },
                captions = new
                {
                    playerCaptionsTracklistRenderer = new
                    {
                        captionTracks = new[]
                        {
                            new { baseUrl = "https://evil.example/api/timedtext?v=eT9cdQrm4x0&sig=s/1", languageCode = "en" },
                        },
                    },
                },
                microformat = new { playerMicroformatRenderer = new { publishDate = $"{published ?? Published:O}" } },
            }
        );

    private void ServeVideo(string player) =>
        _upstream.Server.Serve(
            "/youtube/watch",
            $"<html><script>var ytInitialPlayerResponse = {player};var x = 1;</script></html>",
            "text/html"
        );
}
