using System.Diagnostics;
using System.Text.RegularExpressions;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests;

/// <summary>What deploy/monitoring names is there.</summary>
public sealed partial class MonitoringTests
{
    private static readonly string Folder = Repository.In("deploy/monitoring");

    private static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    [Theory]
    [InlineData("alerts.yml")]
    [InlineData("alerts.test.yml")]
    [InlineData("dashboard.json")]
    public void Each_metric_is_one_that_a_service_counts(string file)
    {
        var counted = new[] { "services", "ServiceDefaults" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.In(folder), "*Metrics.cs", SearchOption.AllDirectories))
            .SelectMany(code => Instrument().Matches(File.ReadAllText(code)))
            .Select(match => match.Groups["name"].Value.Replace('.', '_'))
            .ToHashSet();

        var named = Metric().Matches(Read(file)).Select(match => Suffix().Replace(match.Value, "")).Distinct().ToList();

        named.Count.ShouldBeGreaterThan(5);
        named.Except(counted).ShouldBeEmpty();
    }

    [Fact]
    public void Each_alert_is_tested_and_its_page_says_what_to_do()
    {
        var alerts = Alert().Matches(Read("alerts.yml")).Select(match => match.Groups["name"].Value).ToList();
        var headings = File.ReadLines(Repository.In("docs/monitoring.md")).Where(line => line.StartsWith("### ", StringComparison.Ordinal));
        var tests = Read("alerts.test.yml");

        alerts.Count.ShouldBeGreaterThan(10);
        headings.Select(line => line[4..]).ShouldBe(alerts, ignoreOrder: true);
        Runbook()
            .Matches(Read("alerts.yml"))
            .Select(match => match.Groups["name"].Value)
            .ShouldBe(alerts.Select(name => name.ToLowerInvariant()));
        alerts.Where(name => !tests.Contains($"alertname: {name}", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("check", "rules", "alerts.yml")]
    [InlineData("test", "rules", "alerts.test.yml")]
    public async Task Promtool_takes_the_rules(string verb, string what, string file)
    {
        try
        {
            var run = await ProgramRun.OfAsync(
                new ProcessStartInfo("promtool", [verb, what, file]) { WorkingDirectory = Folder },
                TestContext.Current.CancellationToken
            );
            run.ExitCode.ShouldBe(0, run.Said);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("promtool is not installed (package prometheus).");
        }
    }

    // The name is the first string of CreateCounter<long>("newseducator.review.released", …).
    [GeneratedRegex("""Create(?:Counter|UpDownCounter|ObservableGauge)(?:<long>)?\(\s*"(?<name>[a-z_.]+)""")]
    private static partial Regex Instrument();

    [GeneratedRegex("(?:newseducator|collector)_[a-z_]+")]
    private static partial Regex Metric();

    [GeneratedRegex("_(?:total|seconds|bytes)$")]
    private static partial Regex Suffix();

    [GeneratedRegex("- alert: (?<name>[A-Za-z]+)")]
    private static partial Regex Alert();

    [GeneratedRegex("docs/monitoring.md#(?<name>[a-z]+)")]
    private static partial Regex Runbook();
}
