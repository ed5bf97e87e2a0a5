using NewsEducator.Fuzzing.Targets;

namespace NewsEducator.Fuzzing.Tests;

/// <summary>What is changed is valid at first: from something that is refused at once nothing would be learnt.</summary>
public sealed class SeedTests
{
    public static IEnumerable<TheoryDataRow<string>> Upstreams() =>
        UpstreamTargets.SeedNames.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Upstreams))]
    public Task An_answer_of_an_upstream_is_read(string seed) => UpstreamTargets.AskUnchangedAsync(seed);

    [Fact]
    public void The_same_seed_and_number_make_the_same_input()
    {
        var target = FuzzTargets.All[0];
        target.Input(7, 40).ShouldBe(target.Input(7, 40));
        target.Input(7, 40).ShouldNotBe(target.Input(7, 41));
        Enumerable.Range(0, 200).Select(number => target.Input(8, number)).Distinct().Count().ShouldBeGreaterThan(150);
    }

    [Fact]
    public void An_exception_a_broken_property_and_an_excess_are_found_and_written()
    {
        var folder = Directory.CreateTempSubdirectory("newseducator-fuzzing-");
        try
        {
            var target = new FuzzTarget(
                "target",
                FuzzTargets.All[0].Inputs,
                input => Property.Holds(!input.Contains("approve", StringComparison.Ordinal), "no approval")
            );
            var finding = new FuzzRun(folder, TextWriter.Null).Run(target, 1, 0, 50).ShouldHaveSingleItem();
            finding.Input.ShouldContain("approve");
            File.ReadAllText(folder.GetFiles().ShouldHaveSingleItem().FullName).ShouldContain("shrunk: \"approve\"");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
