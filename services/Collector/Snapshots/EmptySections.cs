using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Snapshots;

/// <summary>Sections of a form that nobody filled in: a heading, and nothing or "No response" below.</summary>
internal static partial class EmptySections
{
    private static readonly HashSet<string> Nothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "_No response_",
        "*No response*",
        "No response",
        "N/A",
        "n.a.",
        "-",
        "...",
        "…",
        "TBD",
    };

    public static string Remove(string markdown)
    {
        if (!markdown.Contains('#', StringComparison.Ordinal))
        {
            return markdown;
        }

        var lines = markdown.Split('\n');
        var (empty, fence) = (new HashSet<int>(), "");
        for (var at = 0; at < lines.Length; at++)
        {
            fence = MarkdownBlocks.Fence(lines[at], fence);
            if (
                fence.Length == 0
                && LevelOf(lines[at]) is > 0 and var level
                && EndOfNothing(lines, at + 1) is var end
                && EndsSection(lines, end, level)
            )
            {
                empty.UnionWith(Enumerable.Range(at, end - at));
            }
        }

        var filled = string.Join('\n', lines.Where((_, at) => !empty.Contains(at)));
        return string.IsNullOrWhiteSpace(filled) ? markdown : filled;
    }

    private static int EndOfNothing(string[] lines, int at)
    {
        while (at < lines.Length && (string.IsNullOrWhiteSpace(lines[at]) || Nothing.Contains(lines[at].Trim())))
        {
            at++;
        }

        return at;
    }

    // At the end of the text nothing more is asked; a deeper heading fills the section.
    private static bool EndsSection(string[] lines, int at, int level) =>
        at >= lines.Length || LevelOf(lines[at]) is > 0 and var next && next <= level;

    private static int LevelOf(string line) => Heading().Match(line) is { Success: true } heading ? heading.Groups["marks"].Length : 0;

    [GeneratedRegex(@"^ {0,3}(?<marks>#{1,6})\s")]
    private static partial Regex Heading();
}
