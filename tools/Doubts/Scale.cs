namespace NewsEducator.Doubts;

/// <summary>Mean and inverse deviation of each feature; what never changes has a factor of 0.</summary>
internal sealed record Scale(double[] Centers, double[] Factors)
{
    private const double Least = 1e-9;

    public static Scale Of(IReadOnlyList<double[]> rows)
    {
        double[] centers = [.. Enumerable.Range(0, rows[0].Length).Select(at => rows.Average(row => row[at]))];
        double[] variances = [.. centers.Select((center, at) => rows.Average(row => Math.Pow(row[at] - center, 2)))];
        return new Scale(centers, [.. variances.Select(variance => variance < Least ? 0 : 1 / Math.Sqrt(variance))]);
    }

    public double[] Standardized(double[] features) => [.. features.Select((value, at) => (value - Centers[at]) * Factors[at])];
}
