using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsEducator.Testing;

namespace NewsEducator.Conformance.Tests;

/// <summary>The figures that the corpora gave, so that a change which loses them is seen; the harness itself prints more.</summary>
public sealed class FiguresTests
{
    private static readonly ConcurrentDictionary<string, Lazy<JsonObject>> Figures = new();

    [Theory]
    [InlineData("feeds", "core", 0.99)]
    [InlineData("feeds", "realworld", 0.99)]
    [InlineData("feeds", "sanitize", 0.99)]
    [InlineData("threads", "worthReviewBalancedAccuracy", 0.9)]
    // 0.971 without formulas: the reference drops what Wikipedia hides, we write each formula once.
    [InlineData("pages", "tokenF1", 0.96)]
    [InlineData("pages", "titleExact", 0.95)]
    public void A_figure_is_no_lower_than_it_was(string suite, string key, double least) =>
        Figure(suite, key).ShouldBeGreaterThanOrEqualTo(least);

    [Fact]
    public void No_release_note_is_let_through() => Figure("threads", "releaseNoiseLetThrough").ShouldBeLessThanOrEqualTo(0.02);

    [Theory]
    [InlineData("github-api")]
    [InlineData("youtube")]
    [InlineData("huggingface")]
    public void Every_recorded_answer_is_read(string suite) =>
        Figure(suite, "handled").ShouldBe(Figure(suite, "n"), Result(suite)["failed"]?.ToJsonString());

    private static double Figure(string suite, string key) => Result(suite)[key]!.Deserialize<double>();

    private static JsonObject Result(string suite)
    {
        var folder = new DirectoryInfo(Repository.In($"../shared/corpus/{suite}"));
        Assert.SkipUnless(folder.Exists, "the corpus is not beside this checkout (../shared/corpus)");
        return Figures
            .GetOrAdd(suite, name => new(() => Program.Suites.Single(each => each.Name == name).Run(folder, TextWriter.Null)))
            .Value;
    }
}
