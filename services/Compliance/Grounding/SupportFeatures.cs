namespace NewsEducator.Compliance.Grounding;

/// <summary>What can be counted of sentences in the source's language beside the source: how much of them it has, in what order, and what is odd.</summary>
internal static class SupportFeatures
{
    private const int Far = 12;

    public static readonly IReadOnlyList<string> Names =
    [
        "words", "wordsWorst", "pairs", "pairsWorst", "triples", "window", "windowWorst", "near", "run", "novel", "exchanged", "numbers", "names", "negated", "reversed",
        "length", "repeated", "pronouns", "windowPosition", "sourceLength", "sentences", "pairsSquared", "wordsSquared", "windowSquared", "wordsByPairs",
        "close", "turned", "numbersAway", "namesAway", "shortNovel", "longNovel", "novelShare", "nearWorst", "tripleWorst", "novelByPairs", "namesByPairs", "numbersByPairs", "novelNeighbours", "lead", "spread", "rare",
    ];

    /// <returns>One value a name.</returns>
    public static double[] Of(IReadOnlyList<string> sentences, Wording source)
    {
        var each = sentences.Select(sentence => Measure(sentence, source)).Where(measured => measured.Length > 0).ToList();
        if (each.Count == 0)
        {
            return new double[Names.Count];
        }

        double Mean(Func<Measured, double> of) => each.Average(of);
        double Worst(Func<Measured, double> of) => each.Min(of);
        var (words, pairs, window) = (Mean(one => one.Words), Mean(one => one.Pairs), Mean(one => one.Window));
        return
        [
            words, Worst(one => one.Words), pairs, Worst(one => one.Pairs), Mean(one => one.Triples), window, Worst(one => one.Window), Mean(one => one.Near), Mean(one => one.Run),
            Math.Log(1 + each.Sum(one => one.Novel)), Math.Log(1 + each.Sum(one => one.Exchanged)), Math.Min(2, each.Sum(one => one.Numbers)), Math.Min(3, each.Sum(one => one.Names)),
            Math.Min(1, each.Sum(one => one.Negated)), Math.Min(1, each.Sum(one => one.Reversed)), Math.Log(1 + each.Sum(one => one.Length)), Mean(one => one.Repeated), Mean(one => one.Pronouns),
            Mean(one => one.Position), Math.Log(1 + source.Count), Math.Log(each.Count), pairs * pairs, words * words, window * window, words * pairs,
            Mean(one => one.Close), Mean(one => one.Turned), Math.Min(2, each.Sum(one => one.NumbersAway)), Math.Min(3, each.Sum(one => one.NamesAway)),
            Math.Log(1 + each.Sum(one => one.ShortNovel)), Math.Log(1 + each.Sum(one => one.Novel - one.ShortNovel)), (double)each.Sum(one => one.Novel) / each.Sum(one => one.Length),
            Worst(one => one.Near), Worst(one => one.Triples), Math.Log(1 + each.Sum(one => one.Novel)) * pairs, Math.Min(3, each.Sum(one => one.Names)) * pairs, Math.Min(2, each.Sum(one => one.Numbers)) * pairs,
            Math.Log(1 + each.Sum(one => one.NovelNeighbours)), each.Min(one => one.Position), each.Max(one => one.Position) - each.Min(one => one.Position), Mean(one => one.Rare),
        ];
    }

    private sealed record Measured(
        int Length, double Words, double Pairs, double Triples, double Window, double Near, double Run, int Novel, int Exchanged, int Numbers, int Names, int Negated, int Reversed,
        double Repeated, double Pronouns, double Position,
        double Close, double Turned, int NumbersAway, int NamesAway, int ShortNovel, int NovelNeighbours, double Rare);

    private static Measured Measure(string sentence, Wording source)
    {
        var words = source.Read(sentence);
        var content = words.Where(word => !word.IsFunction).ToList();
        var place = source.FindBest(sentence);
        var there = source.Text.AsSpan()[place.Span];
        var longest = 0;
        var run = 0;
        int pairs = 0, triples = 0, exchanged = 0;
        for (var at = 1; at < words.Count; at++)
        {
            var isPair = source.HasPair(words[at - 1].Number, words[at].Number);
            pairs += isPair ? 1 : 0;
            run = isPair ? run + 1 : 0;
            longest = Math.Max(longest, run);
            triples += at > 1 && source.HasTriple(words[at - 2].Number, words[at - 1].Number, words[at].Number) ? 1 : 0;
            exchanged += at > 1 && at + 2 < words.Count && !isPair && !source.HasPair(words[at].Number, words[at + 1].Number)
                && source.HasPair(words[at - 2].Number, words[at - 1].Number) && source.HasPair(words[at + 1].Number, words[at + 2].Number) ? 1 : 0;
        }

        int near = 0, close = 0, turned = 0, numbersAway = 0, namesAway = 0, neighbours = 0;
        for (var at = 0; at < content.Count; at++)
        {
            var (isNumber, isName) = (content[at].IsNumber, content[at].IsName);
            if (content[at].Number >= 0 && (isNumber || isName))
            {
                var before = at > 0 && source.AreNear(content[at - 1].Number, content[at].Number, 6);
                var after = at + 1 < content.Count && source.AreNear(content[at].Number, content[at + 1].Number, 6);
                numbersAway += isNumber && !before && !after ? 1 : 0;
                namesAway += isName && !before && !after ? 1 : 0;
            }

            neighbours += content[at].Number < 0 && at > 0 && at + 1 < content.Count && source.AreNear(content[at - 1].Number, content[at + 1].Number, 6) ? 1 : 0;
        }

        for (var at = 1; at < content.Count; at++)
        {
            var forward = source.IsBefore(content[at - 1].Number, content[at].Number, 4);
            close += forward ? 1 : 0;
            turned += !forward && source.IsBefore(content[at].Number, content[at - 1].Number, 4) ? 1 : 0;
            near += source.AreNear(content[at - 1].Number, content[at].Number, Far) ? 1 : 0;
        }

        var known = content.Count(word => word.Number >= 0);
        return new Measured(
            words.Count,
            Share(known, content.Count),
            Share(pairs, words.Count - 1),
            Share(triples, words.Count - 2),
            place.Share,
            Share(near, content.Count - 1),
            Share(longest, words.Count - 1),
            content.Count - known,
            exchanged,
            content.Count(word => word.Number < 0 && word.IsNumber),
            content.Count(word => word.Number < 0 && word.IsName),
            Polarity.NegationsIn(sentence) != Polarity.NegationsIn(there) ? 1 : 0,
            Polarity.ReversedWord(sentence, there) is null ? 0 : 1,
            Share(words.Count - words.Select(word => word.Stem).Distinct().Count(), words.Count),
            Share(words.Count(word => word.IsPronoun), words.Count),
            (double)place.Span.Start.Value / Math.Max(1, source.Text.Length),
            Share(close, content.Count - 1),
            Share(turned, content.Count - 1),
            numbersAway,
            namesAway,
            content.Count(word => word.Number < 0 && word.Stem.Length < 6),
            neighbours,
            content.Where(word => word.Number >= 0).Select(word => 1 / (1 + Math.Log(source.CountOf(word.Number)))).DefaultIfEmpty(0).Average());
    }

    private static double Share(int part, int whole) => whole <= 0 ? 1 : (double)part / whole;
}
