using System.Text.RegularExpressions;
using NewsEducator.Summarizer.Extraction;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Judge;

/// <summary>Fits which sentences hold a point, from the rows whose points are labelled.</summary>
internal static partial class SentenceFitting
{
    private const int Taught = 2;
    private const double SpanShare = 0.6;
    private const double Penalty = 0.02;
    private const double LeastDeviation = 0.01;

    public static SentenceModel Fit(IEnumerable<LabelledRow> rows)
    {
        var sentences = rows.Where(row => row.Value >= Taught && row.Points.Count > 0 && ItemJudge.Reads(row.Snapshot))
            .SelectMany(Sentences)
            .ToList();
        var columns = Enumerable
            .Range(0, sentences[0].Features.Length)
            .Select(at => sentences.Select(each => each.Features[at]).ToList())
            .ToList();
        double[] means = [.. columns.Select(column => Math.Round(column.Average(), 4))];
        double[] deviations =
        [
            .. columns.Zip(
                means,
                (column, mean) =>
                    Math.Round(Math.Max(LeastDeviation, Math.Sqrt(column.Average(value => (value - mean) * (value - mean)))), 4)
            ),
        ];
        var head = new LogisticRegression([.. sentences.Select(each => SentenceModel.Scale(each.Features, means, deviations))]).Fit(
            [.. sentences.Select(each => each.HoldsPoint ? 1.0 : 0)],
            Penalty
        );
        return new SentenceModel(
            means,
            deviations,
            new LinearHead(Math.Round(head.Bias, 4), [.. head.Weights.Select(weight => Math.Round(weight, 4))])
        );
    }

    /// <summary>Most of the words of the span are among these.</summary>
    public static bool Holds(IReadOnlySet<string> words, string span)
    {
        var wanted = WordsOf(span);
        return wanted.Count(words.Contains) >= SpanShare * wanted.Count;
    }

    public static HashSet<string> WordsOf(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    private static IEnumerable<(double[] Features, bool HoldsPoint)> Sentences(LabelledRow row)
    {
        var passages = Passages.Read(row.Snapshot, Language.English);
        return SentenceFeatures
            .Of(passages, row.Snapshot.Title, Centrality.Of(passages))
            .Zip(
                passages,
                (features, passage) =>
                {
                    var words = WordsOf(passage.Text);
                    return (features, row.Points.Any(span => Holds(words, span)));
                }
            );
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
