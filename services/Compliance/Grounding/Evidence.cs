using NewsEducator.Compliance.Grounding.Alignment;
using NewsEducator.Compliance.Grounding.Facts;
using NewsEducator.Compliance.Grounding.Places;
using NewsEducator.Compliance.Grounding.Words;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding;

/// <summary>Finds the sentences of the source that back a sentence of the summary best.</summary>
internal static class Evidence
{
    private const int MostSpans = 2;
    private const int MostPlaces = 200;
    private const int LongestSpan = 800;

    // A title proves less than the sentence that it sums up.
    private const double TitleWeight = 0.5;

    /// <param name="Spans">Best first.</param>
    /// <param name="Place">Where most of the sentence's words stand; null where the languages differ.</param>
    /// <param name="Across">Beside what decides in the other language; null where the language is one, or is not read.</param>
    internal sealed record Found(IReadOnlyList<EvidenceSpan> Spans, Place? Place, CrossLanguage.Found? Across = null);

    public static Found Find(string sentence, IReadOnlyList<Anchor> anchors, EvidenceSpan? quote, SourceFacts facts)
    {
        // Threads are written in two languages, too: a quote says in which.
        if (Script.HasChinese(sentence) && (quote is null ? !facts.IsChinese : !Script.HasChinese(quote.Text)))
        {
            var across = CrossLanguage.Of(sentence, quote, facts);
            return new Found(SpansOf(across, quote, facts), Place: null, across);
        }

        if (Script.HasChinese(sentence) != facts.IsChinese)
        {
            return new Found(quote is null ? ByAnchors(anchors, facts) : [quote], Place: null);
        }

        if (quote is not null)
        {
            return new Found([quote], BestPlace.Within(quote.Start..(quote.Start + quote.Length), sentence, facts.Wording));
        }

        var place = BestPlace.Of(sentence, facts.Wording);
        return new Found(place.Share == 0 ? [] : [WholeSentences(place.Span, facts)], place);
    }

    // A quote is shown even where another place decides.
    private static List<EvidenceSpan> SpansOf(CrossLanguage.Found across, EvidenceSpan? quote, SourceFacts facts)
    {
        if (quote is not null && (across.Place is null || across.IsQuote))
        {
            return [quote];
        }

        var decides = across.Place is null ? null : facts.SpanOf(across.Place.Span);
        return [.. new[] { decides, quote ?? across.Second }.OfType<EvidenceSpan>().Distinct()];
    }

    /// <summary>Takes the sentence with the most anchors, the rarer the better, then the one with most of the rest.</summary>
    private static List<EvidenceSpan> ByAnchors(IReadOnlyList<Anchor> anchors, SourceFacts facts)
    {
        var open = anchors.Where(anchor => anchor.Places is { Count: > 0 }).ToList();
        var spans = new List<EvidenceSpan>();
        while (open.Count > 0 && spans.Count < MostSpans)
        {
            var weights = new Dictionary<int, double>();
            foreach (var anchor in open)
            {
                foreach (var sentence in SentencesWith(anchor, facts))
                {
                    var weight = facts.IsTitle(sentence) ? TitleWeight : 1;
                    weights[sentence] = weights.GetValueOrDefault(sentence) + (weight / (1 + anchor.Places!.Count));
                }
            }

            var best = weights.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;
            spans.Add(facts.SpanOf(facts.Sentences[best]));
            open.RemoveAll(anchor => SentencesWith(anchor, facts).Contains(best));
        }

        return spans;
    }

    private static HashSet<int> SentencesWith(Anchor anchor, SourceFacts facts) =>
        [.. anchor.Places!.Take(MostPlaces).Select(place => facts.SentenceAt(place))];

    /// <returns>The sentences around a place; the place alone where they are long.</returns>
    private static EvidenceSpan WholeSentences(Range place, SourceFacts facts)
    {
        var first = facts.Sentences[facts.SentenceAt(place.Start.Value)];
        var last = facts.Sentences[facts.SentenceAt(place.End.Value - 1)];
        return facts.SpanOf(last.End.Value - first.Start.Value <= LongestSpan ? first.Start..last.End : place);
    }
}
