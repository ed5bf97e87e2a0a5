using System.Text.Json;
using NewsEducator.Collector.Connectors.YouTube;
using NewsEducator.Testing;

namespace NewsEducator.Collector.Tests.Upstreams;

/// <summary>Recorded real exchanges, where they lie beside the checkout: what the real upstreams serve can be read.</summary>
public sealed class CorpusTests : IAsyncLifetime
{
    private ConnectedUpstream _upstream = null!;

    public async ValueTask InitializeAsync() => _upstream = await ConnectedUpstream.StartAsync();

    public ValueTask DisposeAsync() => _upstream.DisposeAsync();

    [Fact]
    public async Task Every_recorded_list_of_issues_is_read_to_its_end()
    {
        foreach (var body in Files("github-api/issues_list").Select(BodyOf))
        {
            _upstream.Server.Serve("/github/repos/a/b/issues", body.GetRawText());
            var listed = await _upstream.ListAsync("github-issues", "a/b");
            listed
                .Select(facts => facts.Address.Id)
                .ShouldBe(body.EnumerateArray().Select(issue => issue.GetProperty("number").GetRawText()));
        }
    }

    [Fact]
    public async Task Every_recorded_issue_is_read_with_recorded_comments()
    {
        var comments = Files("github-api/issue_comments").Select(BodyOf).First();
        foreach (var body in Files("github-api/issue").Select(BodyOf))
        {
            var url = body.GetProperty("html_url").GetString()!;
            var path = new Uri(url).AbsolutePath.Replace("/pull/", "/issues/", StringComparison.Ordinal);
            _upstream.Server.Serve($"/github/repos{path}", body.GetRawText());
            _upstream.Server.Serve($"/github/repos{path}/comments", comments.GetRawText());
            var item = await _upstream.FetchAsync(url);
            item.Facts.Address.Url.ShouldBe(url);
            item.Parts.Count.ShouldBe(body.GetProperty("comments").GetInt32() > 0 ? comments.GetArrayLength() + 1 : 1);
        }
    }

    [Fact]
    public async Task Every_recorded_list_of_papers_is_read_to_its_end()
    {
        foreach (var text in Files("huggingface/daily_papers").Select(File.ReadAllText))
        {
            _upstream.Server.Serve("/huggingface/api/daily_papers", text);
            (await _upstream.ListAsync("huggingface-papers", "")).Count.ShouldBe(JsonElement.Parse(text).GetArrayLength());
        }
    }

    [Fact]
    public async Task The_recorded_discussions_of_a_model_are_read()
    {
        var folder = Folder("huggingface/discussions");
        _upstream.Server.Serve(
            "/huggingface/api/models/openai-community/gpt2/discussions",
            await File.ReadAllTextAsync($"{folder}/discussions-list.json", Cancel)
        );
        _upstream.Server.Serve(
            "/huggingface/api/models/openai-community/gpt2/discussions/1",
            await File.ReadAllTextAsync($"{folder}/discussion-details-1.json", Cancel)
        );
        (await _upstream.ListAsync("huggingface-discussions", "openai-community/gpt2", Some.Now.AddYears(-9)))[0]
            .Address.Id.ShouldBe("152");
        (await _upstream.FetchAsync("https://huggingface.co/openai-community/gpt2/discussions/1"))
            .Parts.ShouldHaveSingleItem()
            .Text.ShouldBe("dd");
    }

    [Fact]
    public void Every_recorded_feed_captions_file_and_player_is_read()
    {
        Files("youtube/feeds").ShouldAllBe(file => ChannelFeed.Read(File.ReadAllText(file)).Count > 0);
        Files("youtube/captions", "*.json3")
            .ShouldAllBe(file =>
                CaptionFile.TextOf(File.ReadAllText(file)).StartsWith("hello in this video I would like", StringComparison.Ordinal)
            );
        var player = Player.In($"ytInitialPlayerResponse = {File.ReadAllText($"{Folder("youtube/player")}/youtube.innertube.json")};");
        player.VideoDetails.ShouldNotBeNull().LengthSeconds.ShouldBe("316");
        player.Captions.ShouldNotBeNull().Best().ShouldNotBeNull().Language.ShouldBeOneOf("en", "zh");
        Player
            .In($"ytInitialPlayerResponse = {File.ReadAllText($"{Folder("youtube/player")}/youtube_unplayable.innertube.json")};")
            .PlayabilityStatus.ShouldNotBeNull()
            .Status.ShouldNotBe("OK");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Folder(string path)
    {
        var corpus = Repository.In("../shared/corpus");
        Assert.SkipUnless(Directory.Exists(corpus), "the corpus is not beside this checkout (../shared/corpus)");
        return Path.Combine(corpus!, path);
    }

    private static string[] Files(string path, string pattern = "*")
    {
        var files = Directory.GetFiles(Folder(path), pattern);
        files.ShouldNotBeEmpty();
        return files;
    }

    private static JsonElement BodyOf(string file) => JsonElement.Parse(File.ReadAllText(file)).GetProperty("response").GetProperty("body");
}
