namespace NewsEducator.Judge;

/// <summary>Nesterov's accelerated gradient, from zero, a fixed number of steps: the same function gives the same weights.</summary>
internal static class AcceleratedGradient
{
    /// <param name="width">Number of weights.</param>
    /// <param name="steps">How many are taken.</param>
    /// <param name="step">At most 1 by the function's curvature.</param>
    /// <param name="gradientOf">Of a convex function, at some weights.</param>
    public static double[] Minimize(int width, int steps, double step, Func<double[], double[]> gradientOf)
    {
        var (weights, ahead) = (new double[width], new double[width]);
        for (var at = 0; at < steps; at++)
        {
            var momentum = at / (at + 3.0);
            var gradient = gradientOf(ahead);
            for (var i = 0; i < width; i++)
            {
                var next = ahead[i] - (step * gradient[i]);
                ahead[i] = next + (momentum * (next - weights[i]));
                weights[i] = next;
            }
        }

        return weights;
    }
}
