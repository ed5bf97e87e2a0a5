using System.Text.RegularExpressions;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests.SupplyChain;

/// <summary>docs/security.md names tests by project, class and method; each of them exists, and the counts at its end are right.</summary>
public sealed partial class SecurityPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.In("docs/security.md"));

    [Fact]
    public void Each_test_that_it_names_exists()
    {
        var named = TestName().Matches(Page);

        named.Count.ShouldBeGreaterThan(50);
        named.Where(each => !Exists(each)).Select(each => each.Value).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void A_row_is_tested_with_a_test_or_not_applicable_or_open_with_a_reason()
    {
        foreach (Match row in Row().Matches(Page))
        {
            var (state, why) = (row.Groups["state"].Value, row.Groups["why"].Value);
            TestName().IsMatch(why).ShouldBe(state == "tested" || (state == "open" && TestName().IsMatch(why)), row.Value);
            why.Trim().Length.ShouldBeGreaterThan(10, row.Value);
        }
    }

    [Fact]
    public void Its_counts_are_those_of_its_rows()
    {
        var rows = Row().Matches(Page).GroupBy(row => row.Groups["state"].Value).ToDictionary(group => group.Key, group => group.Count());

        Page.ShouldContain($"{rows["tested"]} tested, {rows["not applicable"]} not applicable, {rows["open"]} open.");
    }

    private static bool Exists(Match name)
    {
        var files = Directory.GetFiles(
            Repository.In($"tests/{name.Groups["project"].Value}"),
            $"{name.Groups["class"].Value}.cs",
            SearchOption.AllDirectories
        );
        return files.Any(file => File.ReadAllText(file).Contains($" {name.Groups["method"].Value}(", StringComparison.Ordinal));
    }

    // `Review.Tests AccessTests.Nothing_is_open_to_whom_it_should_not_be`
    [GeneratedRegex(@"`(?<project>\w+\.Tests) (?<class>\w+)\.(?<method>\w+)`")]
    private static partial Regex TestName();

    // | API1 object level | tested | why |
    [GeneratedRegex(@"^\|[^|\n]+\| (?<state>tested|not applicable|open) \|(?<why>[^\n]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
