using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding;

/// <summary>Holds a sentence against the one place of the source that it speaks of: right words about another matter are wrong.</summary>
internal static class Contrast
{
    // Below this share of common words the two say different things, and a "not" more or less tells nothing.
    private const double NearlyVerbatim = 0.75;
    private const double OnTheSame = 0.5;

    // How far around a quote its paragraph goes on.
    private const int Around = 120;
    private const int Edge = 3;

    /// <summary>What stands otherwise in the source.</summary>
    internal sealed record Found
    {
        public IReadOnlyList<Anchor> Elsewhere { get; init; } = [];

        public IReadOnlyList<string> Exchanged { get; init; } = [];

        public string? Reversed { get; init; }

        public bool IsNegated { get; init; }
    }

    private static readonly Found Nothing = new();

    /// <summary>Sentence and source are in one language.</summary>
    public static Found With(Place place, string sentence, IReadOnlyList<Anchor> anchors, SourceFacts facts)
    {
        if (place.Share < OnTheSame)
        {
            return Nothing;
        }

        var isClose = place.Share >= NearlyVerbatim;
        var there = facts.Text.AsSpan()[place.Span];
        return new Found
        {
            Elsewhere = NotNear(place.Span, isClose ? Edge : Around, anchors),
            Exchanged = isClose ? [.. Exchange.Find(sentence, there)] : [],
            Reversed = Polarity.ReversedWord(sentence, there),
            IsNegated = isClose && Polarity.NegationsIn(Common(sentence, there)) != Polarity.NegationsIn(Common(there, sentence)),
        };
    }

    /// <summary>They are in different languages: only a quote says which place is meant, and the title speaks of everything.</summary>
    public static Found With(EvidenceSpan? quote, string sentence, IReadOnlyList<Anchor> anchors, SourceFacts facts) =>
        quote is null ? Nothing : new Found
        {
            Elsewhere = NotNear(quote.Start..(quote.Start + quote.Length), Around, [.. anchors.Where(anchor => !facts.IsInTitle(anchor))]),
            Reversed = Polarity.ReversedMovement(sentence, quote.Text),
        };

    // What one of them has before and behind the words that both have is not compared.
    private static ReadOnlySpan<char> Common(ReadOnlySpan<char> text, ReadOnlySpan<char> other)
    {
        var known = Polarity.StemsIn(other);
        int start = -1, end = 0;
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

    private static List<Anchor> NotNear(Range span, int around, IReadOnlyList<Anchor> anchors) =>
        [.. anchors.Where(anchor => anchor.Places is { Count: > 0 } places
            && !places.Any(place => place >= span.Start.Value - around && place < span.End.Value + around))];
}
