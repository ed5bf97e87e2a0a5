using System.Numerics.Tensors;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Judge;

/// <summary>
/// Linear scores whose softmax within each list comes close to the list's targets (ListNet), with an L2 penalty. The same lists give the
/// same weights.
/// </summary>
internal static class ListwiseRegression
{
    private const int Steps = 600;

    /// <param name="lists">At least one.</param>
    /// <param name="penalty">Against the mean loss of a list.</param>
    public static LinearHead Fit(IReadOnlyList<ScoredList> lists, double penalty)
    {
        var all = lists.Sum(list => list.Weight);
        var step = 1 / (penalty + (lists.Sum(list => list.Weight * Steepest(list)) / all));
        return new LinearHead(
            0,
            AcceleratedGradient.Minimize(lists[0].Inputs[0].Length, Steps, step, weights => GradientOf(lists, weights, all, penalty))
        );
    }

    // A bound of the softmax's curvature, which is a variance of the inputs.
    private static double Steepest(ScoredList list) => list.Inputs.Max(input => TensorPrimitives.SumOfSquares<double>(input));

    private static double[] GradientOf(IReadOnlyList<ScoredList> lists, double[] weights, double all, double penalty)
    {
        double[] gradient = [.. weights.Select(weight => penalty * weight)];
        foreach (var list in lists)
        {
            double[] shares = [.. list.Inputs.Select(input => TensorPrimitives.Dot<double>(input, weights))];
            TensorPrimitives.SoftMax<double>(shares, shares);
            foreach (var (input, error) in list.Inputs.Zip(shares.Zip(list.Targets, (share, target) => share - target)))
            {
                TensorPrimitives.MultiplyAdd<double>(input, list.Weight / all * error, gradient, gradient);
            }
        }

        return gradient;
    }
}

/// <summary>Rivals of one another.</summary>
/// <param name="Inputs">One for each.</param>
/// <param name="Targets">The share of each; together 1.</param>
/// <param name="Weight">Of the list among lists.</param>
internal sealed record ScoredList(double[][] Inputs, double[] Targets, double Weight);
