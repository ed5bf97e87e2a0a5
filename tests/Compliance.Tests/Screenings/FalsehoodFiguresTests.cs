using System.Text.Json.Nodes;
using NewsEducator.Conformance.Falsehoods;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Screenings;

/// <summary>What the suite of falsehoods finds must not get worse.</summary>
public sealed class FalsehoodFiguresTests(ITestOutputHelper output)
{
    [Fact]
    public void Of_the_sample_day_almost_everything_false_is_caught_and_almost_nothing_true()
    {
        var figures = Screened.Measure(
            new[] { "incidents", "debates", "tutorials", "advisories" }.SelectMany(SampleDay.Threads),
            output.WriteLine
        );

        ShouldHold(new JsonObject([.. figures.ToJson()]));
    }

    [Fact]
    [Trait("Category", "Long")]
    public void Of_real_threads_too()
    {
        var folder = new DirectoryInfo(Path.Combine(Repository.Root, "..", "shared", "corpus", "threads"));
        Assert.SkipUnless(folder.Exists, "The corpus of labelled threads is not beside the repository.");

        ShouldHold(new FalsehoodsSuite().Run(folder, TextWriter.Null));
    }

    private void ShouldHold(JsonObject figures)
    {
        output.WriteLine(figures.ToJsonString());
        foreach (
            var (kind, least) in new[]
            {
                ("number", 0.97),
                ("version", 0.97),
                ("name", 0.96),
                ("source", 0.97),
                ("unit", 0.95),
                ("quote", 0.98),
                ("negation", 0.95),
            }
        )
        {
            figures[kind]!["n"]!.GetValue<int>().ShouldBeGreaterThan(5, kind);
            figures[kind]!["caught"]!.GetValue<double>().ShouldBeGreaterThanOrEqualTo(least, kind);
        }

        figures["falseAlarms"]!.GetValue<double>().ShouldBeLessThanOrEqualTo(0.03);
    }
}
