using System.Text.RegularExpressions;
using NewsEducator.Collector.Snapshots;

namespace NewsEducator.Collector.Selection;

/// <summary>
/// The sentences that an author wrote: without the form around them, its headings and check boxes, code, tables, quotations, folded blocks,
/// comments in the source, lists that only link, and what follows the end of a letter: a signature, or the letter that it answers.
/// </summary>
internal static partial class RunningText
{
    private const int FewestWords = 2;
    private const int LongestLine = 4000;

    public static IEnumerable<string> SentencesOf(string markdown)
    {
        string? fence = null;
        var (inQuote, enclosed) = (false, 0);
        foreach (var line in MarkdownBlocks.WithoutComments(markdown).Text.Split('\n'))
        {
            var text = line.Trim();
            inQuote = text.StartsWith('>') || (inQuote && ContinuesParagraph(text));
            var outside = enclosed == 0 && !inQuote;
            enclosed = fence is null
                ? Math.Max(0, enclosed + Enclosing().Matches(text).Sum(tag => tag.Value[1] == '/' ? -1 : 1))
                : enclosed;
            if (fence is not null || Fence().Match(text) is { Success: true })
            {
                fence = NextFence(fence, text);
            }
            else if (outside && IsSignature(text))
            {
                yield break;
            }
            else if (outside && line.Length <= LongestLine && !IsForm(line, text) && Speaks(text))
            {
                yield return text;
            }
        }
    }

    private static string? NextFence(string? fence, string text) =>
        fence is null ? Fence().Match(text).Groups["fence"].Value
        : text.StartsWith(fence, StringComparison.Ordinal) && text.Trim('`', '~').Length == 0 ? null
        : fence;

    private static bool IsSignature(string text) =>
        text is "--" or "—" or "---------" || Closing().IsMatch(text) || Answered().IsMatch(text);

    private static bool IsForm(string line, string text) =>
        text.Length == 0
        || text[0] is '#' or '|' or '>' or '<'
        || line.StartsWith("    ", StringComparison.Ordinal)
        || line.StartsWith('\t')
        || CheckBoxes.IsLine(text);

    // A quoted paragraph goes on without its marks until something else begins.
    private static bool ContinuesParagraph(string text) =>
        text.Length > 0 && text[0] is not ('#' or '|' or '<') && !IsSignature(text) && !BeginsBlock().IsMatch(text);

    // What is left of the line once its label, links and references are taken away.
    private static bool Speaks(string text)
    {
        var rest = Label().Replace(text, "");
        rest = Reference().Replace(Link().Replace(rest, " "), " ");
        return Word().Count(rest) >= FewestWords;
    }

    [GeneratedRegex(@"</?(details|blockquote)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Enclosing();

    /// <summary>A list, a fence, a line across.</summary>
    [GeneratedRegex(@"^([-*+]|\d{1,9}[.)])(\s|$)|^(`{3,}|~{3,})|^([-*_]\s*){3,}$")]
    private static partial Regex BeginsBlock();

    /// <summary>Best regards, / Thanks! / Sent from my phone; alone on its line, a name may follow.</summary>
    [GeneratedRegex(
        @"^((best|kind|warm|many|with|kindest|warmest) ){0,2}(regards|wishes|greetings)\b.{0,40}$|^(best|cheers|thanks|thank you|many thanks|sincerely|yours( \w+)?)[,!.]*$|^sent from my \w.{0,40}$|^(此致|谢谢|祝好|顺颂商祺)[，,！!。]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Closing();

    /// <summary>On Tue, Nov 3, 2026 at 4:29 PM Ann wrote:</summary>
    [GeneratedRegex(@"^On .{5,200} wrote:$", RegexOptions.CultureInvariant)]
    private static partial Regex Answered();

    [GeneratedRegex("^(?<fence>`{3,}|~{3,})")]
    private static partial Regex Fence();

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
