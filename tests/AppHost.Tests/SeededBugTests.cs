using System.Diagnostics;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests;

/// <summary>The bugs that <c>tests/FaultRun/seeded-bugs</c> tries: a change of the code that one of them is in breaks its patch.</summary>
public sealed class SeededBugTests
{
    public static TheoryData<string> Patches =>
        [.. new DirectoryInfo(Repository.In("tests/FaultRun/Bugs")).EnumerateFiles().Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Patches))]
    public void It_applies_to_the_code_as_it_is(string patch)
    {
        var git = ProgramRun.Of(
            new ProcessStartInfo("git", ["apply", "--check", Path.Combine("tests", "FaultRun", "Bugs", patch)])
            {
                WorkingDirectory = Repository.In("."),
            }
        );

        git.Said.ShouldBeEmpty();
        git.ExitCode.ShouldBe(0);
    }
}
