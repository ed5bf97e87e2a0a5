namespace NewsEducator.Doubts;

/// <summary>Logistic regression by Newton's method over standardized features, with an L2 penalty on the weights.</summary>
internal sealed record LogisticModel(double Bias, double[] Weights)
{
    private const int Steps = 10;
    private const double Least = 1e-9;

    public double Of(double[] features) => Bias + Weights.Zip(features).Sum(pair => pair.First * pair.Second);

    /// <param name="penalty">Against the mean loss of an example.</param>
    public static LogisticModel Fit(IReadOnlyList<Example> examples, double penalty)
    {
        var width = examples[0].Features.Length;
        var whole = examples.Sum(each => each.Weight);
        var mean = Enumerable.Range(0, width).Select(at => examples.Sum(each => each.Weight * each.Features[at]) / whole).ToArray();
        var scale = mean.Select((center, at) => examples.Sum(each => each.Weight * Math.Pow(each.Features[at] - center, 2)) / whole)
            .Select(variance => variance < Least ? 0 : 1 / Math.Sqrt(variance))
            .ToArray();
        var rows = examples.Select(each => (Example: each, Values: Standardized(each.Features, mean, scale))).ToList();
        var weights = new double[width + 1];
        for (var step = 0; step < Steps; step++)
        {
            weights = Improve(weights, rows, penalty, whole);
        }

        double[] plain = [.. weights.Take(width).Select((weight, at) => weight * scale[at])];
        return new LogisticModel(weights[width] - plain.Zip(mean).Sum(pair => pair.First * pair.Second), plain);
    }

    // The last is for the bias.
    private static double[] Standardized(double[] features, double[] mean, double[] scale) =>
        [.. features.Select((value, at) => (value - mean[at]) * scale[at]), 1];

    private static double[] Improve(double[] weights, List<(Example Example, double[] Values)> rows, double penalty, double whole)
    {
        var size = weights.Length;
        var gradient = new double[size];
        var curvature = new double[size, size];
        foreach (var (example, values) in rows)
        {
            var chance = 1 / (1 + Math.Exp(-weights.Zip(values).Sum(pair => pair.First * pair.Second)));
            var error = (chance - (example.IsFalse ? 1 : 0)) * example.Weight / whole;
            var bend = chance * (1 - chance) * example.Weight / whole;
            for (var one = 0; one < size; one++)
            {
                gradient[one] += error * values[one];
                for (var other = 0; other < size; other++)
                {
                    curvature[one, other] += bend * values[one] * values[other];
                }
            }
        }

        for (var at = 0; at < size; at++)
        {
            // The bias is held back only so much that the system can be solved.
            var held = at < size - 1 ? penalty : Least;
            gradient[at] += held * weights[at];
            curvature[at, at] += held;
        }

        return [.. weights.Zip(Solved(curvature, gradient)).Select(pair => pair.First - pair.Second)];
    }

    // Gaussian elimination; the matrix is symmetric and positive definite.
    private static double[] Solved(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var pivot = 0; pivot < size; pivot++)
        {
            for (var row = pivot + 1; row < size; row++)
            {
                var factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (var at = pivot; at < size; at++)
                {
                    matrix[row, at] -= factor * matrix[pivot, at];
                }

                right[row] -= factor * right[pivot];
            }
        }

        var solution = new double[size];
        for (var row = size - 1; row >= 0; row--)
        {
            var rest = Enumerable.Range(row + 1, size - row - 1).Sum(at => matrix[row, at] * solution[at]);
            solution[row] = (right[row] - rest) / matrix[row, row];
        }

        return solution;
    }
}
