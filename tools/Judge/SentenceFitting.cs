using System.Text.RegularExpressions;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Extraction;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Judge;

/// <summary>Fits which sentences a summary must hold: from the rows whose points are labelled, and from texts with summaries that people
/// wrote of them.</summary>
internal static partial class SentenceFitting
{
    private const int Taught = 2;
    private const double SpanShare = 0.6;
    private const double Penalty = 0.02;
    private const double LeastDeviation = 0.05;

    // Only the sentences that say nearly what a summary says are like those of a summary.
    private const double Closeness = 6;

    // All texts together, where all rows count 1: with less, news and papers are summarized worse; with more, threads are.
    private const double TextsWeight = 1.5;

    /// <param name="rows">Those of value 2 and more are used.</param>
    /// <param name="texts">May be empty.</param>
    public static SentenceModel Fit(IEnumerable<LabelledRow> rows, IReadOnlyList<SummarizedText> texts)
    {
        List<Sample> labelled = [.. rows.Where(row => row.Value >= Taught && ItemJudge.Reads(row.Snapshot)).Select(Of).OfType<Sample>()];
        List<Sample> summarized = [.. texts.Select(Of).OfType<Sample>()];
        var sentences = labelled.Concat(summarized).SelectMany(sample => sample.Features).ToList();
        var columns = Enumerable.Range(0, sentences[0].Length).Select(at => sentences.Select(features => features[at]).ToList()).ToList();
        double[] means = [.. columns.Select(column => Math.Round(column.Average(), 4))];
        double[] deviations =
        [
            .. columns.Zip(
                means,
                (column, mean) =>
                    Math.Round(Math.Max(LeastDeviation, Math.Sqrt(column.Average(value => (value - mean) * (value - mean)))), 4)
            ),
        ];
        ScoredList ListOf(Sample sample, double weight) =>
            new(
                [.. sample.Features.Select(features => SentenceModel.Input(features, sample.Features.Length, means, deviations))],
                sample.Targets,
                weight
            );
        var head = ListwiseRegression.Fit(
            [
                .. labelled.Select(sample => ListOf(sample, 1)),
                .. summarized.Select(sample => ListOf(sample, TextsWeight * labelled.Count / summarized.Count)),
            ],
            Penalty
        );
        return new SentenceModel(means, deviations, head with { Weights = [.. head.Weights.Select(weight => Math.Round(weight, 4))] });
    }

    /// <summary>Most of the words of the span are among these.</summary>
    public static bool Holds(IReadOnlySet<string> words, string span)
    {
        var wanted = WordsOf(span);
        return wanted.Count(words.Contains) >= SpanShare * wanted.Count;
    }

    public static HashSet<string> WordsOf(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    /// <param name="Features">Of each sentence.</param>
    /// <param name="Targets">The share of each; together 1.</param>
    private sealed record Sample(double[][] Features, double[] Targets);

    private static Sample? Of(LabelledRow row)
    {
        var passages = Passages.Read(row.Snapshot, Language.English);
        return Of(passages, passage => row.Points.Any(span => Holds(WordsOf(passage.Text), span)) ? 1 : 0);
    }

    private static Sample? Of(SummarizedText text)
    {
        var references = text.References.Select(WordsAndPairs).ToList();
        var passages = Passages.Of(text.Title ?? "", text.Sentences);
        return Of(passages, passage => Math.Pow(references.Max(reference => Likeness(WordsAndPairs(passage.Text), reference)), Closeness));
    }

    /// <returns>Null where no sentence is of the summary.</returns>
    private static Sample? Of(Passages passages, Func<Passage, double> target)
    {
        double[] targets = [.. passages.Select(target)];
        var sum = targets.Sum();
        return sum > 0 ? new Sample(SentenceFeatures.Of(passages), [.. targets.Select(each => each / sum)]) : null;
    }

    private static HashSet<string> WordsAndPairs(string text)
    {
        List<string> words = [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];
        return [.. words, .. words.Zip(words.Skip(1), (one, next) => $"{one} {next}")];
    }

    /// <returns>F1.</returns>
    private static double Likeness(HashSet<string> one, HashSet<string> other) =>
        2.0 * one.Count(other.Contains) / (one.Count + other.Count);

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
