using System.Globalization;
using System.Text.RegularExpressions;
using NewsEducator.Contracts;

namespace NewsEducator.Review.Candidates.Decisions;

/// <summary>A candidate's text with one number changed: what a reviewer who reads the evidence notices.</summary>
/// <param name="What">The sentence before and after.</param>
internal sealed partial record SeededError(SummaryContent Content, IReadOnlyList<SentenceCheck> Sentences, string What)
{
    /// <returns>Null where no sentence with evidence holds a number that occurs once.</returns>
    public static SeededError? In(SummaryContent content, IReadOnlyList<SentenceCheck> sentences)
    {
        for (var index = 0; index < sentences.Count; index++)
        {
            var sentence = sentences[index];
            if (
                sentence is { State: not (SentenceState.Contradicted or SentenceState.Inference), Evidence.Count: > 0 }
                && IsOnce(content.Text, sentence.Text)
                && Changed(sentence.Text) is { } changed
            )
            {
                return new SeededError(
                    content with
                    {
                        Text = content.Text.Replace(sentence.Text, changed, StringComparison.Ordinal),
                        Claims =
                        [
                            .. content.Claims.Select(claim => claim.Sentence == sentence.Text ? claim with { Sentence = changed } : claim),
                        ],
                    },
                    [.. sentences.Take(index), sentence with { Text = changed }, .. sentences.Skip(index + 1)],
                    $"{sentence.Text}\n{changed}"
                );
            }
        }

        return null;
    }

    private static bool IsOnce(string text, string sentence) =>
        text.IndexOf(sentence, StringComparison.Ordinal) is >= 0 and var first
        && text.IndexOf(sentence, first + 1, StringComparison.Ordinal) < 0;

    private static string? Changed(string sentence)
    {
        var number = Number().Match(sentence);
        return number.Success && int.TryParse(number.Value, CultureInfo.InvariantCulture, out var value)
            ? $"{sentence[..number.Index]}{(value * 3L) + 2}{sentence[(number.Index + number.Length)..]}"
            : null;
    }

    // 9 in "rose to 9s", but neither the 99 of P99 nor a part of 4.2.0.
    [GeneratedRegex(@"(?<![\w.\-])[0-9]{1,6}(?![0-9.\-])", RegexOptions.ECMAScript)]
    private static partial Regex Number();
}
