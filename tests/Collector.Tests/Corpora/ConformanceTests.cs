using NewsEducator.Conformance;
using NewsEducator.Conformance.Feeds;
using NewsEducator.Conformance.Pages;
using NewsEducator.Testing;

namespace NewsEducator.Collector.Tests.Corpora;

/// <summary>The figures that the corpora gave, so that a change which loses them is seen; the harness itself prints more.</summary>
public sealed class ConformanceTests
{
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
        ISuite[] suites = [new FeedsSuite(), new PagesSuite()];
        return suites.Single(each => each.Name == suite).Run(folder, TextWriter.Null)[key]!.GetValue<double>();
    }
}
