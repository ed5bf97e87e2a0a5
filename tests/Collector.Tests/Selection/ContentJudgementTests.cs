using System.Diagnostics;
using NewsEducator.Collector.Selection.Content;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Collector.Tests.Selection;

public sealed class ContentJudgementTests
{
    private const string Story = "The scheduler stalled because two workers held the lock in a different order. Root cause: the cache refresh took 840 ms and timed out. "
        + "We rolled back, affected requests failed for 26 minutes.\n\n```\nlock(a); lock(b);\n```\nInstead of a global lock we propose one for each shard; the drawback is memory.";

    [Fact]
    public void A_story_with_cause_and_measurements_is_worth_a_review() =>
        ContentJudgement.Shipped.Against(SourceKind.Article, "How a refresh deadlocked our scheduler", Story).ShouldBeNull();

    [Theory]
    [InlineData("Announcing Tidequeue 4", "We are happy to announce this release. New features: faster start. Bug fixes. Thanks to all contributors. Download it below, see the full changelog.", DropReason.Release)]
    [InlineData("Introducing Aurora Cloud for teams", "We're excited to launch our platform. Sign up for the free trial, join our community on Discord and follow us on Twitter. See pricing for enterprise customers.", DropReason.Marketing)]
    [InlineData("How can I connect?", "Please help, I don't know how to do this. Thanks in advance.", DropReason.LowSignal)]
    public void What_teaches_nothing_is_dropped_by_what_speaks_loudest_against_it(string title, string body, DropReason reason)
    {
        var drop = ContentJudgement.Shipped.Against(SourceKind.Article, title, body).ShouldNotBeNull();
        drop.Reason.ShouldBe(reason);
        drop.Detail.ShouldMatch("^内容判断 -\\d+\\.\\d：[\u4e00-\u9fff]");
    }

    [Theory]
    [InlineData(SourceKind.GitHubAdvisory, "Bump", "x")]
    [InlineData(SourceKind.YouTubeVideo, "Introducing Aurora", "x")]
    [InlineData(SourceKind.Article, "我们发布了新版本", "新版本带来了很多功能，欢迎下载试用。")]
    public void What_it_never_learned_it_does_not_judge(SourceKind kind, string title, string body) => ContentJudgement.Shipped.Against(kind, title, body).ShouldBeNull();

    [Fact]
    public void The_sample_days_cases_are_worth_a_review()
    {
        var cases = new[] { "incidents", "debates", "tutorials", "seed" }.SelectMany(folder => Directory.GetFiles(Repository.In($"samples/day/{folder}"), "*.md")).Select(Read).ToList();
        cases.Count.ShouldBeGreaterThan(20);
        cases.Select(each => (each.Title, ContentJudgement.Shipped.Against(each.Kind, each.Title, each.Body)?.Detail)).Where(each => each.Detail is not null).ShouldBeEmpty();
    }

    [Fact]
    public void A_text_made_to_slow_a_cue_down_is_read_in_no_time()
    {
        var watch = Stopwatch.StartNew();
        ContentJudgement.Shipped.Against(SourceKind.Article, new string('1', 100_000), string.Concat(Enumerable.Repeat("\n- 1.", 1_000_000)));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    private static (SourceKind Kind, string Title, string Body) Read(string file)
    {
        var parts = File.ReadAllText(file).Split("---\n", 3);
        string Field(string name) => parts[1].Split('\n').FirstOrDefault(line => line.StartsWith($"{name}: ", StringComparison.Ordinal))?[(name.Length + 2)..].Trim('"') ?? "";
        var kind = Field("kind") switch
        {
            "issue" => SourceKind.GitHubIssue,
            "discussion" => SourceKind.GitHubDiscussion,
            "modelDiscussion" or "datasetDiscussion" => SourceKind.HuggingFaceDiscussion,
            _ => SourceKind.YouTubeVideo,
        };
        return (kind, Field("title"), parts[2]);
    }
}
