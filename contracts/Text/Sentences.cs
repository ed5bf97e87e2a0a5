using System.Collections.Frozen;

namespace NewsEducator.Contracts;

/// <summary>What a sentence is, for who writes summaries and for who checks them: English and Chinese prose; code spans, versions, addresses and abbreviations stay whole.</summary>
public static class Sentences
{
    private const string ChineseEnds = "。！？；";
    private const string Closers = "\"'”’」』）)]*_";

    private static readonly FrozenSet<string> Abbreviations = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "e.g", "i.e", "etc", "vs", "cf", "al", "approx", "ca", "fig", "mr", "mrs", "dr", "prof", "resp");

    public static IEnumerable<string> Of(string line) =>
        Spans(line, 0, line.Length).Select(span => line[span].Trim()).Where(sentence => sentence.Length > 0);

    /// <returns>Spans that cover the text from start to end, each ending after a sentence.</returns>
    public static IEnumerable<Range> Spans(string text, int start, int end)
    {
        var from = start;
        for (var at = start; at < end;)
        {
            if (text[at] == '`')
            {
                at = AfterCode(text, at, end);
                continue;
            }

            var next = EndAt(text, from, at, end);
            if (next > 0)
            {
                yield return from..next;
                from = next;
            }

            at = Math.Max(at + 1, next);
        }

        if (from < end)
        {
            yield return from..end;
        }
    }

    /// <returns>Where the sentence ends whose last mark stands here, 0 where none does.</returns>
    private static int EndAt(string text, int from, int at, int end)
    {
        if (ChineseEnds.Contains(text[at]))
        {
            return AfterClosers(text, at + 1, end);
        }

        if (text[at] is not ('.' or '!' or '?') || (text[at] == '.' && IsAbbreviation(text, from, at)))
        {
            return 0;
        }

        var next = AfterClosers(text, at + 1, end);
        if (next >= end)
        {
            return end;
        }

        return IsChinese(text[next]) || (char.IsWhiteSpace(text[next]) && BeginsSentence(text, next, end)) ? next : 0;
    }

    private static bool BeginsSentence(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at >= end || !char.IsLower(text[at]);
    }

    private static bool IsAbbreviation(string text, int from, int dot)
    {
        var start = dot;
        while (start > from && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        var word = text[start..dot];
        var isListNumber = start == from && word.Length is 1 or 2 && word.All(char.IsAsciiDigit);
        var isInitial = word is [>= 'A' and <= 'Z'] && (start == from || text[start - 1] == ' ');
        return isListNumber || isInitial || Abbreviations.Contains(word);
    }

    private static int AfterClosers(string text, int at, int end)
    {
        while (at < end && Closers.Contains(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int AfterCode(string text, int at, int end)
    {
        var fence = 1;
        while (at + fence < end && text[at + fence] == '`')
        {
            fence++;
        }

        var close = text.IndexOf(new string('`', fence), at + fence, end - at - fence, StringComparison.Ordinal);
        return close < 0 ? at + fence : close + fence;
    }

    private static bool IsChinese(char character) => character is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF');
}
