using System.Globalization;
using NewsEducator.Compliance.Grounding.Scoring;

namespace NewsEducator.Doubts;

/// <summary>Fits the score and its thresholds; the same rows give the same model.</summary>
internal static class Fitting
{
    /// <summary>The share of the true rows that may be flagged, by a rule or by a model fitted without their thread.</summary>
    private const double MayBeFlagged = 0.045;

    /// <summary>The same of rows without a quote. Packs of others have none, and a sentence of theirs may draw on several places.</summary>
    private const double MayBeFlaggedWithoutQuote = 0.035;

    /// <summary>Of the rows shown as matched by a model fitted without their thread, the share that has to be true.</summary>
    private const double HasToBeTrue = 0.98;

    private const double Penalty = 0.1;

    /// <param name="output">Gets the figures of the models that were fitted without the thread of a row.</param>
    public static ClaimScore.Model Fit(IReadOnlyList<Example> examples, TextWriter output)
    {
        var rows = LeftOut(examples);
        output.WriteLine(Describe(rows));
        var model = LogisticModel.Fit(examples, Penalty);
        return new ClaimScore.Model(
            Round(model.Bias),
            ClaimFeatures.Names.Zip(model.Weights).ToDictionary(pair => pair.First, pair => Round(pair.Second)),
            Round(UnlikelyOf(rows, hasQuote: true)),
            Round(UnlikelyOf(rows, hasQuote: false)),
            Round(LikelyOf(rows))
        );
    }

    private sealed record Scored(Example Example, double Score);

    private static List<Scored> LeftOut(IReadOnlyList<Example> examples) =>
        [
            .. examples
                .GroupBy(example => example.Thread)
                .SelectMany(thread =>
                {
                    var model = LogisticModel.Fit([.. examples.Where(example => example.Thread != thread.Key)], Penalty);
                    return thread.Select(example => new Scored(example, model.Of(example.Features)));
                }),
        ];

    private static double UnlikelyOf(List<Scored> rows, bool hasQuote)
    {
        var trues = rows.FindAll(row => !row.Example.IsFalse && row.Example.HasQuote == hasQuote);
        var mayBeDoubted =
            (int)((hasQuote ? MayBeFlagged : MayBeFlaggedWithoutQuote) * trues.Count) - trues.Count(row => row.Example.IsFlagged);
        var open = trues
            .Where(row => row.Example is { IsFlagged: false, MayBeDoubted: true })
            .Select(row => row.Score)
            .OrderDescending()
            .ToList();
        return open.Count > 0 ? open[Math.Max(0, mayBeDoubted)] + 1e-3 : rows.Max(row => row.Score) + 1;
    }

    // As many as possible.
    private static double LikelyOf(List<Scored> rows)
    {
        var open = rows.Where(row => !row.Example.IsFlagged).OrderBy(row => row.Score).ToList();
        var isTrue = 0;
        var most = double.NegativeInfinity;
        foreach (var (at, row) in open.Index())
        {
            isTrue += row.Example.IsFalse ? 0 : 1;
            most = isTrue >= HasToBeTrue * (at + 1) ? row.Score : most;
        }

        return Math.Max(most, open[0].Score - 1);
    }

    private static string Describe(List<Scored> rows)
    {
        var (unlikely, unquoted, likely) = (UnlikelyOf(rows, hasQuote: true), UnlikelyOf(rows, hasQuote: false), LikelyOf(rows));
        var matched = rows.FindAll(row => !row.Example.IsFlagged && row.Score <= likely);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"flagged of the false {Share(true, _ => false):0.000} -> {Share(true, IsDoubted):0.000}, of the true {Share(false, _ => false):0.000} -> {Share(false, IsDoubted):0.000}; matched: {matched.Count} of {rows.Count}, true of them {matched.Count(row => !row.Example.IsFalse)}, share of the true {(double)matched.Count(row => !row.Example.IsFalse) / rows.Count(row => !row.Example.IsFalse):0.000}; loss {LossOf(rows):0.0000}"
        );

        bool IsDoubted(Scored row) => row.Example.MayBeDoubted && row.Score >= (row.Example.HasQuote ? unlikely : unquoted);

        double Share(bool isFalse, Func<Scored, bool> isDoubted) =>
            rows.Where(row => row.Example.IsFalse == isFalse).Average(row => row.Example.IsFlagged || isDoubted(row) ? 1.0 : 0);
    }

    private static double LossOf(List<Scored> rows) =>
        rows.Average(row => Math.Log(1 + Math.Exp(row.Example.IsFalse ? -row.Score : row.Score)));

    private static double Round(double value) => Math.Round(value, 4);
}
