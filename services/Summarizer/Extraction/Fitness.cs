using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>Whether a summary may contain the sentence at all.</summary>
internal static partial class Fitness
{
    private const int LongestEnglish = 320;
    private const int LongestChinese = 180;
    private const int FewestWords = 5;
    private const int FewestCharacters = 10;
    private const double LeastLetters = 0.6;

    /// <param name="quote">As it stands in the source.</param>
    /// <param name="text">The same as one plain line.</param>
    /// <param name="needsMark">It ends with one. Captions have none; elsewhere a line without a mark mostly introduces a list or labels
    /// something.</param>
    public static bool IsFit(string quote, string text, bool needsMark) =>
        HasFitLength(text)
        && IsComplete(text, needsMark)
        && Letters(text) >= LeastLetters
        && !HasInvisible(quote)
        && !Address().IsMatch(text)
        && !Secret().IsMatch(text)
        && !PromptInjectionFilter.Has(text)
        && !Courtesy().IsMatch(text);

    private static bool HasFitLength(string text) =>
        Language.Of(text) == Language.Chinese
            ? text.Length is >= FewestCharacters and <= LongestChinese
            : text.Length <= LongestEnglish && text.Count(char.IsWhiteSpace) + 1 >= FewestWords;

    private static bool IsComplete(string text, bool needsMark) =>
        text[^1] is '.' or '!' or '。' or '！' or '；' or '”' or '"' or ')' or '）' || (!needsMark && char.IsLetterOrDigit(text[^1]));

    private static double Letters(string text) => (double)text.Count(c => char.IsLetter(c) || c is ' ' or '`') / text.Length;

    private static bool HasInvisible(string quote) =>
        quote.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format);

    [GeneratedRegex(@"https?:|www\.|\b[a-z0-9-]{1,63}\.(example|com/|net/|org/)", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(
        "AKIA[0-9A-Z]{12}|gh[pousr]_[0-9A-Za-z]{20}|PRIVATE KEY|eyJ[0-9A-Za-z_-]{16}|(secret|password|token|api[_-]?key)[a-z_]{0,40}\\s{0,5}[=:]",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Secret();

    [GeneratedRegex(
        @"^(thanks|thank you|nice|great|good|congrat|welcome|hello|hi\b|ouch|sorry|confirmed|closing|same here|works|agreed|right\b|\+1|please\b|let me know|i (have )?searched|"
            + @"谢谢|感谢|恭喜|欢迎|同感|请)|\?$|？$|see you|subscribe|in the description|issue template|the template|pasted below|bug report|contributing guide",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Courtesy();
}
