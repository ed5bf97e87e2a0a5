using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Compliance.Grounding.Places;
using NewsEducator.Compliance.Grounding.Words;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding.Contradictions;

/// <summary>Holds a sentence against the one place of the source that it speaks of: right words about another matter are wrong.</summary>
internal static class ContradictionCheck
{
    // Below this share of common words the two say different things, and a difference in negation means nothing.
    private const double NearlyVerbatim = 0.75;
    private const double OnTheSame = 0.5;

    // Brackets and backticks.
    private const int Edge = 3;

    /// <summary>What stands otherwise in the source.</summary>
    internal sealed record Found
    {
        public IReadOnlyList<Anchor> Elsewhere { get; init; } = [];

        public IReadOnlyList<string> Exchanged { get; init; } = [];

        public string? Reversed { get; init; }

        public bool IsNegated { get; init; }
    }

    public static readonly Found Nothing = new();

    /// <summary>Sentence and source are in one language.</summary>
    public static Found With(Place place, string sentence, IReadOnlyList<Anchor> anchors, SourceFacts facts)
    {
        if (place.Share < OnTheSame)
        {
            return Nothing;
        }

        var isClose = place.Share >= NearlyVerbatim;
        if (isClose && WordSequence.IsIn(facts.Wording, sentence))
        {
            return Nothing;
        }

        place = isClose ? InOneSentence(place, sentence, facts) : place;
        var there = facts.Text.AsSpan()[place.Span];
        var edge = Math.Max(0, place.Span.Start.Value - Edge)..(place.Span.End.Value + Edge);
        var elsewhere = isClose ? NotIn(_ => edge, anchors) : NotThere(anchors, place.Span, facts);
        return new Found
        {
            Elsewhere = elsewhere,
            Exchanged = isClose
                ? Untold(WordSubstitution.Find(sentence, there), anchors.Where(anchor => anchor.Places is null).Concat(elsewhere))
                : [],
            Reversed = Polarity.ReversedWord(sentence, there),
            IsNegated = isClose && Polarity.NegationsIn(Common(sentence, there)) != Polarity.NegationsIn(Common(there, sentence)),
        };
    }

    /// <returns>Names and figures that the source has, but neither at the place nor, for names, right before it or in the title.</returns>
    public static List<Anchor> Away(EvidenceSpan place, IReadOnlyList<Anchor> anchors, SourceFacts facts) =>
        NotThere(anchors.Where(anchor => !facts.IsInTitle(anchor)), place.Start..(place.Start + place.Length), facts);

    // What is missing or occurs elsewhere is reported once.
    private static List<string> Untold(List<string> words, IEnumerable<Anchor> told) =>
        [.. words.Where(word => !told.Any(anchor => anchor.Text.Contains(word, StringComparison.OrdinalIgnoreCase)))];

    // What the next sentence says is not said in this one.
    private static Place InOneSentence(Place place, string sentence, SourceFacts facts)
    {
        var (first, last) = (facts.SentenceAt(place.Span.Start.Value), facts.SentenceAt(place.Span.End.Value - 1));
        for (var at = first; at <= last && first < last; at++)
        {
            if (BestPlace.Within(facts.Sentences[at], sentence, facts.Wording) is { Share: >= NearlyVerbatim } within)
            {
                return within;
            }
        }

        return place;
    }

    // What one of them has before and behind the words that both have is not compared.
    private static ReadOnlySpan<char> Common(ReadOnlySpan<char> text, ReadOnlySpan<char> other)
    {
        var known = Polarity.StemsIn(other);
        int start = -1,
            end = 0;
        var reader = new WordReader(text, stackalloc char[WordReader.Longest]);
        while (reader.Next())
        {
            if (!Polarity.IsNegation(reader.Stem) && known.Contains(reader.Stem.ToString()))
            {
                start = start < 0 ? reader.Start : start;
                end = reader.End;
            }
        }

        return start < 0 ? [] : text[start..end];
    }

    // A figure is said where the rest is; what a name stands for may have been said right before.
    private static List<Anchor> NotThere(IEnumerable<Anchor> anchors, Range span, SourceFacts facts)
    {
        var (first, last) = (facts.SentenceAt(span.Start.Value), facts.SentenceAt(span.End.Value - 1));
        var said = facts.Sentences[first].Start..facts.Sentences[last].End;
        var before = (facts.FollowsOn(first) ? facts.Sentences[first - 1].Start : said.Start)..said.End;
        return NotIn(anchor => anchor.IsFigure ? said : before, anchors);
    }

    private static List<Anchor> NotIn(Func<Anchor, Range> spanFor, IEnumerable<Anchor> anchors) =>
        [.. anchors.Where(anchor => anchor.Places is { Count: > 0 } places && !places.Any(place => IsIn(spanFor(anchor), place)))];

    private static bool IsIn(Range span, int place) => place >= span.Start.Value && place < span.End.Value;
}
