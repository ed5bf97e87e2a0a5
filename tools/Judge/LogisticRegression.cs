using System.Numerics.Tensors;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Judge;

/// <summary>
/// Logistic regression with an L2 penalty on the weights, not on the bias. With more weights than rows the solution is a sum over the rows,
/// so it is sought among their products. The same rows give the same weights.
/// </summary>
/// <param name="rows">One input each.</param>
internal sealed class LogisticRegression(IReadOnlyList<double[]> rows)
{
    private const int Steps = 400;

    private readonly double[][] _products =
    [
        .. rows.Select(one => rows.Select(other => TensorPrimitives.Dot<double>(one, other)).ToArray()),
    ];

    /// <param name="targets">0 to 1 for each row: how far the answer is yes.</param>
    /// <param name="penalty">Against the mean loss of a row.</param>
    public LinearHead Fit(double[] targets, double penalty)
    {
        var weights = Balanced(targets);
        var step = 1 / (penalty + (0.25 * weights.Max() * TensorPrimitives.Sum<double>([.. _products.Select((row, at) => 1 + row[at])])));
        return ToHead(
            AcceleratedGradient.Minimize(targets.Length + 1, Steps, step, shares => GradientOf(shares, targets, weights, penalty))
        );
    }

    // Yes and no weigh the same, however many rows say so.
    private static double[] Balanced(double[] targets)
    {
        var yes = Math.Max(1e-9, targets.Sum());
        var no = Math.Max(1e-9, targets.Length - yes);
        return [.. targets.Select(target => (target / (2 * yes)) + ((1 - target) / (2 * no)))];
    }

    /// <returns>By the share of each row in the weights, that of the bias last.</returns>
    private double[] GradientOf(double[] shares, double[] targets, double[] weights, double penalty)
    {
        var gradient = new double[shares.Length];
        for (var row = 0; row < targets.Length; row++)
        {
            var logit = shares[^1] + TensorPrimitives.Dot<double>(_products[row], shares.AsSpan(0, targets.Length));
            var error = weights[row] * ((1 / (1 + Math.Exp(-logit))) - targets[row]);
            gradient[row] = error + (penalty * shares[row]);
            gradient[^1] += error;
        }

        return gradient;
    }

    private LinearHead ToHead(double[] shares)
    {
        var weights = new double[rows[0].Length];
        foreach (var (row, share) in rows.Zip(shares))
        {
            TensorPrimitives.MultiplyAdd<double>(row, share, weights, weights);
        }

        return new LinearHead(shares[^1], weights);
    }
}
