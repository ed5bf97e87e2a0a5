using System.Text.RegularExpressions;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Rules;

/// <summary>The feed of the sample day, checked by the real rule with the shipped policy.</summary>
public sealed class SampleFeedTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "samples");

    [Fact]
    public void The_feed_of_the_sample_day_and_its_article_are_allowed_by_the_shipped_policy()
    {
        var feed = Regex.Match(File.ReadAllText(Path.Combine(Folder, "sources.yaml")), "feed: (https://\\S+)").Groups[1].Value;
        Some.Policy.Allows(new Uri(feed)).ShouldBeTrue(feed);
        var article =
            $"https://{Regex.Match(File.ReadAllText(Path.Combine(Folder, "day", "tutorials", "article-fsync.md")), "id: (\\S+)").Groups[1].Value}";
        Hits(article, article).ShouldBeEmpty();
        Hits(article, "https://elsewhere.example/checkpoint-fsync").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("/pytorch", "https://github.com/pytorch/pytorch/issues/1", true)]
    [InlineData("/pytorch/", "https://github.com/PyTorch/vision/issues/1", true)]
    [InlineData("/pytorch", "https://github.com/pytorch-evil/x/issues/1", false)]
    [InlineData("/pytorch/pytorch", "https://github.com/pytorch/vision/issues/1", false)]
    public void A_path_is_a_folder_and_not_the_beginning_of_a_name(string path, string url, bool allowed) =>
        new WhitelistedHost { Host = "github.com", Paths = [path] }
            .Allows(new Uri(url))
            .ShouldBe(allowed);

    private static IEnumerable<string> Hits(string canonical, string final)
    {
        var snapshot = SampleDay.Thread(Path.Combine("tutorials", "article-fsync.md")) with { CanonicalUrl = canonical, FinalUrl = final };
        var summary = Some.Summary("检查点写入后没有调用 fsync。");
        return Some.Screened(snapshot, summary, SomeSource.Source(snapshot))
            .Findings.Select(finding => finding.Rule)
            .Where(rule => rule.StartsWith("source.", StringComparison.Ordinal));
    }
}
