using System.Text.RegularExpressions;
using NewsEducator.Compliance.Grounding.Alignment;
using NewsEducator.Compliance.Grounding.Contradictions;
using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Compliance.Grounding.Places;
using NewsEducator.Compliance.Grounding.Scoring;
using NewsEducator.Compliance.Grounding.Words;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding;

/// <summary>Holds each sentence of a summary against the source: by its quote, by its anchors, and in one language by its words.</summary>
internal static partial class SentenceGrounding
{
    private const string Inference = "【推测】";
    private const double LeastOverlap = 0.5;
    private const double Verbatim = 0.85;
    private const int Company = 2;
    private const double NearlyAll = 0.6;
    private const double EveryWord = 0.995;

    public static IReadOnlyList<GroundedSentence> Check(SummaryContent summary, SourceFacts facts) =>
        [.. ClaimsOf(summary).Select(claim => Check(claim, facts))];

    // Whoever wrote the claims knows best where a sentence ends, as long as together they are the text.
    private static IEnumerable<Claim> ClaimsOf(SummaryContent summary)
    {
        var isCovered = Bare(string.Concat(summary.Claims.Select(claim => claim.Sentence))) == Bare(summary.Text);
        return isCovered ? summary.Claims : Sentences.Of(summary.Text).Select(sentence => new Claim { Sentence = sentence });
    }

    private static GroundedSentence Check(Claim claim, SourceFacts facts)
    {
        var unsaid = Unsaid().Match(claim.Sentence);
        var anchors = FactExtractor
            .Read(claim.Sentence, facts)
            .FindAll(anchor => !unsaid.Value.Contains(anchor.Text, StringComparison.Ordinal));
        var quote = claim.Quote is null ? null : facts.FindQuote(claim.Quote);
        var evidence = Evidence.Find(claim.Sentence, anchors, quote, facts);
        if (claim.Sentence.StartsWith(Inference, StringComparison.Ordinal))
        {
            return new GroundedSentence { Check = CheckOf(claim, SentenceState.Inference, evidence.Spans), Support = Support.Inference };
        }

        // To say that the source is silent on one thing proves nothing of the rest of the sentence.
        if (unsaid.Success)
        {
            var isWhole = anchors.All(anchor => anchor.Places is not null);
            return new GroundedSentence
            {
                Check = CheckOf(claim, isWhole ? SentenceState.Inference : SentenceState.Contradicted, evidence.Spans),
                Support = isWhole ? Support.Inference : Support.Unsupported,
                Facts = anchors,
            };
        }

        var across = evidence.Across ?? CrossLanguage.Found.Nothing;
        var contrast = evidence.Place is { } place
            ? ContradictionCheck.With(place, claim.Sentence, anchors, facts)
            : ContradictionCheck.Nothing;
        var grounded = new GroundedSentence
        {
            Check = CheckOf(claim, SentenceState.Unchecked, evidence.Spans),
            Support = Support.Supported,
            Facts = anchors,
            Elsewhere =
            [
                .. contrast.Elsewhere.Select(anchor => anchor.Text),
                .. across
                    .Otherwise.Where(text => !IsMissing(text, anchors))
                    .Concat(AwayFromQuote(across, quote, anchors, facts))
                    .Distinct(),
            ],
            Exchanged = contrast.Exchanged,
            Reversed = contrast.Reversed ?? across.Reversed,
            IsNegated = contrast.IsNegated || across.IsNegated,
            Overstated = across.Overstated,
            NotYetDone = across.NotYetDone,
            AreRolesExchanged = across.AreRolesExchanged,
            Doubts = across.Doubts,
            FalseWords = QuotedSpeech.NotIn(facts, claim.Sentence),
            FalseQuote = quote is null ? claim.Quote : null,
        };
        return grounded with
        {
            Check = grounded.Check with { State = StateOf(grounded, evidence, facts) },
            Support = SupportOf(grounded, evidence, quote, facts),
        };
    }

    private static SentenceState StateOf(GroundedSentence sentence, Evidence.Found evidence, SourceFacts facts) =>
        sentence.IsFalse ? SentenceState.Contradicted
        : sentence.Doubts.Count > 0 ? SentenceState.Unchecked
        : evidence.Place is not { } place ? (evidence.Across is { IsMatched: true } ? SentenceState.Matched : SentenceState.Unchecked)
        : WordSequence.IsIn(facts.Wording, sentence.Check.Text) ? SentenceState.Verbatim
        : place.Share >= EveryWord ? SentenceState.Matched
        : SentenceState.Unchecked;

    // What is nowhere in the source is reported once, as missing.
    private static bool IsMissing(string text, List<Anchor> anchors) =>
        anchors.Exists(anchor => anchor.Places is null && anchor.Text.Contains(text.Split(' ')[0], StringComparison.Ordinal));

    // One thing alone that the quote does not have, where it has the rest, was put in place of another.
    private static IEnumerable<string> AwayFromQuote(
        CrossLanguage.Found across,
        EvidenceSpan? quote,
        List<Anchor> anchors,
        SourceFacts facts
    ) =>
        quote is not null
        && across is { IsQuote: true, Place.Coverage: >= NearlyAll }
        && ContradictionCheck.Away(facts.SpanOf(across.Place.Wider(Company)), anchors, facts) is [var away]
            ? [away.Text]
            : [];

    private static Support SupportOf(GroundedSentence sentence, Evidence.Found evidence, EvidenceSpan? quote, SourceFacts facts) =>
        sentence.IsFalse || evidence.Place is { Share: < LeastOverlap } || evidence.Across is { IsForeign: true } ? Support.Unsupported
        : quote is not null || sentence.Facts.Count > 0 ? Support.Supported
        : evidence.Place is null ? Support.Unanchored
        : facts.IsChinese
        || evidence.Place is { Share: >= Verbatim }
        || SupportScore.Of([sentence.Check.Text], facts.Wording) >= SupportScore.Threshold
            ? Support.Supported
        : Support.Unsupported;

    private static SentenceCheck CheckOf(Claim claim, SentenceState state, IReadOnlyList<EvidenceSpan> evidence) =>
        new()
        {
            Text = claim.Sentence,
            State = state,
            Evidence = evidence,
        };

    // What the source is said to be silent on need not be in it.
    [GeneratedRegex("来源未说明[^，。；]*")]
    private static partial Regex Unsaid();

    private static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
