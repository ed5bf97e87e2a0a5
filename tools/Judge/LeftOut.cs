using System.Globalization;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Judge;

/// <summary>What the model does on rows of repositories that it has not seen.</summary>
internal static class LeftOut
{
    /// <returns>For each repository the model fitted without it.</returns>
    public static IReadOnlyDictionary<string, JudgeModel> Models(IReadOnlyList<Example> examples) =>
        examples
            .Select(example => example.Row.Repository)
            .Distinct()
            .ToDictionary(
                repository => repository,
                repository => Fitting.Fit([.. examples.Where(example => example.Row.Repository != repository)])
            );

    public static void Print(IReadOnlyList<Example> examples, TextWriter output)
    {
        var models = Models(examples);
        var read = examples
            .Select(example =>
                (example.Row, Model: models[example.Row.Repository], Input: InputOf(example, models[example.Row.Repository]))
            )
            .ToList();
        var clear = read.Where(each => !each.Row.IsBorderline)
            .ToLookup(each => each.Row.IsWorth, each => each.Model.Worth.Probability(each.Input) >= 0.5);
        var valued = read.Select(each => (each.Row.Value, Score: each.Model.Value.Sum(head => head.Probability(each.Input)))).ToList();
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                Left out by repository, {examples.Count} rows:
                worth, balanced accuracy {(clear[true].Average(kept => kept ? 1.0 : 0) + clear[false].Average(kept => kept ? 0.0 : 1))
                    / 2:0.000}
                value ≥ 2, AUC           {Auc(
                    [.. valued.Where(each => each.Value >= 2).Select(each => each.Score)],
                    [.. valued.Where(each => each.Value < 2).Select(each => each.Score)]
                ):0.000}
                """
            )
        );
    }

    private static double[] InputOf(Example example, JudgeModel model) =>
        model.Input(example.Text, example.Row.Snapshot.Kind, example.Vectors);

    private static double Auc(double[] better, double[] worse) =>
        better.Average(one =>
            worse.Average(other =>
                one > other ? 1
                : one == other ? 0.5
                : 0
            )
        );
}
