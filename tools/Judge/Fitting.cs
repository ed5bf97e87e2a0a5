using System.Globalization;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Judging;
using NewsEducator.Summarizer.Types;

namespace NewsEducator.Judge;

/// <summary>Fits the model: each head by itself, its penalty and the weight of the counted features chosen by leaving out repositories.</summary>
internal static class Fitting
{
    private static readonly double[] Penalties = [0.001, 0.004, 0.016];
    private static readonly double[] Scales = [0.05, 0.1, 0.2];
    private static readonly LinearHead Unfitted = new(0, []);

    public static JudgeModel Fit(IReadOnlyList<Example> examples)
    {
        var typed = examples.Where(example => example.Row.Types.Count > 0).ToList();
        var model = Unfit(examples);
        return model with
        {
            Worth = Fit(model, [.. examples.Where(example => !example.Row.IsBorderline)], row => row.IsWorth ? 1 : 0),
            Value = [.. Enumerable.Range(1, 3).Select(least => Fit(model, examples, row => row.Value >= least ? 1 : 0))],
            NoConcept = Fit(model, examples, row => row.Concepts is [Concept.NoneKey] ? 1 : 0),
            Release = Fit(model, examples, row => row.Label == "release_noise" ? 1 : 0),
            Promotion = Fit(model, examples, row => row.Label == "marketing" ? 1 : 0),
            Families = [.. Enum.GetValues<TypeFamily>().Select(family => Fit(model, typed, row => ShareOf(family, row)))],
        };
    }

    private static double ShareOf(TypeFamily family, LabelledRow row)
    {
        var families = row.Types.Select(TypeFamilies.Of).Distinct().ToList();
        return families.IndexOf(family) switch { 0 => families.Count == 1 ? 1 : 0.7, > 0 => 0.3 / (families.Count - 1), _ => 0 };
    }

    private static JudgeModel Unfit(IReadOnlyList<Example> examples)
    {
        var columns = Enumerable.Range(0, examples[0].Counted.Length).Select(at => examples.Select(example => example.Counted[at]).ToList()).ToList();
        double[] means = [.. columns.Select(column => Math.Round(column.Average(), 4))];
        return new JudgeModel
        {
            About = string.Create(CultureInfo.InvariantCulture, $"Fitted by tools/Judge from {examples.Count} labelled rows of {examples.Select(each => each.Row.Repository).Distinct().Count()} repositories; see docs/quality.md."),
            Means = means,
            Deviations = [.. columns.Zip(means, (column, mean) => Math.Round(Math.Max(0.05, Math.Sqrt(column.Average(value => (value - mean) * (value - mean)))), 4))],
            Worth = Unfitted,
            Value = [],
            NoConcept = Unfitted,
            Release = Unfitted,
            Promotion = Unfitted,
            Families = [],
        };
    }

    private static LinearHead Fit(JudgeModel model, IReadOnlyList<Example> examples, Func<LabelledRow, double> target)
    {
        double[][] inputs = [.. examples.Select(example => model.Input(example.Text, example.Row.Snapshot.Kind, example.Vectors))];
        double[] targets = [.. examples.Select(example => target(example.Row))];
        string[] repositories = [.. examples.Select(example => example.Row.Repository)];
        var best = Scales.SelectMany(scale => LossesOf(Scaled(inputs, model, scale), targets, repositories).Select(each => (Scale: scale, each.Penalty, each.Loss))).MinBy(each => each.Loss);
        var head = new LogisticRegression(Scaled(inputs, model, best.Scale)).Fit(targets, best.Penalty);
        return new LinearHead(Math.Round(head.Bias, 4), [.. head.Weights.Select((weight, at) => Math.Round(IsCounted(at, model, head) ? weight * best.Scale : weight, 4))]);
    }

    private static bool IsCounted(int at, JudgeModel model, LinearHead head) => at >= head.Weights.Length - model.Means.Length;

    // A smaller feature costs more under the penalty: this is how much the counted ones are trusted beside the vectors.
    private static double[][] Scaled(double[][] inputs, JudgeModel model, double scale) =>
        [.. inputs.Select(input => input.Select((value, at) => at >= input.Length - model.Means.Length ? scale * value : value).ToArray())];

    private static List<(double Penalty, double Loss)> LossesOf(double[][] inputs, double[] targets, string[] repositories)
    {
        var losses = Penalties.ToDictionary(penalty => penalty, _ => 0.0);
        foreach (var left in repositories.Distinct())
        {
            int[] kept = [.. Enumerable.Range(0, inputs.Length).Where(at => repositories[at] != left)];
            if (kept.Length == 0)
            {
                continue;
            }

            var regression = new LogisticRegression([.. kept.Select(at => inputs[at])]);
            foreach (var penalty in Penalties)
            {
                var head = regression.Fit([.. kept.Select(at => targets[at])], penalty);
                losses[penalty] += Enumerable.Range(0, inputs.Length).Where(at => repositories[at] == left).Sum(at => Loss(head.Probability(inputs[at]), targets[at]));
            }
        }

        return [.. losses.Select(each => (each.Key, each.Value))];
    }

    private static double Loss(double probability, double target) =>
        -((target * Math.Log(Math.Max(probability, 1e-9))) + ((1 - target) * Math.Log(Math.Max(1 - probability, 1e-9))));
}
