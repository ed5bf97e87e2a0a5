using NewsEducator.Conformance.Claims;
using NewsEducator.Testing;

namespace NewsEducator.Compliance.Tests.Claims;

/// <summary>What the suite of claims finds must not get worse; docs/quality.md says which rows were seen.</summary>
public sealed class ClaimFiguresTests
{
    [Theory]
    [InlineData("tests/Compliance.Tests/Claims/fitted", 0.5, 0.055)]
    [InlineData("tests/Compliance.Tests/Claims/measured", 0.35, 0.05)]
    [InlineData("../shared/corpus/claims", 0.6, 0.05)]
    public void Most_of_what_is_false_is_flagged_and_little_of_what_is_true(string path, double least, double most)
    {
        var folder = new DirectoryInfo(Path.Combine(Repository.Root, path));
        Assert.SkipUnless(folder.Exists, "The corpus of claims is not beside the repository.");

        var figures = new ClaimsSuite().Run(folder, TextWriter.Null);

        figures["falseFlagged"]!.GetValue<double>().ShouldBeGreaterThanOrEqualTo(least);
        figures["trueFlagged"]!.GetValue<double>().ShouldBeLessThanOrEqualTo(most);
        figures["withoutQuote"]!["trueFlagged"]!.GetValue<double>().ShouldBeLessThanOrEqualTo(most);
        figures["checkedPrecision"]!.GetValue<double>().ShouldBeGreaterThanOrEqualTo(0.94);
    }
}
