using NewsEducator.Compliance.Grounding;
using NewsEducator.Compliance.Rules.Claims;
using NewsEducator.Compliance.Screenings;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Opinions;

/// <summary>The states of the sentences after a verifier was heard: it raises and lowers, and never clears a contradiction.</summary>
internal static class JudgedSentences
{
    public static IReadOnlyList<SentenceCheck> Of(ScreeningInput input)
    {
        List<SentenceCheck> checks = [.. input.Sentences.Select(sentence => sentence.Check)];
        var counts = !input.Policy.IsOff(OpinionRule.Name) && !input.Policy.Shadow.Contains(OpinionRule.Name);
        return input.Opinion is { } opinion && counts ? [.. checks.Select((check, index) => Heard(check, index, opinion, input))] : checks;
    }

    private static SentenceCheck Heard(SentenceCheck check, int index, Opinion opinion, ScreeningInput input)
    {
        if (check.State is not (SentenceState.Unchecked or SentenceState.Matched))
        {
            return check;
        }

        if (opinion.Doubts.Any(doubt => doubt.Sentence == index))
        {
            return check with { State = SentenceState.Unchecked };
        }

        return
            opinion.Backed.FirstOrDefault(backing => backing.Sentence == index) is { } backed
            && input.Facts.FindQuote(backed.Evidence) is { } span
            ? check with
            {
                State = SentenceState.Judged,
                Evidence = [span, .. check.Evidence.Where(other => other != span)],
            }
            : check;
    }
}
