using Microsoft.Extensions.AI;
using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Opinions;

/// <summary>Document and claim as entailment models are trained on them, and what they answer.</summary>
internal static class EntailmentPrompt
{
    public const string Name = "entailment.v1";
    private static readonly char[] Around = [' ', '\n', '\t', '.', '!', '"', '\'', '*', '`'];

    public static List<ChatMessage> For(GroundedSentence sentence, ScreeningInput input, int contextLength) =>
        [
            new(
                ChatRole.User,
                $"Document: {ContextOf(sentence.Check, input.Facts, contextLength)}\nClaim: {PlainText.Line(sentence.Check.Text)}"
            ),
        ];

    /// <returns>Null where the answer is neither yes nor no.</returns>
    public static bool? Read(string answer) =>
        answer.Trim(Around).Split(Around, 2)[0].ToLowerInvariant() switch
        {
            "yes" or "1" or "entailment" or "supported" => true,
            "no" or "0" or "contradiction" or "neutral" or "unsupported" => false,
            _ => null,
        };

    // The evidence in the middle of what stands around it, from paragraph to paragraph where that fits.
    private static string ContextOf(SentenceCheck check, SourceFacts facts, int length)
    {
        var text = facts.Text;
        if (text.Length <= length || check.Evidence is not [var span, ..])
        {
            return text[..Math.Min(text.Length, length)];
        }

        var start = Math.Clamp(span.Start + (span.Length / 2) - (length / 2), 0, text.Length - length);
        var end = start + length;
        var first = start == 0 ? -1 : text.IndexOf("\n\n", start, end - start, StringComparison.Ordinal);
        return text[(first >= 0 && first < span.Start ? first + 2 : start)..end];
    }
}
