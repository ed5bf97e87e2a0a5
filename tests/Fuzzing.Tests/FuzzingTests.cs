using NewsEducator.Fuzzing.Targets;

namespace NewsEducator.Fuzzing.Tests;

/// <summary>Some fifty thousand inputs, the same each time, so that a failure is of the change that is tested; the program tries others. A
/// failure names the command that tries its input again.</summary>
public sealed class FuzzingTests
{
    private const long Inputs = 50_000;

    private const ulong Seed = 21;

    public static IEnumerable<TheoryDataRow<string>> Targets() => FuzzTargets.All.Select(target => new TheoryDataRow<string>(target.Name));

    [Theory]
    [MemberData(nameof(Targets))]
    public void No_input_breaks_what_reads_it(string name)
    {
        var target = FuzzTargets.All.Single(each => each.Name == name);
        var folder = new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "artifacts", "fuzzing"));
        var run = new FuzzRun(folder, TextWriter.Null);
        run.Run(target, Seed, 0, FuzzTargets.ShareOf(target, Inputs))
            .Select(finding => $"{finding.Headline}\nagain: {finding.Replay}")
            .ShouldBeEmpty();
    }
}
