using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>A sentence of Markdown as one line of plain text; code spans stay as they are.</summary>
internal static partial class PlainSentence
{
    public static string Of(string markdown)
    {
        var text = ListMark().Replace(PlainText.Line(Markup().Replace(markdown, "${code}${text}")), "");
        return text.EndsWith('；') ? $"{text[..^1]}。" : text;
    }

    // Links keep their text; struck words, marks of notes, tags and emphasis go; what is code is matched first and put back.
    [GeneratedRegex(
        @"(?<code>`[^`]*`)|!?\[(?<text>[^\[\]]*)\]\([^()\s]*\)|\[(?<text>[^\[\]]+)\]\[[^\[\]]*\]|[ ]?\[\^[^\[\]\s]{1,40}\]|(?<=[\s.,;:)”])[ ]?\[\d{1,3}(, ?\d{1,3})*\](?![(\w\[:])|[ ]?~~[^~]+~~|</?[A-Za-z][^<>`]*>|\*\*|~~",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Markup();

    [GeneratedRegex(@"^\d{1,2}[.)] ")]
    private static partial Regex ListMark();
}
