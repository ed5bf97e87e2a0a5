using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding;

/// <summary>Holds a sentence against the one place of the source that it speaks of: right words about another matter are wrong.</summary>
internal static class Contrast
{
    // Below this share of common words the two say different things, and a "not" more or less tells nothing.
    private const double NearlyVerbatim = 0.75;
    private const double OnTheSame = 0.5;

    // How far around a quote its paragraph goes on.
    private const int Around = 400;
    private const int Edge = 16;

    /// <summary>What stands otherwise in the source.</summary>
    internal sealed record Found(IReadOnlyList<Anchor> Elsewhere, string? Reversed, bool IsNegated);

    public static readonly Found Nothing = new([], null, false);

    /// <summary>Sentence and source are in one language.</summary>
    public static Found With(Wording.Place place, string sentence, IReadOnlyList<Anchor> anchors, SourceFacts facts)
    {
        if (place.Share < OnTheSame)
        {
            return Nothing;
        }

        var isClose = place.Share >= NearlyVerbatim;
        var there = facts.Text.AsSpan()[place.Span];
        return new Found(
            NotNear(place.Span, isClose ? Edge : Around, anchors),
            Polarity.ReversedWord(sentence, there),
            isClose && Polarity.NegationsIn(sentence) != Polarity.NegationsIn(there));
    }

    /// <summary>They are in different languages, and a quote says which place is meant.</summary>
    public static Found With(EvidenceSpan quote, string sentence, IReadOnlyList<Anchor> anchors)
    {
        var span = quote.Start..(quote.Start + quote.Length);
        return new Found(NotNear(span, Around, anchors), Polarity.ReversedMovement(sentence, quote.Text), false);
    }

    private static List<Anchor> NotNear(Range span, int around, IReadOnlyList<Anchor> anchors) =>
        [.. anchors.Where(anchor => anchor.Places is { Count: > 0 } places
            && !places.Any(place => place >= span.Start.Value - around && place < span.End.Value + around))];
}
