using System.Text.Json;

namespace NewsEducator.Compliance.Grounding.Scoring;

/// <summary>How unlikely it is that a Chinese sentence says what its English place says: a logistic model over <see cref="ClaimFeatures"/>,
/// fitted by <c>tools/Doubts</c>.</summary>
internal static class ClaimScore
{
    /// <summary>Name of the file with the model, an embedded resource.</summary>
    public const string Resource = "claims.json";

    private static readonly Lazy<Model> Shipped = new(Load);

    /// <param name="Bias">Added to the weighted sum.</param>
    /// <param name="Weights">By the name of the feature; what is not named counts nothing.</param>
    /// <param name="Unlikely">Logit from which on a person has to look, where a quote is given.</param>
    /// <param name="UnlikelyWithoutQuote">The same where none is: what decides may be spread over the text.</param>
    /// <param name="Likely">Logit up to which the sentence is shown as matched.</param>
    internal sealed record Model(
        double Bias,
        IReadOnlyDictionary<string, double> Weights,
        double Unlikely,
        double UnlikelyWithoutQuote,
        double Likely
    )
    {
        private readonly double[] _weights = [.. ClaimFeatures.Names.Select(name => Weights.GetValueOrDefault(name))];

        /// <returns>Logit: the higher, the less likely.</returns>
        public double Of(double[] features) => Bias + _weights.Zip(features).Sum(pair => pair.First * pair.Second);
    }

    /// <summary>What the shipped model makes of a sentence; what is neither is left to the reader.</summary>
    internal readonly record struct Judgement(bool IsUnlikely, bool IsLikely);

    public static Judgement Of(double[] features, bool hasQuote)
    {
        var logit = Shipped.Value.Of(features);
        return new Judgement(
            logit >= (hasQuote ? Shipped.Value.Unlikely : Shipped.Value.UnlikelyWithoutQuote),
            logit <= Shipped.Value.Likely
        );
    }

    private static Model Load()
    {
        using var stream = typeof(ClaimScore).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<Model>(stream, JsonSerializerOptions.Web)!;
    }
}
