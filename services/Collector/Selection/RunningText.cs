using System.Text.RegularExpressions;

namespace NewsEducator.Collector.Selection;

/// <summary>
/// The sentences that an author wrote: without the form around them, its headings and check boxes, code, tables, quotations, comments in
/// the source, lists that only link, and what follows a signature's dashes.
/// </summary>
internal static partial class RunningText
{
    private const int FewestWords = 2;
    private const int LongestLine = 4000;

    public static IEnumerable<string> SentencesOf(string markdown)
    {
        string? fence = null;
        foreach (var line in HtmlComment().Replace(markdown, "").Split('\n'))
        {
            var text = line.Trim();
            if (fence is not null || Fence().Match(text) is { Success: true })
            {
                fence = NextFence(fence, text);
            }
            else if (IsSignature(text))
            {
                yield break;
            }
            else if (line.Length <= LongestLine && !IsForm(line, text) && Speaks(text))
            {
                yield return text;
            }
        }
    }

    private static string? NextFence(string? fence, string text) =>
        fence is null ? Fence().Match(text).Groups["fence"].Value
        : text.StartsWith(fence, StringComparison.Ordinal) && text.Trim('`', '~').Length == 0 ? null
        : fence;

    private static bool IsSignature(string text) => text is "--" or "—" or "---------";

    private static bool IsForm(string line, string text) =>
        text.Length == 0
        || text[0] is '#' or '|' or '>' or '<'
        || line.StartsWith("    ", StringComparison.Ordinal)
        || line.StartsWith('\t')
        || CheckBox().IsMatch(text);

    // What is left of the line once its label, links and references are taken away.
    private static bool Speaks(string text)
    {
        var rest = Label().Replace(text, "");
        rest = Reference().Replace(Link().Replace(rest, " "), " ");
        return Word().Count(rest) >= FewestWords;
    }

    [GeneratedRegex("<!--.*?(-->|$)", RegexOptions.Singleline)]
    private static partial Regex HtmlComment();

    [GeneratedRegex("^(?<fence>`{3,}|~{3,})")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^([-*+]|\d+[.)])\s+\[[ xX]?\]")]
    private static partial Regex CheckBox();

    // "Related issue: …", "**Link to the reproduction** …:"
    [GeneratedRegex(@"^([-*+]\s+)?[*_]{0,2}[^:：.]{1,40}[:：][*_]{0,2}(\s+|$)")]
    private static partial Regex Label();

    [GeneratedRegex(@"\[[^\]\n]{0,200}\]\([^)\s]{1,500}\)|https?://\S+")]
    private static partial Regex Link();

    [GeneratedRegex(@"([\w.-]{1,100}/[\w.-]{1,100})?#\d+")]
    private static partial Regex Reference();

    // A Chinese character is a word.
    [GeneratedRegex(@"[\p{IsCJKUnifiedIdeographs}]|[\p{L}\p{N}_'’-]{2,}")]
    private static partial Regex Word();
}
