using NewsEducator.Compliance.Grounding.Words;

namespace NewsEducator.Compliance.Grounding.Places;

/// <summary>Finds the place of a source with most of a sentence's words. Linear in the source.</summary>
internal static class BestPlace
{
    // A sentence that sums up is shorter than what it sums up; much longer places back anything.
    private const double Room = 1.6;
    private const int MoreRoom = 6;

    /// <returns>Stands nowhere with a share of 0 where no word is known.</returns>
    public static Place Of(string sentence, Wording source) => Of(sentence, source, 0, source.Words.Count);

    /// <returns>All of a quote that says about as much as the sentence; of a longer one the part that backs it best.</returns>
    public static Place Within(Range quote, string sentence, Wording source)
    {
        var (first, last) = (source.IndexOf(quote.Start.Value), source.IndexOf(quote.End.Value));
        var sought = source.QueryWordsOf(sentence);
        if (last - first > sought.Length + MoreRoom || last == first)
        {
            return Of(sentence, source, first, last);
        }

        double share = 0;
        for (var at = first; at < last; at++)
        {
            share += sought.Enter(source.Words[at].Number);
        }

        return new Place(quote, sought.Total == 0 ? 0 : share / sought.Total);
    }

    private static Place Of(string sentence, Wording source, int first, int last)
    {
        var sought = source.QueryWordsOf(sentence);
        var words = source.Words;
        var longest = (int)(sought.Length * Room) + MoreRoom;
        double share = 0,
            best = 0;
        (int From, int To) place = (first, first);
        for (int from = first, to = first; to < last; to++)
        {
            share += sought.Enter(words[to].Number);
            while (to - from >= longest || (from < to && sought.IsIdle(words[from].Number)))
            {
                share -= sought.Leave(words[from++].Number);
            }

            if (share > best + 1e-9)
            {
                (best, place) = (share, (from, to));
            }
        }

        return best == 0 ? new Place(0..0, 0) : TrimmedPlace.Of(words, place.From, place.To, best, source.QueryWordsOf(sentence));
    }
}

/// <summary>A place of a source that a sentence may speak of.</summary>
/// <param name="Span">From its first to its last word that the sentence has.</param>
/// <param name="Share">Share of the sentence's words, the rarer the weightier, that stand there.</param>
internal readonly record struct Place(Range Span, double Share);
