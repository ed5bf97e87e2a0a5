using NewsEducator.Judge;

namespace NewsEducator.Doubts;

/// <summary>Logistic regression over standardized features, with an L2 penalty on the weights.</summary>
internal sealed record LogisticModel(double Bias, double[] Weights)
{
    private const int Steps = 400;

    public double Of(double[] features) => Bias + Weights.Zip(features).Sum(pair => pair.First * pair.Second);

    /// <param name="penalty">Against the mean loss of an example.</param>
    public static LogisticModel Fit(IReadOnlyList<Example> examples, double penalty)
    {
        var scale = Scale.Of([.. examples.Select(each => each.Features)]);
        var rows = examples.Select(each => (Values: scale.Standardized(each.Features), each.IsFalse)).ToList();
        var width = scale.Centers.Length;
        var step = 1 / (penalty + (0.25 * rows.Average(row => 1 + row.Values.Sum(value => value * value))));
        var weights = AcceleratedGradient.Minimize(width + 1, Steps, step, at => GradientOf(at, rows, penalty));
        double[] plain = [.. weights.Take(width).Select((weight, at) => weight * scale.Factors[at])];
        return new LogisticModel(weights[width] - plain.Zip(scale.Centers).Sum(pair => pair.First * pair.Second), plain);
    }

    // The last weight is the bias, which nothing holds back.
    private static double[] GradientOf(double[] weights, List<(double[] Values, bool IsFalse)> rows, double penalty)
    {
        double[] gradient = [.. weights.SkipLast(1).Select(weight => penalty * weight), 0];
        foreach (var (values, isFalse) in rows)
        {
            var logit = weights[^1];
            for (var at = 0; at < values.Length; at++)
            {
                logit += weights[at] * values[at];
            }

            var error = ((1 / (1 + Math.Exp(-logit))) - (isFalse ? 1 : 0)) / rows.Count;
            for (var at = 0; at < values.Length; at++)
            {
                gradient[at] += error * values[at];
            }

            gradient[^1] += error;
        }

        return gradient;
    }
}
