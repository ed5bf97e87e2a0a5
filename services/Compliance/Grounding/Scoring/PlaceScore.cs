using System.Text.Json;
using NewsEducator.Compliance.Grounding.Alignment;

namespace NewsEducator.Compliance.Grounding.Scoring;

/// <summary>Which of the passages that have most of a sentence decides it: a conditional logit, fitted by <c>tools/Doubts</c> on passages
/// that people named.</summary>
internal static class PlaceScore
{
    /// <summary>Name of the file with the weights, an embedded resource.</summary>
    public const string Resource = "places.json";

    /// <summary>Of what is counted of a passage: its score as rare words, neighbours, heading and length give it, by that of the best; the
    /// share of the sentence's weight that it has, and that its neighbours add; whether it is the title; how many of the sentence's terms
    /// it has, as a logarithm and as a share; the weight by its length; the share of pairs of words that are near each other there,
    /// too.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "score",
        "coverage",
        "neighbours",
        "title",
        "terms",
        "termShare",
        "density",
        "near",
    ];

    private static readonly Lazy<double[]> Weights = new(Load);

    /// <returns>The chance of each to be the one that decides, together 1.</returns>
    public static double[] Of(IReadOnlyList<Candidate> candidates)
    {
        double[] logits = [.. candidates.Select(candidate => candidate.Features.Zip(Weights.Value).Sum(pair => pair.First * pair.Second))];
        double[] likelihoods = [.. logits.Select(logit => Math.Exp(logit - logits.Max()))];
        return [.. likelihoods.Select(each => each / likelihoods.Sum())];
    }

    private static double[] Load()
    {
        using var stream = typeof(PlaceScore).Assembly.GetManifestResourceStream(Resource)!;
        var weights = JsonSerializer.Deserialize<Dictionary<string, double>>(stream, JsonSerializerOptions.Web)!;
        return [.. Names.Select(name => weights[name])];
    }
}
