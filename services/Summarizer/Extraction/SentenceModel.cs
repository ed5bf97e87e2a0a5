using System.Text.Json;
using NewsEducator.Summarizer.Judging;

namespace NewsEducator.Summarizer.Extraction;

/// <summary>Tells a sentence that a summary must hold from its neighbours; fitted by <c>tools/Judge</c>, and the file beside this class
/// is what it wrote.</summary>
/// <param name="Means">Of each feature, by which it is brought to a common scale.</param>
/// <param name="Deviations">Of each feature.</param>
/// <param name="Head">Over <see cref="Input"/>.</param>
internal sealed record SentenceModel(double[] Means, double[] Deviations, LinearHead Head)
{
    private const double Farthest = 3;
    private const double UsualCount = 20;

    public static SentenceModel Shipped { get; } = Load();

    /// <param name="features">A row of <see cref="SentenceFeatures"/>.</param>
    /// <param name="count">Of all sentences of the text.</param>
    /// <returns>Log odds against the other sentences of the text, up to what is common to all of them.</returns>
    public double Score(double[] features, int count) => Head.Score(Input(features, count, Means, Deviations));

    /// <summary>Each feature twice, the second time by the length of the text: an abstract is written in another way than a long
    /// thread.</summary>
    public static double[] Input(double[] features, int count, double[] means, double[] deviations)
    {
        var length = Math.Log(count / UsualCount);
        var input = new double[2 * features.Length];
        for (var at = 0; at < features.Length; at++)
        {
            input[at] = Math.Clamp((features[at] - means[at]) / deviations[at], -Farthest, Farthest);
            input[features.Length + at] = length * input[at];
        }

        return input;
    }

    private static SentenceModel Load()
    {
        using var stream =
            typeof(SentenceModel).Assembly.GetManifestResourceStream("sentences.json")
            ?? throw new InvalidOperationException("The fitted sentences are not in the assembly.");
        return JsonSerializer.Deserialize<SentenceModel>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("The fitted sentences are empty.");
    }
}
