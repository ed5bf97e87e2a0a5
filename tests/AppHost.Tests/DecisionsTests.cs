using System.Text.RegularExpressions;
using NewsEducator.Testing;

namespace NewsEducator.AppHost.Tests;

/// <summary>docs/decisions: each one short, dated and in the same form; one that no longer holds names its successor.</summary>
public sealed partial class DecisionsTests
{
    private const int MostLines = 10;

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.md").Select(file => Path.GetFileName(file)).Order()];

    private static string Folder => Repository.In("docs/decisions");

    [Theory]
    [MemberData(nameof(Files))]
    public void It_says_context_decision_and_consequences_in_ten_lines_each(string file)
    {
        var paragraphs = File.ReadAllText(Path.Combine(Folder, file)).TrimEnd().Split("\n\n");

        paragraphs[0].ShouldStartWith("# ");
        paragraphs[1].ShouldMatch($@"\A{file[..10]} · (accepted|replaced by \[)");
        paragraphs[2..]
            .Where(paragraph => Part().IsMatch(paragraph))
            .Select(paragraph => Part().Match(paragraph).Groups[1].Value)
            .ShouldBe(["Context", "Decision", "Consequences"]);
        paragraphs[2..].ShouldAllBe(paragraph => paragraph.Split('\n').Length <= MostLines);
    }

    [Fact]
    public void What_replaced_one_is_there() =>
        Directory
            .EnumerateFiles(Folder, "*.md")
            .SelectMany(file => Successor().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Where(successor => !File.Exists(Path.Combine(Folder, successor)))
            .ShouldBeEmpty();

    [GeneratedRegex(@"\A\*\*(\w+)\.\*\* ")]
    private static partial Regex Part();

    [GeneratedRegex(@"· replaced by \[[^\]]*\]\(([^)]*)\)")]
    private static partial Regex Successor();
}
