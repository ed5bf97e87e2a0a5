using System.Globalization;
using NewsEducator.Contracts;

namespace NewsEducator.Compliance.Grounding;

/// <summary>Finds the sentences of the source that back a sentence of the summary best.</summary>
internal static class Evidence
{
    private const int MostSpans = 2;
    private const int MostPlaces = 200;

    // A title proves less than the sentence that it sums up.
    private const double TitleWeight = 0.5;

    /// <param name="Spans">Best first.</param>
    /// <param name="Overlap">Share of the sentence's words that the best place has; null where the languages differ.</param>
    internal sealed record Found(IReadOnlyList<EvidenceSpan> Spans, double? Overlap);

    public static Found Find(string sentence, IReadOnlyList<Anchor> anchors, SourceFacts facts)
    {
        if (Script.HasChinese(sentence) == facts.IsChinese)
        {
            return ByWords(sentence, facts);
        }

        return new Found(ByAnchors(anchors, facts), Overlap: null);
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
        [.. anchor.Places!.Take(MostPlaces).Select(place => SentenceAt(place, facts.Sentences))];

    private static int SentenceAt(int place, IReadOnlyList<Range> sentences)
    {
        int low = 0, high = sentences.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = sentences[middle].Start.Value <= place ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private static Found ByWords(string sentence, SourceFacts facts)
    {
        var sought = WordsOf(sentence).ToHashSet(StringComparer.Ordinal);
        if (sought.Count == 0 || facts.Sentences.Count == 0)
        {
            return new Found([], Overlap: 0);
        }

        var (best, common) = facts.Sentences
            .Select(span => (Span: span, Common: WordsOf(facts.Text[span]).Distinct().Count(sought.Contains)))
            .MaxBy(pair => pair.Common);
        return new Found(common == 0 ? [] : [facts.SpanOf(best)], (double)common / sought.Count);
    }

    private static IEnumerable<string> WordsOf(string text)
    {
        foreach (var token in Tokens.Read(text, withCode: false))
        {
            if (token.Text.Length > 2 || token.Kind == TokenKind.Number)
            {
                yield return token.Text.ToLower(CultureInfo.InvariantCulture);
            }
        }

        for (var at = 1; at < text.Length; at++)
        {
            if (Script.IsChinese(text[at - 1]) && Script.IsChinese(text[at]))
            {
                yield return text[(at - 1)..(at + 1)];
            }
        }
    }
}
