using System.Text.Json;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>Tells a sentence that holds a point from the rest; fitted by <c>tools/Judge</c>, and the file beside this class is what it
/// wrote.</summary>
internal sealed record SentenceModel(double[] Means, double[] Deviations, LinearHead Head)
{
    private const double Farthest = 3;

    public static SentenceModel Shipped { get; } = Load();

    /// <param name="features">A row of <see cref="SentenceFeatures"/>.</param>
    /// <returns>Log odds.</returns>
    public double Score(double[] features) => Head.Score(Scale(features, Means, Deviations));

    public static double[] Scale(double[] features, double[] means, double[] deviations) =>
        [.. features.Select((value, at) => Math.Clamp((value - means[at]) / deviations[at], -Farthest, Farthest))];

    private static SentenceModel Load()
    {
        using var stream =
            typeof(SentenceModel).Assembly.GetManifestResourceStream("sentences.json")
            ?? throw new InvalidOperationException("The fitted sentences are not in the assembly.");
        return JsonSerializer.Deserialize<SentenceModel>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("The fitted sentences are empty.");
    }
}
