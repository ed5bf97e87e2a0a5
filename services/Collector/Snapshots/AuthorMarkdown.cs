using System.Text;
using System.Text.RegularExpressions;
using NewsEducator.Collector.Connectors.Html;

namespace NewsEducator.Collector.Snapshots;

/// <summary>Markdown of a thread as its readers see it: without comments, struck words, marks of notes and the sections of a form that
/// nobody filled in.</summary>
/// <remarks>What is in fences or code spans stays as it is.</remarks>
internal static partial class AuthorMarkdown
{
    /// <param name="markdown">With \n as line ends.</param>
    public static string Read(string markdown)
    {
        var blocks = MarkdownBlocks.WithoutComments(markdown);
        var references = Definition()
            .Matches(blocks.Prose)
            .Select(match => match.Groups["name"].Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var written = blocks.Select(prose => Inline(prose, references));
        return EmptySections.Remove(written);
    }

    /// <summary>Without what a form of the repository asks of everybody: tick boxes and folded blocks.</summary>
    /// <returns>The same text where nothing else is in it.</returns>
    public static string WithoutForm(string markdown)
    {
        var (kept, folded, fence) = (new StringBuilder(), 0, "");
        foreach (var line in markdown.Split('\n'))
        {
            fence = MarkdownBlocks.Fence(line, fence);
            folded += fence.Length > 0 ? 0 : Count(line, "<details");
            if (folded == 0 && !(fence.Length == 0 && CheckBoxes.IsLine(line)))
            {
                kept.Append(line).Append('\n');
            }

            folded = Math.Max(0, folded - (fence.Length > 0 ? 0 : Count(line, "</details")));
        }

        return kept.ToString().Trim() is { Length: > 0 } words ? words : markdown;
    }

    private static int Count(string line, string tag) =>
        (line.Length - line.Replace(tag, "", StringComparison.OrdinalIgnoreCase).Length) / tag.Length;

    private static string Inline(string prose, HashSet<string> references)
    {
        var text = Definition().Replace(prose, match => match.Groups["name"].Value.StartsWith('^') ? match.Groups["note"].Value : "");
        text = Marked().Replace(text, match => Written(match, text, references));
        return text;
    }

    private static string Written(Match match, string text, HashSet<string> references)
    {
        if (match.Groups["raised"] is { Success: true } raised)
        {
            return Superscripts.Raised(text[Math.Max(0, match.Index - 40)..match.Index], raised.Value.Trim());
        }

        if (match.Groups["lowered"] is { Success: true } lowered)
        {
            return Superscripts.Lowered(text[..match.Index], lowered.Value.Trim());
        }

        if (match.Groups["words"] is { Success: true } words)
        {
            var name = match.Groups["name"] is { Success: true, Length: > 0 } named ? named.Value : words.Value;
            return !references.Contains(name) ? match.Value
                : words.Value.All(char.IsDigit) ? ""
                : $"{(match.Value[0] == ' ' ? " " : "")}{words.Value}";
        }

        // Code stays; struck words and marks of notes go, with the blank before them.
        return match.Groups["code"].Success ? match.Value : "";
    }

    /// <summary>[ref]: https://…; [^1]: a note.</summary>
    [GeneratedRegex(
        @"^ {0,3}\[(?<name>[^\]\[\n]{1,80})\]:[ \t]*(?<note>\S[^\n]*)$\n?",
        RegexOptions.Multiline | RegexOptions.CultureInvariant
    )]
    private static partial Regex Definition();

    [GeneratedRegex(
        @"(?<code>`[^`\n]+`)|[ ]?~~(?=\S)[^~\n]{1,2000}~~|[ ]?<(?<tag>del|s|strike)>[^<]{0,2000}</\k<tag>>|<sup>(?<raised>[^<]{0,40})</sup>|<sub>(?<lowered>[^<]{0,20})</sub>"
            + @"|[ ]?\[\^[^\]\s]{1,40}\]|[ ]?(?<![\]!\w\\])\[(?<words>[^\[\]\n]{1,200})\](\[(?<name>[^\[\]\n]{0,80})\])?(?![(\[:])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Marked();
}
