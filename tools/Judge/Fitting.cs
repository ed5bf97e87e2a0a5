using System.Globalization;
using NewsEducator.Contracts;
using NewsEducator.Summarizer.Judging;
using NewsEducator.Summarizer.Types;

namespace NewsEducator.Judge;

/// <summary>Fits the model: each head by itself, all with one penalty.</summary>
internal static class Fitting
{
    // Between 0.001 and 0.016 the left-out figures are flat; choosing it anew for each head by leaving out once more gave worse ones.
    private const double Penalty = 0.004;

    // How much the counted features are trusted beside the vectors: a smaller feature costs more under the penalty.
    private const double Scale = 0.1;
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
        return families.IndexOf(family) switch
        {
            0 => families.Count == 1 ? 1 : 0.7,
            > 0 => 0.3 / (families.Count - 1),
            _ => 0,
        };
    }

    private static JudgeModel Unfit(IReadOnlyList<Example> examples)
    {
        var columns = Enumerable
            .Range(0, examples[0].Counted.Length)
            .Select(at => examples.Select(example => example.Counted[at]).ToList())
            .ToList();
        double[] means = [.. columns.Select(column => Math.Round(column.Average(), 4))];
        return new JudgeModel
        {
            About = string.Create(
                CultureInfo.InvariantCulture,
                $"Fitted by tools/Judge from {examples.Count} labelled rows of {examples.Select(each => each.Row.Repository).Distinct().Count()} repositories; see docs/quality.md."
            ),
            Means = means,
            Deviations =
            [
                .. columns.Zip(
                    means,
                    (column, mean) => Math.Round(Math.Max(0.05, Math.Sqrt(column.Average(value => (value - mean) * (value - mean)))), 4)
                ),
            ],
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
        var head = new LogisticRegression(Scaled(inputs, model)).Fit(targets, Penalty);
        return new LinearHead(
            Math.Round(head.Bias, 4),
            [.. head.Weights.Select((weight, at) => Math.Round(IsCounted(at, model, head) ? weight * Scale : weight, 4))]
        );
    }

    private static bool IsCounted(int at, JudgeModel model, LinearHead head) => at >= head.Weights.Length - model.Means.Length;

    private static double[][] Scaled(double[][] inputs, JudgeModel model) =>
        [.. inputs.Select(input => input.Select((value, at) => at >= input.Length - model.Means.Length ? Scale * value : value).ToArray())];
}
