using System.Text.RegularExpressions;
using NewsEducator.Contracts;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Screenings;

/// <summary>The first candidate pack against the texts that the sample upstream serves for its addresses.</summary>
public sealed class SeedPackTests
{
    private static readonly string[] Threads =
    [
        "pytorch-118234",
        "typescript-56789",
        "nextjs-59001",
        "youtube-dQw4w9WgXcQ",
        "llama3-12",
        "paper-2401.04088",
    ];

    [Fact]
    public void Only_the_item_with_the_pop_song_is_blocked()
    {
        var folder = Path.Combine(Repository.Root, "..", "shared", "seed");
        Assert.SkipUnless(Directory.Exists(folder), "The first candidate pack is not beside the repository.");
        var pack = File.ReadAllText(Directory.EnumerateFiles(folder).Single());
        var items = Regex.Matches(pack, @"## \d\. (.*)\n\n\*\*来源\*\*：(.*)\n\*\*类型\*\*：.*\n\*\*摘要\*\*：(.*)\n");

        var verdicts = items.Select((item, at) => Verdict(Threads[at], item.Groups[1].Value, item.Groups[2].Value, item.Groups[3].Value));

        verdicts.ShouldBe([
            Contracts.Verdict.Pass,
            Contracts.Verdict.Pass,
            Contracts.Verdict.Pass,
            Contracts.Verdict.Blocked,
            Contracts.Verdict.Pass,
            Contracts.Verdict.Pass,
        ]);
    }

    private static Verdict Verdict(string thread, string title, string url, string summary)
    {
        var snapshot = SampleDay.Thread($"seed/{thread}.md") with { CanonicalUrl = url, FinalUrl = url };
        return Some.Screened(snapshot, Some.Summary(summary, title)).Verdict;
    }
}
