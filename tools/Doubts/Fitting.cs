using System.Globalization;
using NewsEducator.Compliance.Grounding.Scoring;

namespace NewsEducator.Doubts;

/// <summary>Fits the score and its threshold; the same rows give the same model.</summary>
internal static class Fitting
{
    /// <summary>Of the true rows that no rule flags, the share that a model fitted without their thread may doubt.</summary>
    private const double MayBeDoubted = 0.03;

    private static readonly double[] Penalties = [0.03, 0.1, 0.3];

    /// <param name="output">Gets the figures of the models that were fitted without the thread of a row.</param>
    public static ClaimScore.Model Fit(IReadOnlyList<Example> examples, TextWriter output)
    {
        var tried = Penalties.Select(penalty => (Penalty: penalty, Rows: LeftOut(examples, penalty))).ToList();
        foreach (var (penalty, rows) in tried)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"penalty {penalty}: {Describe(rows)}"));
        }

        var best = tried.MinBy(each => LossOf(each.Rows));
        var model = LogisticModel.Fit(examples, best.Penalty);
        return new ClaimScore.Model(
            Round(model.Bias),
            ClaimFeatures.Names.Zip(model.Weights).ToDictionary(pair => pair.First, pair => Round(pair.Second)),
            Round(ThresholdOf(best.Rows))
        );
    }

    private sealed record Scored(Example Example, double Score);

    // Variations are for fitting only: nobody wrote them.
    private static List<Scored> LeftOut(IReadOnlyList<Example> examples, double penalty) =>
        [
            .. examples
                .GroupBy(example => example.Thread)
                .SelectMany(thread =>
                {
                    var model = LogisticModel.Fit([.. examples.Where(example => example.Thread != thread.Key)], penalty);
                    return thread.Where(example => !example.IsMade).Select(example => new Scored(example, model.Of(example.Features)));
                }),
        ];

    private static double ThresholdOf(List<Scored> rows)
    {
        var trues = rows.Where(row => row.Example is { IsFalse: false, IsFlagged: false })
            .Select(row => row.Score)
            .OrderDescending()
            .ToList();
        return trues[(int)(MayBeDoubted * trues.Count)] + 1e-3;
    }

    private static string Describe(List<Scored> rows)
    {
        var threshold = ThresholdOf(rows);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"flagged of the false {Share(true, _ => false):0.000} -> {Share(true, IsDoubted):0.000}, of the true {Share(false, _ => false):0.000} -> {Share(false, IsDoubted):0.000}, loss {LossOf(rows):0.0000}"
        );

        bool IsDoubted(Scored row) => row.Score >= threshold;

        double Share(bool isFalse, Func<Scored, bool> isDoubted) =>
            rows.Where(row => row.Example.IsFalse == isFalse).Average(row => row.Example.IsFlagged || isDoubted(row) ? 1.0 : 0);
    }

    private static double LossOf(List<Scored> rows) =>
        rows.Average(row => Math.Log(1 + Math.Exp(row.Example.IsFalse ? -row.Score : row.Score)));

    private static double Round(double value) => Math.Round(value, 4);
}
