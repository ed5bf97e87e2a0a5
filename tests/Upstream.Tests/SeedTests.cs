namespace NewsEducator.Upstream.Tests;

/// <summary>The addresses of the first candidate pack answer, with texts that its summaries can rest on.</summary>
public sealed class SeedTests(UpstreamApp app) : IClassFixture<UpstreamApp>
{
    [Theory]
    [InlineData("/github/repos/pytorch/pytorch/issues/118234", "DistributedDataParallel", "NCCL", "profiler", "find_unused_parameters")]
    [InlineData(
        "/github/repos/vercel/next.js/issues/59001",
        "OOM",
        "heap snapshot",
        "getServerSideProps",
        "GC log",
        "React Context",
        "Vercel",
        "e-commerce"
    )]
    public async Task An_issue_and_its_comments_hold_the_facts(string path, params string[] facts) =>
        ShouldHold(await app.JsonAsync(path) + (await app.JsonAsync($"{path}/comments")).ToString(), facts);

    [Fact]
    public async Task The_discussion_holds_the_facts()
    {
        var answer = await app.GraphQlAsync(
            "{repository{discussion(number:$number){body}}}",
            new
            {
                owner = "microsoft",
                name = "TypeScript",
                number = 56789,
            }
        );
        ShouldHold(answer.ToString(), "satisfies", "200ms to 3s", "LSP", "TypeScript 5.3", "flag");
    }

    [Theory]
    [InlineData(
        "/huggingface/api/models/meta-llama/Meta-Llama-3-8B/discussions/12",
        "GGUF",
        "Q4",
        "BLEU drop of 8 points",
        "llama.cpp",
        "vLLM",
        "Q5_K_M"
    )]
    [InlineData(
        "/huggingface/api/papers/2401.04088?field=comments",
        "Mistral",
        "MoE",
        "FLOPs by 70%",
        "latency fell by 30%",
        "routing overhead",
        "small batch"
    )]
    public async Task The_hub_threads_hold_the_facts(string path, params string[] facts) =>
        ShouldHold((await app.JsonAsync(path)).ToString(), facts);

    [Fact]
    public async Task The_video_is_a_pop_song_of_another_channel()
    {
        var embed = await app.JsonAsync("/youtube/oembed?url=https://www.youtube.com/watch?v=dQw4w9WgXcQ&format=json");
        embed["author_name"].Text().ShouldBe("Rick Astley");
        var page = await app.TextAsync("/youtube/watch?v=dQw4w9WgXcQ");
        page.ShouldContain("2009-10-25");
        page.ShouldContain("1987");
        page.ShouldNotContain("etcd");
    }

    [Fact]
    public async Task They_keep_their_dates_when_the_day_moves()
    {
        var before = (await app.JsonAsync("/github/repos/pytorch/pytorch/issues/118234"))["created_at"].Text();
        app.Time.Advance(TimeSpan.FromDays(3));
        (await app.JsonAsync("/github/repos/pytorch/pytorch/issues/118234"))["created_at"].Text().ShouldBe(before);
        before.ShouldBe("2026-02-01T08:12:00Z");
    }

    private static void ShouldHold(string text, params string[] facts) =>
        facts.ShouldAllBe(fact => text.Contains(fact, StringComparison.Ordinal));
}
