using System.Text.RegularExpressions;
using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Compliance.Grounding.Words;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding;

/// <summary>What a sentence puts between quotation marks it puts into somebody's mouth.</summary>
internal static partial class QuotedSpeech
{
    // A word or two in quotation marks is a term, not what somebody said.
    private const int FewestWords = 4;
    private const int FewestCharacters = 8;

    /// <returns>The first quotation in the source's language that the source does not have.</returns>
    public static string? NotIn(SourceFacts facts, string sentence) =>
        Quoted()
            .Matches(sentence)
            .Select(match => match.Groups["words"].Value)
            .FirstOrDefault(words =>
                IsSpeech(words) && Script.HasChinese(words) == facts.IsChinese && !WordSequence.IsIn(facts.Wording, words)
            );

    private static bool IsSpeech(string words) =>
        Script.HasChinese(words) ? words.Length >= FewestCharacters : words.Count(c => c == ' ') + 1 >= FewestWords;

    [GeneratedRegex("“(?<words>[^“”]{4,600})”|\"(?<words>[^\"]{4,600})\"|「(?<words>[^「」]{4,600})」|『(?<words>[^『』]{4,600})』")]
    private static partial Regex Quoted();
}
