using System.Numerics.Tensors;

namespace NewsEducator.Judge;

/// <summary>
/// Multinomial logistic regression with an L2 penalty on the weights, not on the biases: Nesterov's accelerated gradient over all rows, from zero,
/// a fixed number of steps. The same rows give the same weights on every machine with the same arithmetic.
/// </summary>
internal static class LogisticRegression
{
    private const int Steps = 400;

    /// <param name="rows">One vector each, of length about 1.</param>
    /// <param name="classes">Class of each row, 0 to <paramref name="count"/> - 1.</param>
    /// <param name="count">Classes.</param>
    /// <param name="penalty">L2, against the mean loss of a row.</param>
    /// <param name="balanced">Every class weighs the same, however many rows it has.</param>
    /// <returns>Per class its weights, the bias last.</returns>
    public static double[][] Fit(IReadOnlyList<double[]> rows, IReadOnlyList<int> classes, int count, double penalty, bool balanced = false)
    {
        var width = rows[0].Length;
        var frequency = classes.CountBy(each => each).ToDictionary();
        var weights = classes.Select(each => balanced ? 1.0 / (frequency.Count * frequency[each]) : 1.0 / rows.Count).ToArray();
        // The loss is no steeper than half the largest squared length of a row.
        var step = 1 / (penalty + (0.5 * rows.Max(row => 1 + TensorPrimitives.SumOfSquares<double>(row))));
        var current = NewMatrix(count, width + 1);
        var ahead = NewMatrix(count, width + 1);
        for (var at = 0; at < Steps; at++)
        {
            var gradient = GradientOf(ahead, rows, classes, weights, penalty);
            var momentum = at / (at + 3.0);
            for (var k = 0; k < count; k++)
            {
                for (var i = 0; i <= width; i++)
                {
                    var next = ahead[k][i] - (step * gradient[k][i]);
                    ahead[k][i] = next + (momentum * (next - current[k][i]));
                    current[k][i] = next;
                }
            }
        }

        return current;
    }

    private static double[][] GradientOf(double[][] model, IReadOnlyList<double[]> rows, IReadOnlyList<int> classes, double[] weights, double penalty)
    {
        var width = rows[0].Length;
        var gradient = NewMatrix(model.Length, width + 1);
        for (var at = 0; at < rows.Count; at++)
        {
            var shares = Softmax(model, rows[at]);
            for (var k = 0; k < model.Length; k++)
            {
                var error = weights[at] * (shares[k] - (classes[at] == k ? 1 : 0));
                TensorPrimitives.MultiplyAdd(rows[at], error, gradient[k].AsSpan(0, width), gradient[k].AsSpan(0, width));
                gradient[k][width] += error;
            }
        }

        for (var k = 0; k < model.Length; k++)
        {
            TensorPrimitives.MultiplyAdd(model[k].AsSpan(0, width), penalty, gradient[k].AsSpan(0, width), gradient[k].AsSpan(0, width));
        }

        return gradient;
    }

    private static double[] Softmax(double[][] model, double[] row)
    {
        var logits = model.Select(weights => TensorPrimitives.Dot<double>(weights.AsSpan(0, row.Length), row) + weights[row.Length]).ToArray();
        var shares = new double[logits.Length];
        TensorPrimitives.SoftMax<double>(logits, shares);
        return shares;
    }

    private static double[][] NewMatrix(int rows, int columns) => [.. Enumerable.Range(0, rows).Select(_ => new double[columns])];
}
