using NewsEducator.Conformance.Grounding;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Grounding;

/// <summary>What the suite of grounding finds must not get worse.</summary>
public sealed class GroundingFiguresTests
{
    [Fact]
    public void True_summaries_are_told_from_false_ones_better_than_by_counting_pairs_of_words()
    {
        var folder = new DirectoryInfo(Path.Combine(Repository.Root, "..", "shared", "corpus", "grounding"));
        Assert.SkipUnless(folder.Exists, "The corpus of grounding is not beside the repository.");

        var figures = new GroundingSuite().Run(folder, TextWriter.Null);

        figures["macroBalancedAccuracy"]!.GetValue<double>().ShouldBeGreaterThan(0.66);
        figures["summacGroup"]!.GetValue<double>().ShouldBeGreaterThan(0.71);
    }
}
