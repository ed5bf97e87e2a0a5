using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using NewsEducator.Conformance;
using NewsEducator.Conformance.Feeds;
using NewsEducator.Conformance.Pages;
using NewsEducator.Testing;

namespace NewsEducator.Collector.Tests.Corpora;

/// <summary>The figures that the corpora gave, so that a change which loses them is seen; the harness itself prints more.</summary>
public sealed class ConformanceTests
{
    private static readonly ISuite[] Suites = [new FeedsSuite(), new PagesSuite()];
    private static readonly ConcurrentDictionary<string, Lazy<JsonObject>> Figures = new();

    [Theory]
    [InlineData("feeds", "core", 0.99)]
    [InlineData("feeds", "realworld", 0.99)]
    [InlineData("feeds", "sanitize", 0.99)]
    [InlineData("pages", "tokenF1", 0.97)]
    [InlineData("pages", "titleExact", 0.95)]
    public void A_figure_is_no_lower_than_it_was(string suite, string key, double least) => Figure(suite, key).ShouldBeGreaterThanOrEqualTo(least);

    private static double Figure(string suite, string key)
    {
        var folder = new DirectoryInfo(Repository.In($"../shared/corpus/{suite}"));
        Assert.SkipUnless(folder.Exists, "the corpus is not beside this checkout (../shared/corpus)");
        return Figures.GetOrAdd(suite, name => new(() => Suites.Single(each => each.Name == name).Run(folder, TextWriter.Null))).Value[key]!.GetValue<double>();
    }
}
