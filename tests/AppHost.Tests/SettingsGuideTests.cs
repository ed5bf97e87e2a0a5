using NewsEducator.SettingsGuide;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests;

/// <summary>docs/configuration.md names every setting, as its options class says it.</summary>
public sealed class SettingsGuideTests
{
    private static readonly string Page = File.ReadAllText(Repository.In(SettingsPage.File));

    [Fact]
    public void The_page_is_the_one_that_the_command_writes() =>
        (SettingsPage.Render(Repository.Root) == Page).ShouldBeTrue(
            $"{SettingsPage.File} is outdated: dotnet run --project tools/SettingsGuide"
        );

    [Theory]
    [InlineData(
        "| `Collector__Window` | `3.00:00:00` |  | A poll looks back this far, and after a longer outage as far as the last one that succeeded, at most 30 days. |"
    )]
    [InlineData("| `Review__CutAt` | `08:00` |  |")]
    [InlineData("| `HostThrottling__Hosts__NAME__Concurrency` |  | 1 to 16 |")]
    [InlineData("| `Auth__People__0__Name` |  |  |")]
    [InlineData("| `Notes__Role` | `reviewer` | reviewer, editor, operator |")]
    [InlineData("| `ServiceDefaults__Redelivery__MaxMessageBytes` | `8388608` |")]
    [InlineData("| `Signing__PublicKeys__NAME` |")]
    public void A_setting_has_its_name_default_and_range(string row) => Page.ShouldContain(row);

    /// <summary>A class that is bound and does not say which section it is would be missing.</summary>
    [Fact]
    public void Each_options_class_says_its_section()
    {
        var silent = new[] { "services", "ServiceDefaults" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.In(folder), "*.cs", SearchOption.AllDirectories))
            .Where(file =>
                File.ReadAllText(file) is var text
                && text.Contains("const string Section", StringComparison.Ordinal)
                && !text.Contains("Section <c>", StringComparison.Ordinal)
            );

        silent.ShouldBeEmpty();
    }
}
