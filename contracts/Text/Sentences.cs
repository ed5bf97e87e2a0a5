using System.Buffers;

namespace NewsEducator.Contracts;

/// <summary>What a sentence is, for who writes summaries and for who checks them: English and Chinese prose; code spans, versions,
/// addresses and abbreviations stay whole.</summary>
public static class Sentences
{
    private const string ChineseEnds = "。！？；";
    private static readonly SearchValues<char> Marks = SearchValues.Create($".!?…{ChineseEnds}");
    private static readonly SearchValues<char> MarksAndCode = SearchValues.Create($".!?…{ChineseEnds}`");
    private const string Closers = "\"'”’」』）)]*_";

    public static IEnumerable<string> Of(string line) =>
        Spans(line, 0, line.Length).Select(span => line[span].Trim()).Where(sentence => sentence.Length > 0);

    /// <returns>Spans that cover the text from start to end, each ending after a sentence.</returns>
    public static IEnumerable<Range> Spans(string text, int start, int end)
    {
        var from = start;
        for (var at = NextMark(text, start, end); at < end; )
        {
            if (text[at] == '`')
            {
                at = NextMark(text, AfterCode(text, at, end), end);
                continue;
            }

            var next = EndAt(text, from, at, end);
            if (next > 0)
            {
                yield return from..next;
                from = next;
            }

            at = NextMark(text, Math.Max(at + 1, next), end);
        }

        if (from < end)
        {
            yield return from..end;
        }
    }

    private static int NextMark(string text, int at, int end) =>
        text.AsSpan(at, end - at).IndexOfAny(MarksAndCode) is var found and >= 0 ? at + found : end;

    /// <returns>Where the sentence ends whose marks begin here, 0 where none does.</returns>
    private static int EndAt(string text, int from, int at, int end)
    {
        // Of "?!" and "..." the first mark stands for all.
        if (at > from && IsMark(text[at - 1]))
        {
            return 0;
        }

        var last = at;
        while (last + 1 < end && IsMark(text[last + 1]))
        {
            last++;
        }

        var next = AfterClosers(text, last + 1, end);
        if (text.AsSpan(at, last + 1 - at).IndexOfAny(ChineseEnds) >= 0 || next >= end)
        {
            return next;
        }

        var isEllipsis = text[last] == '…' || (text[last] == '.' && last > at);
        return Script.IsChinese(text[next])
            ? isEllipsis
                ? 0
                : next
            : char.IsWhiteSpace(text[next]) && BeginsSentence(text, next, end, isEllipsis) && !IsShortened(text, from, at, last, next, end)
                ? next
                : 0;
    }

    private static bool IsMark(char character) => Marks.Contains(character);

    // Behind an ellipsis a sentence goes on unless a capital says otherwise.
    private static bool BeginsSentence(string text, int at, int end, bool afterEllipsis)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at >= end || (afterEllipsis ? char.IsUpper(text[at]) || Script.IsChinese(text[at]) : !char.IsLower(text[at]));
    }

    private static bool IsShortened(string text, int from, int dot, int last, int next, int end)
    {
        if (text[dot] != '.' || last > dot)
        {
            return false;
        }

        var start = dot;
        while (start > from && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        return Abbreviations.Shortens(text[start..dot], text.AsSpan(from, start - from), WordAt(text, next, end));
    }

    private static string WordAt(string text, int at, int end)
    {
        while (at < end && !char.IsLetterOrDigit(text[at]) && text[at] is not ('§' or '#' or '\n'))
        {
            at++;
        }

        var start = at;
        while (at < end && (char.IsLetterOrDigit(text[at]) || (at == start && text[at] is '§' or '#')))
        {
            at++;
        }

        return text[start..at];
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
}
