using NewsEducator.Contracts;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>What tells a sentence that a summary must hold from the rest; the model knows each by its place.</summary>
internal static class SentenceFeatures
{
    private const double End = 0.9;
    private const double CharactersPerChinese = 2;
    private const double FewCapitals = 3;
    private const int MostCommas = 3;
    private const int MostOfTitle = 2;

    /// <returns>One row for each passage, in order. Linear in the text.</returns>
    public static double[][] Of(Passages passages)
    {
        var central = Centrality.Of(passages);
        return [.. passages.Select((passage, at) => Of(passage, (double)at / passages.Count, central[at], passages.Title.Stems))];
    }

    private static double[] Of(Passage passage, double place, double central, int[] heading) =>
        [
            Math.Log(LengthOf(passage.Text)),
            place,
            Math.Log(1 + passage.Index),
            1.0 / (1 + passage.Index),
            place > End ? 1 : 0,
            passage.IsOpening ? 1 : 0,
            central,
            Math.Min(MostOfTitle, passage.Words.Stems.Count(heading.Contains)),
            passage.Tells.HasFlag(Roles.Effect) ? 1 : 0,
            passage.Tells.HasFlag(Roles.Cause) ? 1 : 0,
            passage.Tells.HasFlag(Roles.Fix) ? 1 : 0,
            passage.Tells.HasFlag(Roles.TradeOff) ? 1 : 0,
            Cues.HasMeasure(passage.Text) ? 1 : 0,
            passage.LeansBack ? 1 : 0,
            Cues.Announces(passage.Text) ? 1 : 0,
            passage.Text.Contains('`', StringComparison.Ordinal) ? 1 : 0,
            passage.Text.AsSpan().ContainsAnyInRange('0', '9') ? 1 : 0,
            Capitals(passage.Text) / FewCapitals,
            Math.Min(MostCommas, passage.Text.AsSpan().Count(',')),
            passage.Text.Contains('(', StringComparison.Ordinal) ? 1 : 0,
            passage.Text.Contains(':', StringComparison.Ordinal) ? 1 : 0,
            passage.Quote.Contains("**", StringComparison.Ordinal) ? 1 : 0,
        ];

    private static double LengthOf(string text) => text.Length * (Language.Of(text) == Language.Chinese ? CharactersPerChinese : 1);

    // Behind the first word: names, and what is written like one.
    private static int Capitals(string text)
    {
        var count = 0;
        for (var at = 1; at < text.Length; at++)
        {
            count += text[at - 1] == ' ' && char.IsUpper(text[at]) ? 1 : 0;
        }

        return count;
    }
}
