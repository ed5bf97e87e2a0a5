using System.Text.RegularExpressions;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Types;

namespace NewsEducator.Summarizer.Judging;

/// <summary>What can be counted in a text and says how it is written rather than what about. The model knows each by its place.</summary>
internal static partial class TextFeatures
{
    private const double PerCharacters = 1_000;
    private const int ShortText = 300;
    private const int FewParagraphs = 1_200;

    public static double[] Of(JudgedText text, SourceKind kind)
    {
        var prose = text.Prose;
        var density = PerCharacters / Math.Max(ShortText, prose.Length);
        double Rate(Regex words) => Log(words.Count(prose) * density);
        return
        [
            Log(prose.Length),
            Log(Code().Count(text.Source)),
            Log(Measures().Count(prose)),
            Rate(Causes()),
            Rate(Fixes()),
            Rate(Weighing()),
            Log(LinkItems().Count(text.Source)),
            Log(ListItems().Count(text.Source)),
            Rate(Links()),
            text.Title.TrimEnd().EndsWith('?') ? 1 : 0,
            Log(prose.Count(letter => letter == '?') * density),
            Log(prose.Count(letter => letter == '!') * density),
            kind is SourceKind.GitHubIssue or SourceKind.GitHubDiscussion ? 1 : 0,
            Log(Versions().Count(text.Title)),
            Rate(Reader()),
            Rate(Authors()),
            Rate(Author()),
            prose.Length < ShortText ? 1 : 0,
            prose.Length < FewParagraphs ? 1 : 0,
            .. TypeCues.Families.Select(cues => Log(cues.In(text.Title))),
            .. TypeCues.Families.Select(cues => Log(cues.In(prose) * density)),
        ];
    }

    private static double Log(double count) => Math.Log(1 + count);

    [GeneratedRegex(@"```|\n    \S|\n\t\S")]
    private static partial Regex Code();

    [GeneratedRegex(
        @"\d[\d,.]{0,15}\s?(%|ms|s\b|µs|us\b|ns\b|seconds?|minutes?|hours?|[KMGT]i?B|times|x\b|percent)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Measures();

    [GeneratedRegex(
        @"\b(because|root cause|caused by|due to|the reason|turn(s|ed) out|therefore|which means|as a result|since)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Causes();

    [GeneratedRegex(
        @"\b(fix(ed|es)?|resolved?|workaround|patch(ed)?|revert(ed)?|mitigat\w+|we (changed|moved|switched|decided))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Fixes();

    [GeneratedRegex(
        @"\b(however|although|instead|rather than|trade-?offs?|alternatives?|but|would|could|drawbacks?|downsides?)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Weighing();

    [GeneratedRegex(@"(^|\n)\s*([-*+]|\d+\.) .{0,200}(#\d+|https?://|\]\()")]
    private static partial Regex LinkItems();

    [GeneratedRegex(@"(^|\n)\s*([-*+]|\d+\.) ")]
    private static partial Regex ListItems();

    [GeneratedRegex(@"https?://|\]\(|\]\[")]
    private static partial Regex Links();

    [GeneratedRegex(@"\bv?\d+(\.\d+)+", RegexOptions.IgnoreCase)]
    private static partial Regex Versions();

    [GeneratedRegex(@"\b(you|your)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reader();

    [GeneratedRegex(@"\b(we|our|us)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Authors();

    [GeneratedRegex(@"\b(i|my|me)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Author();
}
