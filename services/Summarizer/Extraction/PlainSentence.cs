using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>A sentence of Markdown as one line of plain text; code spans stay.</summary>
internal static partial class PlainSentence
{
    public static string Of(string markdown)
    {
        var text = Link().Replace(markdown, "$1");
        text = Tag().Replace(text, "");
        text = Emphasis().Replace(text, "");
        text = ListMark().Replace(PlainText.Line(text), "");
        return text.EndsWith('；') ? $"{text[..^1]}。" : text;
    }

    [GeneratedRegex(@"!?\[([^\[\]]*)\]\([^()\s]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex("</?[A-Za-z][^<>`]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\d{1,2}[.)] ", RegexOptions.NonBacktracking)]
    private static partial Regex ListMark();

    [GeneratedRegex(@"\*\*|~~", RegexOptions.NonBacktracking)]
    private static partial Regex Emphasis();
}
