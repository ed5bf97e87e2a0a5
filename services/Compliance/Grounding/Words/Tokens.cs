using NewsEducator.Compliance.Grounding.Figures;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding.Words;

/// <summary>Reads Latin words, numbers and code spans; one pass over the text.</summary>
internal static class Tokens
{
    private const int LongestUnit = 12;

    /// <param name="text">Anything.</param>
    /// <param name="withCode">Code spans are one token; else what they hold is read as any other text.</param>
    public static IEnumerable<Token> Read(string text, bool withCode)
    {
        var afterWord = -2;
        for (var at = 0; at < text.Length; )
        {
            var start = at;
            if (withCode && text[at] == '`')
            {
                var fence = FenceLength(text, at);
                var close = text.IndexOf(new string('`', fence), at + fence, StringComparison.Ordinal);
                at = close < 0 ? at + fence : close + fence;
                if (close >= 0)
                {
                    yield return new Token(TokenKind.Code, start + fence, text[(start + fence)..close].Trim());
                }
            }
            else if (char.IsAsciiDigit(text[at]))
            {
                at = NumberEnd(text, at);
                yield return new Token(TokenKind.Number, start, text[start..at])
                {
                    Unit = IsYear(text, start, at) ? "" : UnitAt(text, at),
                    FollowsWord = start - 1 == afterWord && text[start - 1] == ' ',
                    FillsCell = text.AsSpan(at, Math.Min(2, text.Length - at)).TrimStart(' ').StartsWith('|'),
                };
                at = Chinese.NumeralEnd(text, at);
                at = GluedEnd(text, at);
            }
            else if (Chinese.NumeralEnd(text, at) is var numeral && numeral > at)
            {
                at = numeral;
                if (!Chinese.IsVague(text, start))
                {
                    yield return new Token(TokenKind.Number, start, text[start..at]) { Unit = UnitAt(text, at) };
                }
            }
            else if (IsWordStart(text[at]))
            {
                at = WordEnd(text, at);
                afterWord = at;
                var word = text[start..at];
                yield return new Token(TokenKind.Word, start, word) { Unit = NumberReading.IsWord(word) ? UnitAt(text, at) : "" };
            }
            else
            {
                at++;
            }
        }
    }

    private static bool IsWordStart(char c) => (char.IsLetter(c) && c < '\u2E80') || c == '_';

    private static bool IsWordPart(char c) => IsWordStart(c) || char.IsAsciiDigit(c);

    // Points, dashes and the like belong to a word when it goes on behind them: llama.cpp, Mixture-of-Experts, C++.
    private static int WordEnd(string text, int at)
    {
        while (at < text.Length && (IsWordPart(text[at]) || JoinsParts(text, at)))
        {
            at++;
        }

        while (at < text.Length && text[at] is ('+' or '#'))
        {
            at++;
        }

        return at;
    }

    private static bool JoinsParts(string text, int at) =>
        text[at] is ('.' or '-' or '@') && at + 1 < text.Length && IsWordPart(text[at + 1]);

    private static int NumberEnd(string text, int at)
    {
        while (
            at < text.Length
            && (char.IsAsciiDigit(text[at]) || (text[at] is ('.' or ',' or ':') && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
        )
        {
            at++;
        }

        return at;
    }

    // 200ms and 3x are number and unit; what else is glued to a number is not a word of its own.
    private static int GluedEnd(string text, int at)
    {
        while (at < text.Length && IsWordPart(text[at]))
        {
            at++;
        }

        return at;
    }

    // 2023 年 is a date and no span of time.
    private static bool IsYear(string text, int start, int end) => end - start == 4 && text.AsSpan(end).TrimStart(' ').StartsWith('年');

    private static string UnitAt(string text, int at)
    {
        while (at < text.Length && text[at] is (' ' or '-' or '+' or '\u00A0' or '\u2009'))
        {
            at++;
        }

        // 第 75 百分位 counts no hundreds, and only 四成 is a share: not 27 成为.
        if (text.AsSpan(at).StartsWith("百分位") || (at > 0 && at < text.Length && text[at] == '成' && !Script.IsChinese(text[at - 1])))
        {
            return "";
        }

        var end = at;
        if (at < text.Length && text[at] is ('%' or '×'))
        {
            return text[at..(at + 1)];
        }

        var isChinese = at < text.Length && Script.IsChinese(text[at]);
        while (
            end < text.Length
            && end - at < LongestUnit
            && (isChinese ? Script.IsChinese(text[end]) : char.IsLetter(text[end]) && !Script.IsChinese(text[end]))
        )
        {
            end++;
        }

        return text[at..end];
    }

    private static int FenceLength(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == '`')
        {
            end++;
        }

        return end - at;
    }
}
